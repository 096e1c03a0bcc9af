"""TIME: needs the assessments of the axes that are not settled yet."""

from __future__ import annotations

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.portfolio.applications import MARKS
from ea_cockpit.analyses.portfolio.rules import Grid, rules_of
from ea_cockpit.analyses.portfolio.verdict import open_marks
from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict
from ea_cockpit.i18n import Text


class TimeQuadrant(Verdict):
    """The quadrant of an application."""

    name = "time_quadrant"
    title = Text("Portfolio nach TIME", "Portfolio by TIME")
    asked_of = "Application"
    reads = {"Application": MARKS}

    def __init__(self, policy: Policy) -> None:
        super().__init__(policy)
        self.grid: Grid = rules_of(policy).time
        self._known: dict[tuple[int | None, ...], tuple[str, ...]] = {}

    def missing(self, row: Row) -> list[Missing]:
        """The missing assessments of the axes that are open."""
        marks = tuple(map(row.values.get, MARKS))
        if marks not in self._known:
            # There are few different sets of assessments.
            self._known[marks] = open_marks(self.grid, dict(zip(MARKS, marks, strict=True)))
        return [(row, name) for name in self._known[marks]]
