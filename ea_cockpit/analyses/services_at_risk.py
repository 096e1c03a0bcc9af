"""Services and processes without an application, or resting on obsolete ones, with the chain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.lifecycle.asked import OFFICE, office_units, supports
from ea_cockpit.analyses.lifecycle.days import written
from ea_cockpit.analyses.lifecycle.stack import Stack, names_of
from ea_cockpit.analyses.lifecycle.standing import Standing, Verdict, badness, stand
from ea_cockpit.analyses.lifecycle.support import When
from ea_cockpit.analyses.lifecycle.work import Chain, House, Work
from ea_cockpit.analyses.parameter import DAY
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.application import ApplicationStatus
from ea_cockpit.model.values import Choice


class Risk(Choice):
    """Why work is at risk, the gravest first."""

    OBSOLETE = "obsolete_application", "Veraltete Applikation", "Obsolete application"
    TECHNOLOGY = "obsolete_technology", "Technologie ohne Support", "Technology out of support"
    NONE = "no_application", "Keine Applikation", "No application"


class RiskRow(AboutFact):
    """One service or process and one reason it is at risk."""

    office: str | None = result(("Amt", "Office"), ("Wer sie anbietet oder verantwortet.", "Who offers or owns it."))
    risk: Risk = result(("Gefahr", "Risk"), ("Warum sie in Gefahr ist.", "Why it is at risk."), ...)
    application_id: str | None = result(
        ("Applikation (ID)", "Application (ID)"), ("ID der Applikation, auf der sie ruht.", "What it rests on.")
    )
    application: str | None = result(
        ("Applikation", "Application"), ("Name der Applikation, auf der sie ruht.", "Name of what it rests on.")
    )
    chain: Text | None = result(
        ("Weg", "Path"), ("Über welche Prozesse sie darauf ruht.", "Through which processes it rests on it.")
    )
    reason: Text = result(("Begründung", "Reason"), ("Mit Namen und Daten.", "With names and dates."), ...)


@dataclass(frozen=True, slots=True)
class _Application:
    """An application behind work, with why it is obsolete; no risk where it is not."""

    id: str
    name: str
    risk: Risk | None
    reason: Text


class ServicesAtRisk(Analysis):
    """All services and processes at risk."""

    name = "services_at_risk"
    topic = Topic.LIFECYCLE
    row = RiskRow
    parameters = (DAY, OFFICE)
    helpers = ("office_id", "node", "rests_on", "whole")
    worked_out = ("risk", "application_id", "application", "chain", "reason")
    figures: ClassVar[dict[str, Text]] = {
        "services": Text("Leistungen", "Services"),
        "processes": Text("Prozesse", "Processes"),
        "on_obsolete": Text("Auf veralteten Applikationen", "On obsolete applications"),
        "on_technology": Text("Auf Technologie ohne Support", "On technology out of support"),
        "without": Text("Ohne Applikation", "Without application"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each piece of work and application it should not rest on."""
        units, listed = office_units(asked), asked.read(self.query)
        house = House(Work(r["node"], r["name"] or r["id"], tuple(r["rests_on"]), r["whole"]) for r in listed)
        applications = _applications(asked)
        meant = [row for row in listed if units is None or row["office_id"] in units]
        return [*sorted((hit for row in meant for hit in _hits(row, house, applications)), key=_order)]

    def summary(self, rows: Sequence[RiskRow]) -> dict[str, Any]:
        """How many services and processes there are of each."""

        def count(**wanted: Any) -> int:
            return len({(r.label, r.id) for r in rows if all(getattr(r, k) == v for k, v in wanted.items())})

        return {
            "services": count(label="Service"),
            "processes": count(label="BusinessProcess"),
            "on_obsolete": count(risk=Risk.OBSOLETE),
            "on_technology": count(risk=Risk.TECHNOLOGY),
            "without": count(risk=Risk.NONE),
        }


def _applications(asked: Asked) -> dict[int, _Application]:
    """All applications behind work, judged on the day."""
    standing, stack = supports(asked, When(asked["day"], 0)), Stack.of(asked)
    rows = asked.read(load("parts/lifecycle_applications"))
    order = badness(standing)
    verdicts = {row["node"]: stand(row["node"], stack, standing, order) for row in rows}
    names = names_of(asked, (node for verdict in verdicts.values() for node in verdict.via))
    return {row["node"]: _judged(row, verdicts[row["node"]], names, asked["day"]) for row in rows}


def _judged(row: dict[str, Any], verdict: Verdict, names: Mapping[int, str], day: dt.date) -> _Application:
    said: list[Text] = []
    if row["status"] in (ApplicationStatus.PHASE_OUT.value, ApplicationStatus.RETIRED.value):
        said.append(ApplicationStatus.word(row["status"]).text)
    if row["end_of_life"] and row["end_of_life"] < day:
        ended = written(row["end_of_life"])
        said.append(Text(f"Lebensende {ended}", f"end of life {ended}"))
    risk = Risk.OBSOLETE if said else None
    if not said and verdict.status is Standing.OUT and verdict.worst and verdict.worst.said:
        risk, path = Risk.TECHNOLOGY, verdict.path(names) if verdict.via else None
        name, end = verdict.worst.technology.title, verdict.worst.said
        through = Text(f" über {path.de}", f" through {path.en}") if path else Text("", "")
        said.append(Text(f"{name}{through.de}: {end.de}", f"{name}{through.en}: {end.en}"))
    successor = Text(f"Nachfolge {row['successor']}", f"successor {row['successor']}")
    said += [successor] if risk is Risk.OBSOLETE and row["successor"] else []
    reason = Text("; ".join(one.de for one in said), "; ".join(one.en for one in said))
    return _Application(row["id"], row["name"], risk, reason)


def _hits(row: dict[str, Any], house: House, applications: Mapping[int, _Application]) -> Iterator[RiskRow]:
    node, about = row["node"], {key: row[key] for key in ("label", "id", "name", "office")}
    below = house.applications(node, applications)
    if not below and not house.is_whole(node):
        yield RiskRow(**about, risk=Risk.NONE, reason=_nothing(row, house))
    for partner, chain in below.items():
        one = applications[partner]
        # A part of a process tells of itself.
        if one.risk and (row["label"] == "Service" or not chain):
            yield RiskRow(
                **about, risk=one.risk, application_id=one.id, application=one.name, chain=_path(chain, house),
                reason=one.reason,
            )  # fmt: skip


def _path(chain: Chain, house: House) -> Text:
    steps = " → ".join(house.work[node].name for node in chain)
    return Text(steps, steps) if chain else Text("direkt", "directly")


def _nothing(row: dict[str, Any], house: House) -> Text:
    if row["label"] == "BusinessProcess":
        return Text("Nutzt keine Applikation.", "Uses no application.")
    names = ", ".join(house.work[node].name for node in row["rests_on"] if node in house.work)
    if not names:
        return Text("Von nichts erbracht, was erfasst ist.", "Realised by nothing that is recorded.")
    return Text(f"Nur durch Prozesse ohne Applikation: {names}.", f"Only by processes without application: {names}.")


def _order(row: RiskRow) -> tuple[int, str, str, str]:
    # Services before processes: they are what people outside notice.
    first = 0 if row.label == "Service" else 1
    return first, row.id, str(list(Risk).index(row.risk)), row.application_id or ""
