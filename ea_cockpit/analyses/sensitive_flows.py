"""Personal and sensitive data along flows and hosting: where it leaves the country, the lock or its protection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.data.exposure import (
    Exposure,
    Exposures,
    Sort,
    Way,
    lower_need,
    places,
    said_less,
    sorts,
    spread_of,
)
from ea_cockpit.analyses.data.landscape import DataLandscape, names_of
from ea_cockpit.analyses.data.protection import Level, personal_rank, rank_of
from ea_cockpit.analyses.data.sensitive_tell import Teller
from ea_cockpit.analyses.data.sensitive_texts import SensitiveFault
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text


class SensitiveFinding(AboutFact):
    """One place or interface where sensitive data is not as safe as it should be, or where that is not known."""

    fault: SensitiveFault = result(("Befund", "Finding"), ("Was nicht stimmt.", "What is wrong."), ...)
    level: Level | None = result(("Stufe", "Level"), ("Wie schützenswert die Daten sind.", "How sensitive it is."))
    hops: int | None = result(
        ("Schritte", "Steps"),
        ("Schnittstellen auf dem Weg; 0 ist die Quelle.", "Interfaces on the way; 0: the source."),
    )
    office: str | None = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))
    data_objects: tuple[str, ...] = result(
        ("Datenobjekte", "Data objects"), ("IDs der Datenobjekte, um die es geht.", "Ids of the data objects."), ()
    )
    path: Text = result(("Weg", "Path"), ("Der ganze Weg von der Quelle an.", "The whole way from the source."), ...)
    first_wrong: str | None = result(
        ("Zuerst falsch bei", "First wrong at"), ("Der erste falsche Schritt.", "The first step that is wrong.")
    )
    evidence: Text = result(("Beleg", "Evidence"), ("Woran man es sieht.", "What shows it."), ...)
    way_out: Text = result(("Ausweg", "Way out"), ("Was zu tun ist.", "What to do."), ...)


class SensitiveFlows(Analysis):
    """Where sensitive data goes, and where it should not."""

    name = "sensitive_flows"
    topic = Topic.DATA
    row = SensitiveFinding
    parameters = (
        Parameter(
            "level",
            Text("Ab Stufe", "From level"),
            Text("Nur besonders schützenswerte Daten oder alle Personendaten.", "Only sensitive or all personal data."),
            "choice",
            default="sensitive",
            choices=tuple((word.value, word.text) for word in Level),
        ),
    )
    helpers = ("thing", "leaders", "stores")
    worked_out = (
        "label", "id", "name", "fault", "level", "hops", "office", "data_objects", "path", "first_wrong", "evidence",
        "way_out",
    )  # fmt: skip
    figures: ClassVar[dict[str, Text]] = {fault.value: fault.text for fault in SensitiveFault}

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each place or interface and finding, the gravest first."""
        least = rank_of(asked["level"])
        data = DataLandscape.read(asked, "HOSTED_ON", "LOCATED_IN")
        rated, unrated = sorts(data, asked.read(self.query))
        found = Exposures(data)
        _resting(found, least)
        for sort in rated:
            if sort.rank >= least:
                _moving(found, sort)
        _silent(found)
        for thing in unrated:
            found.add(Exposure(thing.key, SensitiveFault.UNRATED, 0, [thing], False, list, 0))
        return [*_rows(asked, found)]

    def summary(self, rows: Sequence[SensitiveFinding]) -> dict[str, Any]:
        """Findings of each sort."""
        count = Counter(row.fault for row in rows)
        return {fault.value: count[fault] for fault in SensitiveFault}


def _resting(found: Exposures, least: int) -> None:
    """What applications and stores say of themselves: that they hold such data, and where they run."""
    for place in found.data.of("Application", "DataStore"):
        rank = personal_rank(place.personal) or 0
        if rank >= least:
            found.has(Exposure(place.key, None, rank, [], True, partial(_source, place.key), 0))
            if fault := found.abroad(place.key):
                found.add(Exposure(place.key, fault, rank, [], True, partial(_source, place.key), 0))


def _source(place: int) -> Way:
    return [(None, place)]


def _moving(found: Exposures, sort: Sort) -> None:
    """What a data object meets on its way over interfaces, into applications and their stores."""
    data, steps = found.data, spread_of(found.data, sort)

    def met(fact: int, fault: SensitiveFault | None, end: int) -> Exposure:
        over = [] if fact == end else [(fact, None)]
        hops = steps[end].hops + len(over)
        return Exposure(
            fact, fault, sort.rank, [sort.thing], sort.certain, lambda: [*data.path(steps, end), *over], hops
        )

    for key in places(data, sort):
        found.has(met(key, None, key))
        place, source = data.things[key], data.application(steps[key].origin)
        for fault in (found.abroad(key), said_less(place, sort), lower_need(place, sort, source)):
            if fault:
                found.add(met(key, fault, key))
    for interface in data.carriers(sort.thing.key):
        if not (encrypted := data.encrypted[interface]):
            fault = SensitiveFault.ENCRYPTION_UNKNOWN if encrypted is None else SensitiveFault.UNENCRYPTED
            for provider in data.back("PROVIDES", interface)[:1]:
                found.add(met(interface, fault, provider))


def _silent(found: Exposures) -> None:
    """Interfaces of which nothing says what they carry, out of a place that has such data."""
    data = found.data
    for interface in data.encrypted:
        if not data.out("CARRIES", interface):
            for provider in data.back("PROVIDES", interface):
                if has := found.having.get(provider):
                    found.add(
                        Exposure(
                            interface,
                            SensitiveFault.FLOW_UNKNOWN,
                            has.rank,
                            has.things,
                            False,
                            partial(_onward, has, interface),
                            has.hops + 1,
                        )
                    )


def _onward(has: Exposure, interface: int) -> Way:
    return [*has.way(), (interface, None)]


def _rows(asked: Asked, found: Exposures) -> Iterator[AnalysisRow]:
    order = list(SensitiveFault)
    exposures = sorted(found.found.values(), key=lambda one: (-one.rank, order.index(one.fault or order[0]), one.hops))
    ways = [one.way() for one in exposures]
    named = names_of(asked, {key for way in ways for key, _ in way if key is not None})
    teller = Teller(found, named)
    for one, way in zip(exposures, ways, strict=True):
        yield SensitiveFinding.model_construct(**teller.told(one, way))
