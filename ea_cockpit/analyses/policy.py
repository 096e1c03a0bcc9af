"""The rules and the knowledge analyses answer with: those shipped, or the office's own files in its policy folder."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Policy:
    """Where the office keeps its own rules; a file there stands in for the shipped one of the same name."""

    folder: Path | None = None

    def own(self, name: str) -> Path | None:
        """The office's own file of that name, if there is one."""
        path = self.folder / name if self.folder else None
        return path if path and path.is_file() else None

    def state(self) -> tuple[tuple[str, int], ...]:
        """What tells one content of the folder from another: names and times of its files."""
        listed = sorted(self.folder.iterdir()) if self.folder and self.folder.is_dir() else []
        return tuple((path.name, path.stat().st_mtime_ns) for path in listed if path.is_file())

    def text(self, name: str) -> str:
        """The content of the file in force: the office's own, else the shipped one in `analyses/shipped`."""
        own = self.own(name)
        return own.read_text(encoding="utf-8-sig") if own else shipped_text(name)


SHIPPED = Policy()
"""Nothing but what is shipped."""


def shipped_text(name: str) -> str:
    """The content of a shipped file."""
    return (files("ea_cockpit.analyses") / "shipped" / name).read_text(encoding="utf-8")
