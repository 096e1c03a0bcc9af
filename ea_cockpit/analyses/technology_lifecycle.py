"""Which product and release each technology is, how long it is supported, and how much stands on it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.lifecycle.asked import MONTHS, carried, supports, when
from ea_cockpit.analyses.lifecycle.stack import Stack
from ea_cockpit.analyses.lifecycle.support import RANK, UNCLEAR, Support, SupportStatus
from ea_cockpit.analyses.parameter import DAY
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text


class TechnologyRow(AboutFact):
    """One technology."""

    status: SupportStatus = result(("Status", "Status"), ("Stand am Stichtag.", "How it stands on the day."), ...)
    support_ends: dt.date | None = result(
        ("Support bis", "Support until"), ("Ende des ordentlichen Supports.", "End of regular support.")
    )
    end_of_life: dt.date | None = result(
        ("Lebensende", "End of life"), ("Ab dann keine Sicherheitskorrekturen mehr.", "No security fixes from then on.")
    )
    product: str | None = result(
        ("Produkt und Version", "Product and release"),
        ("Als was die Technologie erkannt wurde.", "What the technology was recognised as."),
    )
    applications: int = result(
        ("Applikationen", "Applications"),
        ("Applikationen in Betrieb, die darauf stehen, auch mittelbar.", "Applications in operation that stand on it."),
        0,
    )
    reason: Text = result(
        ("Begründung", "Reason"), ("Woher Produkt und Daten kommen.", "Where product and dates come from."), ...
    )
    contradiction: Text | None = result(
        ("Widerspruch", "Contradiction"),
        ("Wo der Katalog und endoflife.date Verschiedenes sagen.", "Where catalogue and endoflife.date differ."),
    )
    successor: str | None = result(
        ("Nachfolge", "Successor"), ("Die Technologie, die an ihre Stelle tritt.", "What takes its place.")
    )


class TechnologyLifecycle(Analysis):
    """All technologies, those that need something done first."""

    name = "technology_lifecycle"
    topic = Topic.LIFECYCLE
    row = TechnologyRow
    parameters = (DAY, MONTHS)
    helpers = ("node", "version", "slug", "aliases", "support_ends", "end_of_life", "successor")
    worked_out = (
        "status", "support_ends", "end_of_life", "product", "applications", "reason", "contradiction", "successor"
    )  # fmt: skip
    figures: ClassVar[dict[str, Text]] = {
        "technologies": Text("Technologien", "Technologies"),
        "out_of_support": Text("Ohne Support", "Out of support"),
        "ending": Text("Enden bald", "Ending soon"),
        "unclear": Text("Nicht beurteilbar", "Cannot be judged"),
        "contradictions": Text("Widersprüche", "Contradictions"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each technology."""
        standing = supports(asked, when(asked))
        on_it = carried(asked, Stack.of(asked))
        rows = [_row(one, on_it[node]) for node, one in standing.items()]
        return [*sorted(rows, key=_order)]

    def summary(self, rows: Sequence[TechnologyRow]) -> dict[str, Any]:
        """How many are over, soon over, or cannot be judged."""
        counts = Counter(row.status for row in rows)
        return {
            "technologies": len(rows),
            "out_of_support": counts[SupportStatus.OUT],
            "ending": counts[SupportStatus.ENDING],
            "unclear": sum(counts[status] for status in UNCLEAR),
            "contradictions": sum(row.contradiction is not None for row in rows),
        }


def _row(one: Support, applications: int) -> TechnologyRow:
    technology = one.technology
    return TechnologyRow(
        label="Technology", id=technology.id, name=technology.name, status=one.status, support_ends=one.support_ends,
        end_of_life=one.end_of_life, product=one.found.shown, applications=applications, reason=one.reason,
        contradiction=one.contradiction, successor=technology.successor,
    )  # fmt: skip


def _order(row: TechnologyRow) -> tuple[int, dt.date, int, str]:
    return RANK[row.status], row.end_of_life or dt.date.max, -row.applications, row.id
