"""The jars of Neo4j: fetched from a mirror that really serves them, refused when changed, kept when right."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ea_cockpit.errors import GraphTrouble
from ea_cockpit.graph.local.jars import Jar, committed_jars, provide_jars, sha256, version_of
from ea_cockpit.graph.local.launch import free_port
from ea_cockpit.graph.local_server import GraphAddress, LocalServer, silent
from ea_cockpit.graph.trouble import JarRefused, NoNeo4jHome, NoNetwork
from ea_cockpit.i18n import Text
from ea_cockpit.settings import Settings

WAYS_OUT = ("EA_COCKPIT_MAVEN_MIRROR", "EA_COCKPIT_NEO4J_HOME", "EA_COCKPIT_NEO4J_URI")


class Mirror(ThreadingHTTPServer):
    """A Maven repository on this machine; it notes what it was asked for."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, without a word on the terminal."""

    server: Mirror

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        self.server.asked.append(self.path)


@pytest.fixture
def repository(tmp_path: Path, server: GraphAddress, jars: Path) -> Path:
    """The shared jars, laid out as a Maven repository; `server` sees to it that they are there."""
    folder = tmp_path / "repository"
    for jar in committed_jars():
        file = folder / jar.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.symlink_to(jars / version_of(committed_jars()) / jar.name)
    return folder


@pytest.fixture
def mirror(repository: Path) -> Iterator[Mirror]:
    """That repository, served."""
    with Mirror(repository) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


@pytest.fixture
def cache(tmp_path: Path, server: GraphAddress, jars: Path) -> Path:
    """A folder of jars of this test alone, complete."""
    folder = tmp_path / "cache"
    folder.mkdir()
    shared = jars / version_of(committed_jars())
    for jar in committed_jars():
        os.link(shared / jar.name, folder / jar.name)
    return folder


def replace_content(file: Path, content: bytes) -> None:
    """Writes a new file of that name: the cache holds links to shared ones."""
    file.unlink()
    file.write_bytes(content)


def some_jar(name: str = "neo4j-cypher-5") -> Jar:
    return next(jar for jar in committed_jars() if jar.name.startswith(name))


def test_a_mirror_provides_all_jars_and_tells_how_far_it_is(mirror: Mirror, tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []

    def note(what: Text, done: int, total: int | None) -> None:
        assert "Neo4j" in what.de
        seen.append((done, total))

    folder = tmp_path / "fetched"
    provided = provide_jars(folder, mirror.url + "/", note)
    assert {file.name: sha256(file) for file in provided} == {jar.name: jar.sha256 for jar in committed_jars()}
    assert {path.removeprefix("/") for path in mirror.asked if path.endswith(".jar")} == {
        jar.path for jar in committed_jars()
    }
    count = len(committed_jars())
    assert seen == [(done, count) for done in range(count + 1)]
    assert {file.name for file in folder.iterdir()} == {jar.name for jar in committed_jars()} | {"verified.json"}
    mirror.asked.clear()
    provide_jars(folder, mirror.url, note)
    assert mirror.asked == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"altered" * 1000])
def test_a_broken_jar_in_the_cache_is_fetched_again(cache: Path, mirror: Mirror, content: bytes) -> None:
    provide_jars(cache, None, silent)
    jar = some_jar()
    replace_content(cache / jar.name, content)
    provide_jars(cache, mirror.url, silent)
    assert sha256(cache / jar.name) == jar.sha256
    assert [path for path in mirror.asked if path.endswith(".jar")] == [f"/{jar.path}"]


def test_a_mirror_that_alters_a_jar_is_refused_after_a_second_try(
    cache: Path, mirror: Mirror, repository: Path
) -> None:
    jar = some_jar()
    (cache / jar.name).unlink()
    replace_content(repository / jar.path, b"not what was published")
    with pytest.raises(JarRefused) as trouble:
        provide_jars(cache, mirror.url, silent)
    assert not (cache / jar.name).exists()
    assert mirror.asked.count(f"/{jar.path}") == 2
    for lang in ("de", "en"):
        assert all(part in trouble.value.message(lang) for part in (jar.name, mirror.url, *WAYS_OUT))


def test_a_changed_jar_is_not_run_without_network(data_folder: Path, cache: Path) -> None:
    folder = data_folder / "own"
    folder.mkdir()
    cache.rename(folder / version_of(committed_jars()))
    changed = folder / version_of(committed_jars()) / some_jar().name
    replace_content(changed, b"PK\x03\x04 something else")
    settings = Settings(data_folder=data_folder, maven_mirror=f"http://127.0.0.1:{free_port()}")
    with pytest.raises(NoNetwork):
        LocalServer(settings, jars=folder).start()


def test_a_mirror_that_lacks_a_jar(cache: Path, mirror: Mirror, repository: Path) -> None:
    jar = some_jar()
    (cache / jar.name).unlink()
    (repository / jar.path).unlink()
    with pytest.raises(NoNetwork) as trouble:
        provide_jars(cache, mirror.url, silent)
    assert jar.name.removesuffix(".jar").rpartition("-")[0] in trouble.value.message("de")


@pytest.mark.parametrize("nowhere", ["http://127.0.0.1:{port}/maven", "http://mirror.invalid/maven", "no address"])
def test_no_network_names_three_ways_out(tmp_path: Path, nowhere: str) -> None:
    mirror = nowhere.format(port=free_port())
    with pytest.raises(GraphTrouble) as trouble:
        LocalServer(Settings(data_folder=tmp_path, maven_mirror=mirror)).start()
    assert isinstance(trouble.value, NoNetwork)
    for lang in ("de", "en"):
        assert all(part in trouble.value.message(lang) for part in (mirror, *WAYS_OUT))


def test_an_unpacked_neo4j_is_used_in_place_of_a_download(tmp_path: Path, cache: Path) -> None:
    home = tmp_path / "neo4j-community-5.26.30"
    home.mkdir()
    cache.rename(home / "lib")
    nowhere = f"http://127.0.0.1:{free_port()}"
    local = LocalServer(Settings(data_folder=tmp_path / "data", neo4j_home=home, maven_mirror=nowhere))
    try:
        assert local.start().uri == local.status().uri
        assert not (tmp_path / "data" / "jars").exists()
    finally:
        local.stop()


@pytest.mark.parametrize(
    ("content", "told"), [([], "Neo4j"), (["neo4j-4.4.40.jar", "neo4j-kernel-4.4.40.jar"], "Neo4j 4.4.40")]
)
def test_a_folder_that_is_no_neo4j_5(tmp_path: Path, content: list[str], told: str) -> None:
    (tmp_path / "lib").mkdir()
    for name in content:
        (tmp_path / "lib" / name).touch()
    with pytest.raises(NoNeo4jHome) as trouble:
        LocalServer(Settings(data_folder=tmp_path / "data", neo4j_home=tmp_path)).start()
    assert all(part in trouble.value.message("de") for part in (str(tmp_path), told, "EA_COCKPIT_NEO4J_HOME"))
