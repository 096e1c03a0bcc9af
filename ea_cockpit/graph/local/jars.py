"""The jars of Neo4j: fetched once, checked against the committed SHA-256 list, never run when changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from jgo.maven import MavenContext

from ea_cockpit.graph.local.disk import is_disk_fault
from ea_cockpit.graph.local.progress import Progress
from ea_cockpit.graph.trouble import JarRefused, NoNetwork
from ea_cockpit.i18n import Text

DOWNLOADING = Text("Neo4j wird geladen (einmalig, rund 130 MB)", "Downloading Neo4j (once, about 130 MB)")
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of the list: what a jar is called in a Maven repository, and its sum."""

    sha256: str
    path: str

    @property
    def name(self) -> str:
        """The file's name; no two jars of the list share one."""
        return self.path.rpartition("/")[2]

    def fetch(self, maven: MavenContext) -> Path:
        """The jar as the repository gives it, not checked yet."""
        *group, artifact, version, name = self.path.split("/")
        classifier = name.removeprefix(f"{artifact}-{version}").removesuffix(".jar").removeprefix("-")
        return maven.project(".".join(group), artifact).at_version(version).artifact(classifier).resolve()


def committed_jars() -> tuple[Jar, ...]:
    """The list as committed, in the format of `sha256sum`."""
    lines = (files("ea_cockpit.graph") / "neo4j_jars.sha256").read_text("ascii").splitlines()
    return tuple(Jar(*line.split("  ", 1)) for line in lines)


def version_of(jars: Iterable[Jar]) -> str:
    """The version of Neo4j the list makes up."""
    return next(jar.path.split("/")[-2] for jar in jars if jar.path.startswith("org/neo4j/neo4j/"))


def sha256(file: Path) -> str:
    """The sum of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def provide_jars(folder: Path, mirror: str | None, progress: Progress) -> tuple[Path, ...]:
    """The jars of the list in `folder`, each verified; what is missing or changed is fetched again."""
    jars = committed_jars()
    folder.mkdir(parents=True, exist_ok=True)
    stamps = Stamps(folder / "verified.json")
    missing = [jar for jar in jars if not stamps.good(folder / jar.name, jar.sha256)]
    if missing:
        _fetch_all(missing, folder, mirror, progress)
        for jar in missing:
            stamps.good(folder / jar.name, jar.sha256)
    stamps.save()
    return tuple(folder / jar.name for jar in jars)


class Stamps:
    """Size and time of each jar when its sum was last taken: what makes the second start quick."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            self.seen: dict[str, list[object]] = dict(json.loads(file.read_text("utf-8")))
        except (OSError, ValueError):
            self.seen = {}  # no stamps: every sum is taken anew
        self.before = dict(self.seen)

    def good(self, jar: Path, expected: str) -> bool:
        """Whether a jar is the one expected; its sum is taken only when the file was touched since."""
        if not jar.is_file():
            return False
        stat = jar.stat()
        stamp: list[object] = [stat.st_size, stat.st_mtime_ns, expected]
        if self.seen.get(jar.name) == stamp:
            return True
        if sha256(jar) != expected:
            return False
        self.seen[jar.name] = stamp
        return True

    def save(self) -> None:
        """Keeps the stamps when one is new; a read-only folder of jars is fine."""
        if self.seen != self.before:
            self.file.write_text(json.dumps(self.seen, indent=0), "utf-8")


def _fetch_all(missing: list[Jar], folder: Path, mirror: str | None, progress: Progress) -> None:
    """Fetches several jars at once; the first failure ends it."""
    progress(DOWNLOADING, 0, len(missing))
    with TemporaryDirectory(dir=folder, prefix="download-") as scratch, ThreadPoolExecutor(AT_ONCE) as pool:
        work = [pool.submit(_fetch, jar, folder, Path(scratch), mirror) for jar in missing]
        try:
            for done, one in enumerate(as_completed(work), 1):
                one.result()
                progress(DOWNLOADING, done, len(missing))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _fetch(jar: Jar, folder: Path, scratch: Path, mirror: str | None) -> None:
    """One jar into its place, only once it is known to be right; a wrong or broken one is tried once more."""
    remotes = {"mirror": mirror.rstrip("/")} if mirror else None
    source = mirror or "Maven Central"
    fault: Exception | None = None
    for attempt in ("first", "second"):
        maven = MavenContext(repo_cache=scratch / attempt, remote_repos=remotes, timeout=30)
        try:
            fetched = jar.fetch(maven)
        except (OSError, RuntimeError) as broken:  # requests' errors are OSErrors; a jar not found is a RuntimeError
            if is_disk_fault(broken):
                raise
            fault = broken
            continue
        if sha256(fetched) == jar.sha256:
            fetched.replace(folder / jar.name)
            return
        fault = None
    if fault is None:
        raise JarRefused(jar=jar.name, source=source)
    raise NoNetwork(source=source, why=_reason(fault)) from fault


def _reason(fault: BaseException) -> str:
    """The innermost cause in one line: the outer ones only repeat it with addresses of objects."""
    while inner := fault.__cause__ or fault.__context__:
        fault = inner
    return f"{type(fault).__name__}: {str(fault)[:200]}"
