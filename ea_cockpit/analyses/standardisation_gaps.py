"""Who does not keep which standard, because of what, how grave it is, and where the way out is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import DAY, Parameter
from ea_cockpit.analyses.rules.findings import Findings, GapState, findings
from ea_cockpit.analyses.rules.gap import Gap, gaps_of
from ea_cockpit.analyses.rules.graph_landscape import GraphLandscape
from ea_cockpit.analyses.rules.reasons import Reasons, missing_reason, way_out
from ea_cockpit.analyses.rules.standards import Rules, Standard, preferred, rules_of
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.analyses.rules.weight import cost, severity
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text

_SHOWN = (
    ("gaps", Text("Nur Abweichungen", "Gaps only")),
    ("undecided", Text("Abweichungen und Unentschiedenes", "Gaps and what is undecided")),
    ("all", Text("Auch Hinweise auf Bevorzugtes", "Hints of preferred things too")),
)


class StandardGap(AboutFact):
    """One fact that does not keep a standard, or for which nobody can tell."""

    office: str | None = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))
    state: GapState = result(
        ("Stand", "State"), ("Verstoss, Ausnahme, laufende Frist oder unentschieden.", "Where the gap stands."), ...
    )
    standard: str | None = result(
        ("Vorgabe", "Standard"),
        ("Die Vorgabe; leer, wo mehrere unentschieden sind.", "The standard; empty where several are undecided."),
    )
    severity: Interval | None = result(
        ("Schwere", "Severity"),
        (
            "1 gering bis 4 sehr gross: Urteil, Dauer und Schutzbedarf; ein Bereich, wo Angaben fehlen.",
            "1 low to 4 very high: verdict, age and protection needs; a range where answers are missing.",
        ),
    )
    because_of: tuple[str, ...] = result(
        ("Wegen", "Because of"), ("IDs der Einträge, die den Ausschlag geben.", "Ids of the facts that decide it."), ()
    )
    reason: Text = result(
        ("Begründung", "Reason"), ("Was gilt, und was dagegen steht.", "What holds, and what stands against it."), ...
    )
    since: dt.date | None = result(("Seit", "Since"), ("Seit wann die Abweichung besteht.", "Since when it exists."))
    deviation: str | None = result(
        ("Ausnahme", "Deviation"), ("ID der Ausnahmebewilligung.", "Id of the recorded deviation.")
    )
    cost: Interval | None = result(
        ("CHF/Jahr", "CHF/year"), ("Betriebskosten des Betroffenen.", "Run cost of what is affected.")
    )
    way_out: Text = result(
        ("Weg hinaus", "Way out"), ("Nachfolge, Standardlösung oder was zu tun ist.", "Successor, or what to do."), ...
    )


class StandardisationGaps(Analysis):
    """All facts against all standards in force."""

    name = "standardisation_gaps"
    topic = Topic.STANDARDS
    row = StandardGap
    parameters = (
        DAY,
        Parameter(
            "office",
            Text("Amt", "Office"),
            Text("Nur was diese Einheit und die Einheiten unter ihr verantworten.", "Only what this unit answers for."),
            "fact",
            targets=("OrganisationUnit",),
        ),
        Parameter(
            "standard",
            Text("Vorgabe", "Standard"),
            Text("Nur diese Vorgabe, zum Beispiel STD-1.", "This standard only, for example STD-1."),
            "fact",
            targets=("Standard",),
        ),
        Parameter(
            "ahead",
            Text("Vorschau (Tage)", "Days ahead"),
            Text(
                "So viele Tage im Voraus werden ablaufende Ausnahmen und Fristen gemeldet.",
                "Ending deviations and terms are announced so many days ahead.",
            ),
            "integer",
            default=180,
            low=0,
            high=3650,
        ),
        Parameter(
            "show",
            Text("Zeigen", "Show"),
            Text(
                "gaps: nur Abweichungen; undecided: auch Unentschiedenes; all: auch Hinweise.",
                "gaps: gaps only; undecided: also what cannot be decided; all: also hints.",
            ),
            "choice",
            default="undecided",
            choices=_SHOWN,
        ),
    )
    helpers = ("key", "title", "verdict", "wording", "check", "valid_from", "valid_until", "subjects")
    worked_out = tuple(StandardGap.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "violations": Text("Verstösse", "Violations"),
        "deviations": Text("Mit Ausnahme in Kraft", "With a deviation in force"),
        "expiring": Text("Davon bald ablaufend", "Of these ending soon"),
        "due": Text("Laufende Fristen", "Terms running"),
        "undecided": Text("Einträge, für die eine Angabe fehlt", "Facts that lack an answer"),
        "by_standard": Text("Verstösse nach Vorgabe", "Violations by standard"),
        "run_cost": Text(
            "Kosten der verstossenden Applikationen, CHF/Jahr", "Cost of violating applications, CHF/year"
        ),
        "cost_unknown": Text("Dazu solche ohne bekannte Kosten", "And those whose cost is not known"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Gaps, the gravest first, then what cannot be decided."""
        terms = Terms(asked.metamodel)
        standards = [Standard.of(row) for row in asked.read(self.query)]
        one = asked["standard"]
        chosen = [standard for standard in standards if one is None or standard.key == one.id]
        rules, office = rules_of(chosen, terms), asked["office"]
        within = set(_own(asked, office)) if office else None
        found = findings(
            rules.rules, GraphLandscape(asked.reader), terms, asked["day"], asked["ahead"], within=within,
            advice=asked["show"] == "all",
        )  # fmt: skip
        rows = _gap_rows(asked, found, standards)
        if asked["show"] != "gaps":
            rows += [*_unclear_standards(rules, standards, office), *_undecided_rows(asked, found, terms)]
        return list(rows)

    def summary(self, rows: Sequence[StandardGap]) -> dict[str, Any]:
        """How many gaps of each state, which standards they concern, and what the violating applications cost."""
        states = Counter(row.state for row in rows)
        against = [row for row in rows if row.state in (GapState.VIOLATION, GapState.EXPIRED)]
        costs = {row.id: row.cost for row in against if row.label == "Application" and row.cost}
        return {
            "violations": len(against),
            "deviations": states[GapState.GRANTED] + states[GapState.EXPIRING],
            "expiring": states[GapState.EXPIRING],
            "due": states[GapState.DUE],
            "undecided": states[GapState.UNDECIDED],
            "by_standard": dict(sorted(Counter(row.standard or "" for row in against).items())),
            "run_cost": round(sum(cost.low for cost in costs.values())),
            "cost_unknown": sum(cost.answered < cost.asked for cost in costs.values()),
        }


def _own(asked: Asked, office: FactRef) -> list[int]:
    return list(asked.read(load("parts/standards_office"), unit=office.id)[0]["facts"])


def _gap_rows(asked: Asked, found: Findings, standards: Sequence[Standard]) -> list[StandardGap]:
    gaps = gaps_of(asked.reader, found, asked["day"], asked["ahead"])
    liked, reasons = preferred(standards, asked["day"]), Reasons()
    rows = [_gap_row(gap, reasons, liked, asked["day"]) for gap in gaps]
    order = {state: rank for rank, state in enumerate(GapState)}
    return sorted(
        rows, key=lambda row: (order[row.state], -_high(row), row.standard or "", row.label, row.name or "", row.id)
    )


def _high(row: StandardGap) -> float:
    return row.severity.high if row.severity else 0


def _gap_row(gap: Gap, reasons: Reasons, liked: Any, day: dt.date) -> StandardGap:
    return StandardGap(
        label=gap.fact.label,
        id=gap.fact.id,
        name=gap.fact.name,
        office=gap.office,
        state=gap.state,
        standard=gap.rule.id,
        severity=severity(gap.state, gap.since, day, gap.behind),
        because_of=tuple(cause.ref.id for cause in gap.causes),
        reason=reasons.of(gap),
        since=gap.since,
        deviation=gap.deviation,
        cost=cost(gap.fact.label, gap.behind),
        way_out=way_out(gap, liked),
    )


def _unclear_standards(rules: Rules, standards: Sequence[Standard], office: FactRef | None) -> list[StandardGap]:
    """Standards whose check nobody can understand: what they ask is undecided for everybody."""
    names = {standard.key: standard.title for standard in standards}
    return [
        StandardGap(
            label="Standard", id=fault.rule, name=names[fault.rule], state=GapState.UNDECIDED, standard=fault.rule,
            reason=Text(f"{fault.field}: {fault.fault.de}", f"{fault.field}: {fault.fault.en}"), way_out=fault.hint,
        )
        for fault in rules.faults
        if office is None
    ]  # fmt: skip


def _undecided_rows(asked: Asked, found: Findings, terms: Terms) -> list[StandardGap]:
    numbers = list(found.unsettled)
    read = asked.read(load("parts/standards_named"), facts=numbers)[0]["found"] if numbers else []
    # Many facts lack the same answer for the same rules: what to say of them is put once.
    said: dict[Any, tuple[Text, Text]] = {}
    rows = []
    for number, label, id_, name, _kind, office in read:
        rules, missing = tuple(found.unsettled[number].rules), frozenset(found.unsettled[number].missing)
        key = label, rules, missing
        if key not in said:
            said[key] = missing_reason(label, rules, missing, terms)
        standard, (reason, hint) = rules[0] if len(rules) == 1 else None, said[key]
        rows.append(
            StandardGap(
                label=label, id=id_, name=name, office=office, state=GapState.UNDECIDED, standard=standard,
                reason=reason, way_out=hint,
            )
        )  # fmt: skip
    return sorted(rows, key=lambda row: (row.label, row.name or "", row.id))
