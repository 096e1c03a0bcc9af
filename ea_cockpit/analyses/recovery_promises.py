"""Applications that promise to be back sooner than what they stand on, for outage (RTO) and loss of data (RPO)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.policy_file import read_policy
from ea_cockpit.analyses.structure.flows import grouped
from ea_cockpit.analyses.structure.network import Facts, Links, Names, Step, links_of, read_facts, steps, told
from ea_cockpit.analyses.structure.promise import Recovery, known
from ea_cockpit.analyses.structure.rules import RecoveryClasses
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.values import Choice

_LABELS = ("Application", "DataStore", "Hosting")


class Measure(Choice):
    """What is promised."""

    RTO = "rto", "Ausfall (RTO)", "Outage (RTO)"
    RPO = "rpo", "Datenverlust (RPO)", "Loss of data (RPO)"


class PromiseVerdict(Choice):
    """Whether a promise can hold."""

    BROKEN = "broken", "Nicht haltbar", "Cannot hold"
    UNDECIDED = "undecided", "Unentschieden", "Undecided"


class Promise(AboutFact):
    """One promise that does not hold, or of which nobody can tell."""

    measure: Measure = result(("Zusage", "Promise"), ("Was zugesagt ist.", "What is promised."), ...)
    verdict: PromiseVerdict = result(("Urteil", "Verdict"), ("Ob die Zusage halten kann.", "Whether it can hold."), ...)
    promised: float = result(("Zugesagt (h)", "Promised (h)"), ("Stunden laut Zusage.", "Hours as promised."), ...)
    possible: float | None = result(
        ("Möglich ab (h)", "Possible from (h)"),
        ("Früher geht es nach allem Bekannten nicht.", "By all that is known it cannot be sooner."),
    )
    culprit: str | None = result(
        ("Hindernis", "Culprit"), ("Das Langsamste, oder was keine Angabe hat.", "The slowest, or what is unknown.")
    )
    path: Text = result(("Weg", "Path"), ("Wie es davon abhängt.", "How it depends on it."), ...)
    reason: Text = result(("Begründung", "Reason"), ("Warum so geurteilt wird.", "Why it is judged so."), ...)


@dataclass(frozen=True, slots=True)
class _Judged:
    app: int
    measure: Measure
    verdict: PromiseVerdict
    promised: float
    possible: float
    path: list[Step]


class RecoveryPromises(Analysis):
    """All promises of applications in operation that what they stand on does not bear out."""

    name = "recovery_promises"
    topic = Topic.STRUCTURE
    row = Promise
    parameters = (
        Parameter(
            "verdict",
            Text("Nur dieses Urteil", "Only this verdict"),
            Text("Nicht haltbare oder unentschiedene; sonst beide.", "Those that cannot hold, or the undecided."),
            "choice",
            choices=tuple((verdict.value, verdict.text) for verdict in PromiseVerdict),
        ),
    )
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(column.name for column in Promise.columns())
    figures: ClassVar[dict[str, Text]] = {
        "broken": Text("Nicht haltbar", "Cannot hold"),
        "undecided": Text("Unentschieden", "Undecided"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Those that cannot hold first, the widest gap first."""
        facts = read_facts(asked, _LABELS)
        links = links_of(asked.read(self.query), facts)
        found = [one for one in _judged(asked, facts, links) if asked["verdict"] in (None, one.verdict.value)]
        shown = {place for one in found for step in one.path for place in (step.first, step.second)}
        names = Names(asked, facts, shown | {one.app for one in found})
        rows = [_row(one, names, asked.metamodel) for one in found]
        return [
            *sorted(rows, key=lambda row: (row.verdict, -((row.possible or 0) - row.promised), row.id, row.measure))
        ]

    def summary(self, rows: Sequence[Promise]) -> dict[str, Any]:
        """How many of each verdict."""
        return {word.value: sum(row.verdict is word for row in rows) for word in PromiseVerdict}


def _judged(asked: Asked, facts: Facts, links: Links) -> Iterable[_Judged]:
    classes = read_policy(asked.policy, "recovery_classes.yaml", RecoveryClasses)
    hours = {word.value: value for word, value in classes.hours.items()}
    row = asked.read(load("parts/structure_promises"), hours=hours)[0]
    places = [facts.place[node] for node in row["nodes"]]
    travel = steps(links, facts, asked.metamodel)
    apps = [app for app in facts.of("Application") if app not in facts.idle]
    # A data store has no promise of its own: it is back with what it stands on.
    stores = dict.fromkeys(facts.of("DataStore"), (0.0, 0.0))
    yield from _of(Measure.RTO, apps, known(places, row["rto"]), stores, travel)
    kept = dict.fromkeys(facts.of("DataStore") + facts.of("Hosting"), (0.0, 0.0))
    yield from _of(Measure.RPO, apps, known(places, row["rpo"]), kept, [*_losses(travel, links)])


def _losses(travel: list[Step], links: Links) -> Iterable[Step]:
    """How a loss of data travels: as an outage does, and among all that hold one data store (it is saved once)."""
    yield from (step for step in travel if step.relationship in ("DEPENDS_ON", "PART_OF"))
    for store, holders in grouped((store, app) for app, store in links.get("HOLDS", ())).items():
        if len(holders) > 1:
            for holder in holders:
                yield Step(store, holder, "HOLDS", arrow=False)
                yield Step(holder, store, "HOLDS")


def _of(
    measure: Measure,
    apps: list[int],
    promised: dict[int, tuple[float, float]],
    others: dict[int, tuple[float, float]],
    travel: list[Step],
) -> Iterable[_Judged]:
    size = 1 + max((*apps, *others, *(end for step in travel for end in (step.first, step.second))), default=0)
    recovery = Recovery(size, others | promised, travel)
    for app in apps:
        if app not in promised:
            continue
        own, low, high = promised[app][0], recovery.low[app].hours, recovery.high[app].hours
        if low > own:
            yield _Judged(app, measure, PromiseVerdict.BROKEN, own, low, recovery.path(app))
        elif high > own:
            yield _Judged(app, measure, PromiseVerdict.UNDECIDED, own, low, recovery.path(app, high=True))


def _row(one: _Judged, names: Names, metamodel: Metamodel) -> Promise:
    ref, culprit = names[one.app], names.title(one.path[-1].first) if one.path else None
    broken = one.verdict is PromiseVerdict.BROKEN
    # Told from the application down to the culprit.
    path = told(one.path[::-1], names, metamodel, along=False)
    word = one.measure.text
    promised, possible = f"{one.promised:g}", f"{one.possible:g}"
    reason = (
        Text(
            f"{word.de}: zugesagt sind {promised} h, doch «{culprit}» braucht {possible} h.",
            f"{word.en}: promised are {promised} h, but «{culprit}» needs {possible} h.",
        )
        if broken
        else Text(
            f"{word.de}: zugesagt sind {promised} h; von «{culprit}» fehlt die Angabe.",
            f"{word.en}: promised are {promised} h; of «{culprit}» no such time is known.",
        )
    )
    return Promise(
        label=ref.label, id=ref.id, name=ref.name, measure=one.measure, verdict=one.verdict, promised=one.promised,
        possible=one.possible if broken else None, culprit=culprit, path=path, reason=reason,
    )  # fmt: skip
