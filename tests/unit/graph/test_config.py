"""What is written for the local Neo4j and its Java."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from ea_cockpit.graph.local.config import heap_for, write_config
from ea_cockpit.graph.local.jars import committed_jars, version_of

GB = 1024**3


@pytest.mark.parametrize(("memory", "heap"), [(4 * GB, "2048m"), (12 * GB, "3072m"), (64 * GB, "4096m")])
def test_heap_is_a_quarter_within_bounds(memory: int, heap: str) -> None:
    assert heap_for(memory) == heap


def test_paths_with_spaces_stay_one_word(tmp_path: Path) -> None:
    home = tmp_path / "Müller & Söhne"
    arguments = write_config(home, 4711, (tmp_path / "a b.jar", tmp_path / "c.jar"), ("-Dx=y",))
    words = shlex.split(arguments.read_text("locale"))
    assert f"{tmp_path / 'a b.jar'}:{tmp_path / 'c.jar'}" in [word.replace(";", ":") for word in words]
    assert words[-3:] == ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    assert "server.bolt.listen_address=127.0.0.1:4711" in (home / "conf" / "neo4j.conf").read_text("utf-8").splitlines()


def test_the_list_of_jars_is_sound() -> None:
    jars = committed_jars()
    assert version_of(jars).startswith("5.26.")
    assert len({jar.name for jar in jars}) == len(jars) > 200
    assert all(len(jar.sha256) == 64 and jar.path.endswith(".jar") for jar in jars)
