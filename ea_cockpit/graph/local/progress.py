"""How long work tells what it does; the command line draws it."""

from __future__ import annotations

from typing import Protocol

from ea_cockpit.i18n import Text


class Progress(Protocol):
    """Called as work goes on: what is done now, how much of it, out of how much (None: nobody knows)."""

    def __call__(self, what: Text, done: int, total: int | None, /) -> None:
        """One step further."""


def silent(what: Text, done: int, total: int | None) -> None:
    """The progress of those who do not want to know."""
