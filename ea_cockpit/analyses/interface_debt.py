"""Interfaces that cost work, errors or safety, each with its reasons, the way out and a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.policy_file import read_policy
from ea_cockpit.analyses.structure.debt import REMEDIES, Debt, DebtKind, DebtPoints, Marks, debts
from ea_cockpit.analyses.structure.flows import Flows, grouped, read_flows
from ea_cockpit.analyses.structure.network import Facts, Names, links_of, read_facts
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.interface import InterfaceMode
from ea_cockpit.model.protection import PersonalData

_LABELS = ("Application", "DataObject", "DataStore", "Interface")
_NAMED = 3


class DebtRow(AboutFact):
    """One interface with what is owed on it."""

    provider: str | None = result(("Von", "From"), ("Woher die Daten kommen.", "Where the data comes from."))
    consumers: tuple[str, ...] = result(("Nach", "To"), ("Wohin sie gehen.", "Where it goes."), ())
    kinds: tuple[DebtKind, ...] = result(("Schulden", "Debts"), ("Was daran nicht gut ist.", "What is wrong."), ...)
    score: Interval = result(
        ("Punkte", "Points"),
        ("Von–bis, wo Art oder Verschlüsselung unbekannt ist.", "From–to where mode or encryption is unknown."),
        ...,
    )
    reason: Text = result(("Begründung", "Reason"), ("Worauf sich jede Schuld stützt.", "What each rests on."), ...)
    remedy: Text = result(("Ausweg", "Way out"), ("Was zu tun ist.", "What to do."), ...)


class InterfaceDebt(Analysis):
    """All interfaces in operation on which something is owed."""

    name = "interface_debt"
    topic = Topic.STRUCTURE
    row = DebtRow
    parameters = (
        Parameter(
            "least",
            Text("Ab so vielen Punkten", "From so many points"),
            Text("Schnittstellen mit weniger Punkten fehlen.", "Interfaces with fewer points are left out."),
            "number",
            default=5.0,
            low=0,
        ),
        Parameter(
            "kind",
            Text("Nur diese Schuld", "Only this debt"),
            Text("Was daran nicht gut ist; sonst alles.", "What is wrong; else all."),
            "choice",
            choices=tuple((kind.value, kind.text) for kind in DebtKind),
        ),
    )
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(column.name for column in DebtRow.columns())
    figures: ClassVar[dict[str, Text]] = {
        "interfaces": Text("Schnittstellen", "Interfaces"),
        "points": Text("Punkte", "Points"),
        "by_kind": Text("Nach Schuld", "By debt"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """The highest points first."""
        facts = read_facts(asked, _LABELS)
        links = links_of(asked.read(self.query), facts)
        flows, carried = read_flows(facts, links), grouped(links.get("CARRIES", ()))
        points = read_policy(asked.policy, "interface_debt.yaml", DebtPoints)
        found = [
            (debt, score)
            for debt in debts(flows, carried, _marks(asked, facts))
            if asked["kind"] is None or DebtKind.word(asked["kind"]) in debt.kinds
            if (score := debt.score(points)).low >= asked["least"]
        ]
        names = Names(asked, facts, {place for debt, _ in found for place in _shown(debt, flows)})
        rows = [_row(debt, score, flows, names) for debt, score in found]
        return [*sorted(rows, key=lambda row: (-row.score.low, -row.score.high, row.id))]

    def summary(self, rows: Sequence[DebtRow]) -> dict[str, Any]:
        """How many interfaces, all their points, and each kind."""
        return {
            "interfaces": len(rows),
            "points": round(sum(row.score.low for row in rows), 2),
            "by_kind": {kind.value: n for kind, n in Counter(kind for row in rows for kind in row.kinds).items()},
        }


def _marks(asked: Asked, facts: Facts) -> Marks:
    words = [key for key, word in PersonalData.spellings().items() if word is PersonalData.SENSITIVE]
    rows = asked.read(load("parts/structure_interface_marks"), sensitive=words)
    by_mark = {row["mark"]: frozenset(facts.place[node] for node in row["nodes"]) for row in rows}
    none: frozenset[int] = frozenset()
    mode = {place: word.value for word in InterfaceMode for place in by_mark.get(word.value, none)}
    named = ("plain", "encrypted", "retired", "platform", "sensitive")
    return Marks(mode, *(by_mark.get(mark, none) for mark in named))


def _shown(debt: Debt, flows: Flows) -> list[int]:
    """The interface, its ends, and what its debts are due to."""
    ends = [*flows.providers.get(debt.interface, ()), *flows.consumers.get(debt.interface, ())]
    return [debt.interface, *ends, *(place for due in debt.kinds.values() for place in due[:_NAMED])]


def _row(debt: Debt, score: Interval, flows: Flows, names: Names) -> DebtRow:
    ref = names[debt.interface]
    kinds = [kind for kind in DebtKind if kind in debt.kinds]
    reasons = [_reason(kind, debt.kinds[kind], names) for kind in kinds]
    providers = flows.providers.get(debt.interface, ())
    return DebtRow(
        label=ref.label, id=ref.id, name=ref.name, kinds=tuple(kinds), score=score,
        provider=names.title(providers[0]) if providers else None,
        consumers=names.sorted(flows.consumers.get(debt.interface, ())),
        reason=Text(". ".join(one.de for one in reasons) + ".", ". ".join(one.en for one in reasons) + "."),
        remedy=Text(" ".join(REMEDIES[k].de for k in kinds), " ".join(REMEDIES[k].en for k in kinds)),
    )  # fmt: skip


def _reason(kind: DebtKind, due: tuple[int, ...], names: Names) -> Text:
    """A kind with what it is due to: «Partner ausser Betrieb: Altes Register»."""
    if not due:
        return kind.text
    more = f" (+{len(due) - _NAMED})" if len(due) > _NAMED else ""
    # Of a parallel flow the id says more than the name, which is often the same.
    titles = ", ".join(names[one].id if kind is DebtKind.PARALLEL else names.title(one) for one in due[:_NAMED])
    return Text(f"{kind.text.de}: {titles}{more}", f"{kind.text.en}: {titles}{more}")
