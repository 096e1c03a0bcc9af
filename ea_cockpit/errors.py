"""What can go wrong that a user can cause.

CockpitError                 sentence and remedy in both languages, an exit status; shown, never a traceback
├── WrongUsage               2  the command or its options do not fit
├── GraphTrouble             3  the graph or the network cannot be reached; its kinds stand in `graph/`
└── UnreadableInput          4  a file that cannot be read at all; its kinds stand in `tabular/` and `ingest/`

A problem *inside* a readable workbook is no exception: see `ingest/problems.py`.
"""

from __future__ import annotations

from typing import ClassVar

from ea_cockpit.i18n import Lang, Text


class CockpitError(Exception):
    """Something a user can cause and mend: place and fault in `says`, the way out in `remedy`.

    A subclass sets the two class texts; the keyword arguments fill their `{placeholders}`.
    """

    says: ClassVar[Text]
    remedy: ClassVar[Text]
    exit_status: ClassVar[int] = 1

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message("en"))

    def message(self, lang: Lang) -> str:
        """Fault and remedy as one sentence pair in the language asked for."""
        return f"{self.fault(lang)} {self.way_out(lang)}"

    def fault(self, lang: Lang) -> str:
        """What is wrong, with its place."""
        return type(self).says.format(**self.values).in_(lang)

    def way_out(self, lang: Lang) -> str:
        """What the user can do about it."""
        return type(self).remedy.format(**self.values).in_(lang)


class WrongUsage(CockpitError):
    """A command or option that does not fit: `fault` and `hint` are `Text`s."""

    says = Text("{fault}", "{fault}")
    remedy = Text("{hint}", "{hint}")
    exit_status = 2


class GraphTrouble(CockpitError):
    """The graph or the network cannot be reached."""

    exit_status = 3


class UnreadableInput(CockpitError):
    """An input that cannot be read at all."""

    exit_status = 4
