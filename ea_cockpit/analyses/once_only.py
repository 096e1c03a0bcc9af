"""Data objects that nobody or several lead, that lie in several places, and copies their leader does not feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.data.landscape import DataLandscape, Step, Thing, listed
from ea_cockpit.analyses.data.once_only_texts import REMEDIES, OnceOnlyFault, evidence
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text


class OnceOnlyFinding(AboutFact):
    """One thing that speaks against once only, for one data object."""

    fault: OnceOnlyFault = result(("Befund", "Finding"), ("Was nicht stimmt.", "What is wrong."), ...)
    office: str | None = result(
        ("Amt", "Office"), ("Wer für die erste Applikation verantwortlich ist.", "Who owns the first application.")
    )
    applications: tuple[str, ...] = result(
        ("Applikationen", "Applications"), ("IDs der betroffenen Applikationen.", "Ids of the applications."), ()
    )
    data_stores: tuple[str, ...] = result(
        ("Datenbestände", "Data stores"), ("IDs der betroffenen Datenbestände.", "Ids of the data stores."), ()
    )
    evidence: Text = result(
        ("Beleg", "Evidence"), ("Woran man es sieht, mit Namen.", "What shows it, with names."), ...
    )
    way_out: Text = result(("Ausweg", "Way out"), ("Was zu tun ist.", "What to do."), ...)


class OnceOnly(Analysis):
    """Where data is not kept once only."""

    name = "once_only"
    topic = Topic.DATA
    row = OnceOnlyFinding
    helpers = ("thing", "leaders", "stores")
    worked_out = ("label", "id", "name", "fault", "office", "applications", "data_stores", "evidence", "way_out")
    figures: ClassVar[dict[str, Text]] = {
        "data_objects": Text("Datenobjekte mit Befund", "Data objects with a finding"),
        **{fault.value: fault.text for fault in OnceOnlyFault},
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each data object and finding; for copies one for each application that holds one."""
        data = DataLandscape.read(asked)
        parts = _wholes(data)
        rows = [row for found in asked.read(self.query) for row in _judge(data, parts, _Kept.of(data, found))]
        order = list(OnceOnlyFault)
        return [*sorted(rows, key=lambda row: order.index(row.fault))]

    def summary(self, rows: Sequence[OnceOnlyFinding]) -> dict[str, Any]:
        """Data objects concerned, and findings of each sort."""
        count = Counter(row.fault for row in rows)
        return {"data_objects": len({row.id for row in rows})} | {f.value: count[f] for f in OnceOnlyFault}


@dataclass(frozen=True, slots=True)
class _Kept:
    """A data object: who leads it, and which applications in operation hold it in which stores."""

    thing: Thing
    leaders: list[Thing]
    holders: dict[int, list[Thing]]
    registers: dict[int, list[Thing]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: DataLandscape, row: dict[str, Any]) -> _Kept:
        kept = cls(data.things[row["thing"]], [data.things[app] for app in row["leaders"]], {})
        for store in (data.things[key] for key in row["stores"]):
            for app in data.back("HOLDS", store.key):
                if data.things[app].operating:
                    kept.holders.setdefault(app, []).append(store)
                    if store.kind == "register":
                        kept.registers.setdefault(app, []).append(store)
        return kept

    @property
    def leader(self) -> Thing | None:
        return self.leaders[0] if self.leaders else None


def _wholes(data: DataLandscape) -> dict[int, set[int]]:
    """Each data object with those it is part of: who carries the whole carries its parts."""
    found: dict[int, set[int]] = {}
    for thing in data.of("DataObject"):
        open_, seen = [thing.key], {thing.key}
        while open_:
            new = set(data.out("PART_OF", open_.pop())) - seen
            seen |= new
            open_ += new
        found[thing.key] = seen
    return found


def _judge(data: DataLandscape, wholes: dict[int, set[int]], kept: _Kept) -> Iterator[OnceOnlyFinding]:
    leader = kept.leader
    if leader is None:
        yield _row(data, kept, OnceOnlyFault.WITHOUT_LEADER, [*kept.holders])
    systems = {data.system(app) for app in kept.registers}
    if len(systems) > 1:
        yield _row(data, kept, OnceOnlyFault.SEVERAL_LEADERS, [*kept.registers], kept.registers)
    if leader and not leader.operating:
        yield _row(data, kept, OnceOnlyFault.LEADER_NOT_IN_OPERATION, [leader.key])
    own = {app for app in kept.holders if leader and data.system(app) == data.system(leader.key)}
    if leader and not own:
        yield _row(data, kept, OnceOnlyFault.LEADER_HOLDS_NONE, [leader.key])
    if len({data.system(app) for app in kept.holders}) > 1:
        yield _row(data, kept, OnceOnlyFault.REDUNDANT, [*kept.holders])
    if leader and leader.operating:
        yield from _unfed(data, wholes, kept, own)


def _unfed(data: DataLandscape, wholes: dict[int, set[int]], kept: _Kept, own: set[int]) -> Iterator[OnceOnlyFinding]:
    """Copies no chain of interfaces reaches from the leading system."""
    copies = [app for app in kept.holders if app not in own]
    if not copies or kept.leader is None:
        return
    carriers = dict.fromkeys(key for whole in wholes[kept.thing.key] for key in data.carriers(whole))
    flows = data.flows(carriers)
    reached: dict[int, Step] = data.spread([kept.leader.key], flows)
    for app in copies:
        stores = kept.holders[app]
        if app in reached or any(store.key in reached for store in stores):
            continue
        places = {app, *(store.key for store in stores)}
        into = [key for place in places for key in data.back("CONSUMED_BY", place) if key in data.encrypted]
        silent = [key for key in into if not data.out("CARRIES", key)]
        from_others = sorted(
            {data.things[p].title for key in into if key in carriers for p in data.back("PROVIDES", key)}
        )
        fault = OnceOnlyFault.FEED_UNKNOWN if silent else OnceOnlyFault.NOT_FED
        yield _row(data, kept, fault, [app], None, from_others, len(silent))


def _row(
    data: DataLandscape, kept: _Kept, fault: OnceOnlyFault, apps: list[int],
    where: dict[int, list[Thing]] | None = None, others: list[str] | None = None, silent: int = 0,
) -> OnceOnlyFinding:  # fmt: skip
    held = kept.holders if where is None else where
    stores = list(dict.fromkeys(store for app in apps for store in held.get(app, ())))
    text = evidence(
        fault, f"«{kept.thing.name}»", kept.leader.title if kept.leader else "–",
        listed([f"«{data.things[app].name}»" for app in apps]), listed([f"«{store.name}»" for store in stores]),
        listed(others or []), silent,
    )  # fmt: skip
    return OnceOnlyFinding.model_construct(
        label="DataObject", id=kept.thing.id, name=kept.thing.name, fault=fault,
        office=data.office(apps[0]) if apps else None, applications=tuple(data.things[app].id for app in apps),
        data_stores=tuple(store.id for store in stores), evidence=text, way_out=REMEDIES[fault],
    )  # fmt: skip
