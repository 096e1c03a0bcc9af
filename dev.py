"""Everything a developer or a first user does, on any system: `python dev.py demo|test|check|bench|docs|lock|setup`.

Needs nothing but Python 3.11 or later; the Makefile calls the same commands.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# What the environment is made from: when one of these changes, it is made anew.
MADE_FROM = ("constraints.txt", "pyproject.toml", "hatch_build.py", "web/package-lock.json")


def run(*command: str | Path, **more: str) -> None:
    """Run a command; when it fails, end with its status."""
    done = subprocess.run([str(part) for part in command], cwd=HERE, env={**os.environ, **more}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def setup() -> None:
    """Make the environment, unless it is there already and current."""
    stamp = VENV / "made-from"
    wanted = hashlib.sha256()
    for name in MADE_FROM:
        path = HERE / name
        wanted.update(path.read_bytes() if path.is_file() else b"")
    if stamp.is_file() and stamp.read_text() == wanted.hexdigest() and PYTHON.is_file():
        return
    if not PYTHON.is_file():
        print("Making the environment in .venv", flush=True)
        venv.create(VENV, with_pip=True)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    print("Installing the packages, each checked against its hash", flush=True)
    run(*pip, "--require-hashes", "-r", "constraints.txt")
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted.hexdigest())


def demo(*options: str) -> None:
    """Start the graph, import the samples and open the cockpit."""
    setup()
    run(PYTHON, "-m", "ea_cockpit", "demo", *options)


def test(*options: str) -> None:
    """Run all tests: on the real Neo4j, and pages in a real Chromium."""
    setup()
    provide_browser()
    run(PYTHON, "-m", "pytest", *options)


def provide_browser() -> None:
    """See that a Chromium is there; where none is installed, fetch the one of Playwright."""
    if os.environ.get("CHROMIUM") or any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        return
    fetched = subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"], cwd=HERE, check=False)
    if fetched.returncode:
        sys.exit("The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM.")


def check() -> None:
    """Style, types, layers and drift."""
    setup()
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "mypy")
    run(BIN / "lint-imports")
    run(PYTHON, "-m", "tools.docs", "--check")


def bench(*options: str) -> None:
    """Measure the import and the analyses against their floor."""
    setup()
    run(PYTHON, "-m", "bench", *options)


def docs() -> None:
    """Write what is derived: reference pages, Cypher files, broken samples."""
    setup()
    run(PYTHON, "-m", "tools.docs")


def lock() -> None:
    """Write the constraints anew, with hashes and without addresses."""
    setup()
    run(
        BIN / "uv", "pip", "compile", "--quiet", "pyproject.toml", "--group", "dev", "--universal",
        "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links",
        "--no-header", "-o", "constraints.txt", *sys.argv[2:],
    )  # fmt: skip


COMMANDS = {f.__name__: f for f in (setup, demo, test, check, bench, docs, lock)}

if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("EA-Cockpit needs Python 3.11 or later.")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"{__doc__}\nCommands: {', '.join(COMMANDS)}")
    COMMANDS[sys.argv[1]](*sys.argv[2:] if sys.argv[1] != "lock" else ())
