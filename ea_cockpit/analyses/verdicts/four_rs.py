"""Review, reward, refresh, remove: needs the assessments of the axes that are not settled yet."""

from __future__ import annotations

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.portfolio.rules import rules_of
from ea_cockpit.analyses.verdicts.time_quadrant import TimeQuadrant
from ea_cockpit.i18n import Text


class FourRs(TimeQuadrant):
    """The verdict of the four Rs on an application: as TIME, on other axes."""

    name = "four_rs"
    title = Text("Portfolio nach vier R", "Portfolio by four Rs")

    def __init__(self, policy: Policy) -> None:
        super().__init__(policy)
        self.grid = rules_of(policy).four_rs
