"""What the local server runs: Java and the jars of one Neo4j 5, downloaded or unpacked by the user."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ea_cockpit.graph.local.disk import disk_in_words, need_room
from ea_cockpit.graph.local.jars import committed_jars, provide_jars, version_of
from ea_cockpit.graph.local.java import find_java
from ea_cockpit.graph.local.progress import Progress
from ea_cockpit.graph.trouble import NoNeo4jHome
from ea_cockpit.i18n import Text
from ea_cockpit.settings import Settings

JARS_MB = 150


@dataclass(frozen=True, slots=True)
class Engine:
    """A Neo4j ready to be started."""

    java: Path
    jars: tuple[Path, ...]
    version: str


def provide_engine(settings: Settings, jars: Path, progress: Progress) -> Engine:
    """The Neo4j to start; Java first, for it is checked in a moment and a download takes minutes."""
    java = find_java(settings.java)
    if settings.neo4j_home is not None:
        return _unpacked(java, settings.neo4j_home)
    version = version_of(committed_jars())
    with disk_in_words(jars, JARS_MB):
        if not (jars / version / "verified.json").exists():
            need_room(jars, JARS_MB)
        return Engine(java, provide_jars(jars / version, settings.maven_mirror, progress), version)


def _unpacked(java: Path, home: Path) -> Engine:
    """The Neo4j that the user unpacked: its jars are the user's own choice and are not checked."""
    found = sorted((home / "lib").glob("*.jar"))
    version = next((m[1] for jar in found if (m := re.fullmatch(r"neo4j-(\d[\w.\-]*)\.jar", jar.name))), None)
    if version is None:
        raise NoNeo4jHome(folder=home, why=Text("enthält kein Neo4j", "holds no Neo4j"))
    if not version.startswith("5."):
        raise NoNeo4jHome(folder=home, why=f"Neo4j {version}")
    return Engine(java, tuple(found), version)
