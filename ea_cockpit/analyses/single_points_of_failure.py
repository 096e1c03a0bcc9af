"""Hostings, data stores and applications whose failure alone takes down many, and pairs under something critical."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.structure.network import Facts, Names, Step, links_of, read_facts, steps
from ea_cockpit.analyses.structure.points import Point, pairs, points, solve
from ea_cockpit.analyses.structure.tell_points import tell
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text

LABELS = ("Application", "BusinessProcess", "DataStore", "Hosting", "Service")


class FailurePoint(AboutFact):
    """One fact (or a pair of hostings) that takes others down."""

    together_with: str | None = result(
        ("Zusammen mit", "Together with"),
        ("Die zweite Betriebsumgebung eines Paars, das gemeinsam ausfallen muss.", "The second hosting of a pair."),
    )
    applications: int = result(
        ("Applikationen", "Applications"),
        ("So viele andere Applikationen fallen mit aus.", "So many other applications fail with it."), ...
    )  # fmt: skip
    felled: Text = result(
        ("Fällt sonst aus", "Fails as well"), ("Was ausserdem ausfällt, nach Typ.", "What else fails, by type."), ...
    )
    critical: tuple[str, ...] = result(
        ("Am kritischsten", "Most critical"),
        ("Die kritischsten Applikationen darunter (höchstens fünf).", "The most critical of them (five at most)."),
        (),
    )
    despite_redundancy: int = result(
        ("Trotz Redundanz", "Despite redundancy"),
        (
            "Applikationen und Datenbestände mit mehreren Umgebungen, die doch alle hier stehen (Dominator).",
            "Applications and data stores with several hostings that all stand in this one (dominator).",
        ),
        0,
    )
    way: Text = result(
        ("Weg", "Way"),
        ("Wie der Ausfall zur kritischsten Applikation gelangt.", "How the failure gets to the most critical one."),
        ...,
    )
    reason: Text = result(("Begründung", "Reason"), ("Warum der Eintrag hier steht.", "Why it is listed."), ...)


class SinglePointsOfFailure(Analysis):
    """What takes down many when it fails alone, and what carries something critical in twos."""

    name = "single_points_of_failure"
    topic = Topic.STRUCTURE
    row = FailurePoint
    parameters = (
        Parameter(
            "least",
            Text("Ab so vielen Applikationen", "From so many applications"),
            Text(
                "Wie viele andere Applikationen mindestens mit ausfallen; sonst 1 % aller, mindestens 10.",
                "How many other applications fail with it at least; else 1 % of all, and 10 at least.",
            ),
            "integer",
            low=1,
            high=1_000_000,
        ),
    )
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(column.name for column in FailurePoint.columns())
    figures: ClassVar[dict[str, Text]] = {
        "points": Text("Einzelne Ausfallpunkte", "Single points of failure"),
        "pairs": Text("Paare mit Kritischem", "Pairs with something critical"),
        "most": Text("Applikationen beim grössten", "Applications at the largest"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Single points, the largest first; then pairs."""
        facts = read_facts(asked, LABELS)
        travel = steps(links_of(asked.read(self.query), facts), facts, asked.metamodel)
        least = asked["least"] or threshold(facts)
        solved = solve(facts, travel)
        found = [*points(facts, travel, solved, least), *pairs(facts, travel, solved)]
        return [*self._rows(asked, facts, travel, found)]

    def _rows(self, asked: Asked, facts: Facts, travel: list[Step], found: list[Point]) -> list[AnalysisRow]:
        out: dict[int, list[Step]] = defaultdict(list)
        for step in travel:
            out[step.first].append(step)
        drafts = [tell(point, facts, out) for point in found]
        names = Names(asked, facts, (place for draft in drafts for place in draft.shown))
        rows = [FailurePoint(**draft.row(facts, names, asked.metamodel)) for draft in drafts]
        return [*sorted(rows, key=lambda row: (row.together_with is not None, -row.applications, row.label, row.id))]

    def summary(self, rows: Sequence[FailurePoint]) -> dict[str, Any]:
        """How many points and pairs, and how many applications the largest takes down."""
        single = [row for row in rows if row.together_with is None]
        return {
            "points": len(single),
            "pairs": len(rows) - len(single),
            "most": max((row.applications for row in single), default=0),
        }


def threshold(facts: Facts) -> int:
    """From how many applications on a thing counts where nobody says: 1 % of them, at least ten."""
    return max(10, len(facts.of("Application")) // 100)
