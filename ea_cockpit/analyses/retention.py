"""How long data is kept: stores without a readable period, with one too long, or that outlive their application."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.data.landscape import listed
from ea_cockpit.analyses.data.period import told, years
from ea_cockpit.analyses.data.retention_rules import RetentionRules, retention_rules
from ea_cockpit.analyses.data.retention_texts import EVIDENCE, LAW, REMEDIES
from ea_cockpit.analyses.data.retention_texts import RetentionFault as Fault
from ea_cockpit.analyses.parameter import DAY
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.protection import PersonalData


class RetentionFinding(AboutFact):
    """One thing wrong with how long a data store is kept."""

    fault: Fault = result(("Befund", "Finding"), ("Was nicht stimmt.", "What is wrong."), ...)
    office: str | None = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))
    personal_data: PersonalData | None = result(
        ("Personendaten", "Personal data"), ("Was der Bestand dazu sagt.", "What the store says of it.")
    )
    retention: str | None = result(("Aufbewahrung", "Retention"), ("Was eingetragen ist.", "What is recorded."))
    years: float | None = result(
        ("Jahre", "Years"), ("Als Jahre gelesen; leer, wo ohne Ende oder nicht lesbar.", "Read as years; else empty.")
    )
    evidence: Text = result(("Beleg", "Evidence"), ("Woran man es sieht.", "What shows it."), ...)
    way_out: Text = result(("Ausweg", "Way out"), ("Was zu tun ist.", "What to do."), ...)


class Retention(Analysis):
    """Data stores that are kept too long, or nobody knows how long."""

    name = "retention"
    topic = Topic.DATA
    row = RetentionFinding
    parameters = (DAY,)
    helpers = ("stores",)
    worked_out = (
        "label", "id", "name", "fault", "office", "personal_data", "retention", "years", "evidence", "way_out",
    )  # fmt: skip
    figures: ClassVar[dict[str, Text]] = {
        "data_stores": Text("Datenbestände mit Befund", "Data stores with a finding"),
        **{fault.value: fault.text for fault in Fault},
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each store and finding."""
        rules = retention_rules(asked.policy)
        stores = [_Store.of(row) for row in asked.read(self.query)[0]["stores"]]
        leading = _leading(stores)
        rows = [row for store in stores for row in _judge(store, rules, leading, asked["day"])]
        order = list(Fault)
        return [*sorted(rows, key=lambda row: order.index(row.fault))]

    def summary(self, rows: Sequence[RetentionFinding]) -> dict[str, Any]:
        """Stores concerned, and findings of each sort."""
        count = Counter(row.fault for row in rows)
        return {"data_stores": len({row.id for row in rows})} | {fault.value: count[fault] for fault in Fault}


class _Store(NamedTuple):
    """A data store; holders as (id, name, status, end of life, office), things as (id, name, law, leaders)."""

    id: str
    name: str
    kind: str | None
    personal: str | None
    retention: str | None
    holders: list[list[Any]]
    things: list[list[Any]]
    years: float | None

    @classmethod
    def of(cls, row: list[Any]) -> _Store:
        return cls._make([*row, years(row[4])])

    def leads(self, leaders: list[str]) -> bool:
        return any(holder[0] in leaders for holder in self.holders)


class _Kept(NamedTuple):
    """How long the leading system keeps a data object, and in which store."""

    years: float
    store: _Store


def _leading(stores: list[_Store]) -> dict[str, _Kept | None]:
    """The longest period of a leading system's stores, by data object; None where one of them has none to read."""
    found: dict[str, list[_Store]] = defaultdict(list)
    for store in stores:
        for thing in store.things:
            if store.leads(thing[3]):
                found[thing[0]].append(store)
    return {
        key: None
        if any(store.years is None for store in own)
        else max((_Kept(store.years or 0, store) for store in own), key=lambda kept: kept.years)
        for key, own in found.items()
    }


def _judge(
    store: _Store, rules: RetentionRules, leading: dict[str, _Kept | None], day: dt.date
) -> Iterator[RetentionFinding]:
    gone = [holder for holder in store.holders if holder[2] == "retired" or (holder[3] and holder[3] < day)]
    if gone and len(gone) == len(store.holders):
        yield _row(store, Fault.OUTLIVES, holders=_names(gone))
    if store.personal == "none":
        return
    if store.retention is None:
        yield _row(store, Fault.UNKNOWN if store.personal is None else Fault.NO_PERIOD)
        return
    if store.years is None:
        yield _row(store, Fault.UNREADABLE)
        return
    period = told(store.years)
    limit = rules.limit(store.personal, store.kind)
    if limit and store.years > limit.years:
        because = limit.because.text
        yield _row(store, Fault.TOO_LONG, period=period, limit=told(limit.years), because=(because.de, because.en))
    for thing in store.things:
        kept = None if store.leads(thing[3]) else leading.get(thing[0])
        if kept and store.years > kept.years:
            yield _row(
                store, Fault.LONGER_THAN_LEADER, period=period, limit=told(kept.years),
                thing=_same(f"«{thing[1]}» ({thing[0]})"), leader=_same(f"«{kept.store.name}» ({kept.store.id})"),
            )  # fmt: skip
            break


def _same(text: str) -> tuple[str, str]:
    return text, text


def _names(holders: list[list[Any]]) -> tuple[str, str]:
    return listed([f"«{holder[1]}» ({holder[0]})" for holder in holders])


def _row(store: _Store, fault: Fault, **words: tuple[str, str]) -> RetentionFinding:
    laws = listed(sorted({thing[2] for thing in store.things if thing[2]}))
    personal = None if store.personal is None else PersonalData.word(store.personal)

    def evidence(place: int) -> str:
        lang = LANGS[place]
        law = LAW.in_(lang).format(laws=laws[place]) if laws[place] else ""
        shown = {word: texts[place] for word, texts in words.items()}
        who = personal.in_(lang) if personal else ""
        return EVIDENCE[fault].in_(lang).format(said=store.retention, law=law, personal=who, **shown)

    return RetentionFinding.model_construct(
        label="DataStore", id=store.id, name=store.name, fault=fault,
        office=next((holder[4] for holder in store.holders if holder[4]), None), personal_data=personal,
        retention=store.retention, years=None if store.years in (None, float("inf")) else store.years,
        evidence=Text(evidence(0), evidence(1)), way_out=REMEDIES[fault],
    )  # fmt: skip
