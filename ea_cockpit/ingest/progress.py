"""How long work tells what it is doing, and how far it is."""

from __future__ import annotations

from typing import Protocol

from ea_cockpit.i18n import Text


class Step(Protocol):
    """Told what is being done, so that a terminal or a page can show it."""

    def __call__(self, what: Text, done: int = 0, total: int | None = None, /) -> None:
        """One step further: `done` of `total` rows, where that can be said."""
        ...


def quiet(_what: Text, _done: int = 0, _total: int | None = None, /) -> None:
    """Tell nobody."""
