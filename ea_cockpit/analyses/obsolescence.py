"""Applications by the worst component they stand on, also through data stores and hosting, on any day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.lifecycle.asked import GONE, MONTHS, OFFICE, office_units, supports, when
from ea_cockpit.analyses.lifecycle.days import written
from ea_cockpit.analyses.lifecycle.stack import Stack, names_of
from ea_cockpit.analyses.lifecycle.standing import Standing, Verdict, badness, stand
from ea_cockpit.analyses.parameter import DAY
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text


class ApplicationRow(AboutFact):
    """One application and the worst it stands on."""

    office: str | None = result(("Amt", "Office"), ("Wer sie verantwortet.", "Who answers for it."))
    status: Standing = result(
        ("Status", "Status"),
        (
            "Stand des schlechtesten Bestandteils; in Ordnung nur, wo alle bekannt sind.",
            "How the worst component stands; fine only where all are known.",
        ),
        ...,
    )
    component: str | None = result(
        ("Bestandteil", "Component"), ("Die Technologie, die entscheidet.", "The technology that decides.")
    )
    ends: dt.date | None = result(
        ("Lebensende", "End of life"), ("Wann der Bestandteil endet.", "When the component ends.")
    )
    path: Text | None = result(("Weg", "Path"), ("Was dazwischen liegt.", "What lies between."))
    reason: Text | None = result(("Begründung", "Reason"), ("Woher das Datum kommt.", "Where the date comes from."))
    unclear: Text | None = result(
        ("Nicht bekannt", "Not known"),
        ("Bestandteile ohne Urteil und was nicht erfasst ist.", "Components not judged, and what is not recorded."),
    )
    replaced: Text | None = result(
        ("Ablösung", "Replacement"),
        ("Lebensende und Nachfolge der Applikation selbst.", "End of life and successor of the application itself."),
    )


class Obsolescence(Analysis):
    """All applications in operation, the worst first."""

    name = "obsolescence"
    topic = Topic.LIFECYCLE
    row = ApplicationRow
    parameters = (DAY, MONTHS, OFFICE)
    helpers = ("applications",)
    worked_out = tuple(ApplicationRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "applications": Text("Applikationen", "Applications"),
        "out_of_support": Text("Ohne Support", "Out of support"),
        "ending": Text("Enden bald", "Ending soon"),
        "unknown": Text("Nicht beurteilbar", "Cannot be judged"),
        "fine": Text("In Ordnung", "Fine"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each application in operation."""
        units = office_units(asked)
        listed = (_Read(*one) for one in asked.read(self.query, gone=list(GONE))[0]["applications"])
        meant = [one for one in listed if units is None or one.office_id in units]
        standing, stack = supports(asked, when(asked)), Stack.of(asked)
        order = badness(standing)
        verdicts = [stand(one.node, stack, standing, order) for one in meant]
        names = names_of(asked, (node for verdict in verdicts for node in verdict.named))
        rows = [_row(one, verdict, names) for one, verdict in zip(meant, verdicts, strict=True)]
        return [*sorted(rows, key=_order)]

    def summary(self, rows: Sequence[ApplicationRow]) -> dict[str, Any]:
        """How many stand how."""
        counts = Counter(row.status for row in rows)
        return {
            "applications": len(rows),
            "out_of_support": counts[Standing.OUT],
            "ending": counts[Standing.ENDING],
            "unknown": counts[Standing.UNKNOWN],
            "fine": counts[Standing.FINE],
        }


class _Read(NamedTuple):
    """An application as the graph gives it."""

    id: str
    name: str | None
    office: str | None
    office_id: str | None
    node: int
    ends: str | None
    successor: str | None


def _row(one: _Read, verdict: Verdict, names: dict[int, str]) -> ApplicationRow:
    worst = verdict.worst
    return ApplicationRow(
        label="Application", id=one.id, name=one.name, office=one.office, status=verdict.status,
        component=worst.technology.title if worst else None, ends=worst.end_of_life if worst else None,
        path=verdict.path(names), reason=worst.said if worst else None, unclear=verdict.unclear(names),
        replaced=_replaced(one.ends, one.successor),
    )  # fmt: skip


def _replaced(ends: str | None, successor: str | None) -> Text | None:
    day = written(dt.date.fromisoformat(ends)) if ends else ""
    said = [Text(f"endet {day}", f"ends {day}")] if ends else []
    said += [Text(f"Nachfolge {successor}", f"successor {successor}")] if successor else []
    return Text(", ".join(one.de for one in said), ", ".join(one.en for one in said)) if said else None


_PLACE = {standing: place for place, standing in enumerate(Standing)}


def _order(row: ApplicationRow) -> tuple[int, dt.date, str, str]:
    return _PLACE[row.status], row.ends or dt.date.max, (row.name or row.id).casefold(), row.id
