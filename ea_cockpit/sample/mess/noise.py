"""How messy it shall be: a few slips, an ordinary office, or the worst of them."""

from __future__ import annotations

from enum import Enum


class Noise(str, Enum):  # noqa: UP042  typer shows its values as they are
    """Noise of a mess: which share of sheets and cells it touches, and how far it goes."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def level(self) -> int:
        """0, 1 or 2."""
        return list(Noise).index(self)

    @property
    def share(self) -> float:
        """The share of sheets, rows or cells a kind of mess touches."""
        return (0.25, 0.6, 0.95)[self.level]
