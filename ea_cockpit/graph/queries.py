"""Hand-written statements: files under `cypher/` with YAML front matter in their leading `//` lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

REQUIRED = ("title", "question", "why", "remedy", "params", "returns")
KNOWN = {*REQUIRED, "group", "columns"}
"""All keys of front matter; a question of the library has a group, and says what its columns are called."""


@dataclass(frozen=True, slots=True)
class Query:
    """A statement with what its front matter says of it."""

    name: str
    text: str
    front_matter: dict[str, Any]

    @property
    def returns(self) -> tuple[str, ...]:
        """The names of the columns it gives."""
        return tuple(self.front_matter["returns"])

    @property
    def params(self) -> dict[str, Any]:
        """Parameter names and what they mean."""
        told = self.front_matter.get("params")
        return dict(told) if isinstance(told, dict) else {}


@cache
def load(name: str) -> Query:
    """The query of that name, for example `analyses/impact`."""
    source = _root().joinpath(f"{name}.cypher").read_text(encoding="utf-8")
    head = [line for line in source.splitlines() if line.startswith("//")]
    front = yaml.safe_load(_uncommented(head))
    missing = [key for key in REQUIRED if key not in front]
    if missing:
        raise ValueError(f"cypher/{name}.cypher: front matter lacks {', '.join(missing)}")
    text = "\n".join(line for line in source.splitlines() if not line.startswith("//")).strip()
    return Query(name, text, front)


def own(name: str, source: str) -> Query:
    """A query a user wrote: its text as it stands, and its front matter where the first comments are some."""
    head = list(takewhile(lambda line: line.startswith("//"), source.lstrip("\ufeff \t\r\n").splitlines()))
    try:
        front = yaml.safe_load(_uncommented(head))
    except yaml.YAMLError:
        front = None
    told = front if isinstance(front, dict) and KNOWN & front.keys() else {}
    return Query(name, source.lstrip("\ufeff"), told)


def _uncommented(head: list[str]) -> str:
    return "\n".join(line[2:].removeprefix(" ") for line in head)


def names(folder: str) -> list[str]:
    """Names of all hand-written queries in a folder of `cypher/`."""
    entries = _root().joinpath(folder).iterdir()
    return sorted(
        f"{folder}/{entry.name.removesuffix('.cypher')}" for entry in entries if entry.name.endswith(".cypher")
    )


def _root() -> Traversable:
    # The wheel carries the folder inside the package; a checkout has it beside the package.
    inside = files("ea_cockpit") / "cypher"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "cypher"
