"""An exposure in words: the whole way, the first step that is wrong, what shows it and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ea_cockpit.analyses.data.exposure import Exposure, Exposures, Way
from ea_cockpit.analyses.data.landscape import Thing, listed
from ea_cockpit.analyses.data.protection import level
from ea_cockpit.analyses.data.sensitive_texts import EVIDENCE, REMEDIES
from ea_cockpit.analyses.data.sensitive_texts import SensitiveFault as Fault
from ea_cockpit.i18n import LANGS, Lang, Text
from ea_cockpit.model.facts.hosting import Jurisdiction
from ea_cockpit.model.protection import Classification, Need, PersonalData
from ea_cockpit.model.values import Choice

_OWN = Text("{level} nach eigener Angabe", "{level} by its own statement")
_PRESUMED = Text(" (vermutet: das Datenobjekt selbst sagt nichts)", " (presumed: the data object itself says nothing)")
_AT_SOURCE = Text("; an der Quelle {source} {need}", "; at the source {source} {need}")
_NOWHERE = Text("keine Betriebsumgebung erfasst", "no hosting recorded")
_PERSONAL, _CLASS, _NEED = (
    Text("Personendaten", "personal data"), Text("Klassifizierung", "classification"),
    Text("Vertraulichkeit", "confidentiality"),
)  # fmt: skip
_NOT_SAID = Text("nicht erfasst", "not recorded")
_PLACES = (Fault.ABROAD, Fault.JURISDICTION_UNKNOWN)


class Teller:
    """Knows the landscape and the names of interfaces, and tells exposures."""

    def __init__(self, found: Exposures, interfaces: dict[int, tuple[str, str]]) -> None:
        self.found, self.data, self.interfaces = found, found.data, interfaces

    def told(self, one: Exposure, way: Way) -> dict[str, Any]:
        """The values of a row."""
        fault = one.fault or Fault.UNRATED
        thing = self.data.things.get(one.fact)
        id_, name = (thing.id, thing.name) if thing else self.interfaces[one.fact]
        holder = one.fact if thing else next(iter(self.data.back("PROVIDES", one.fact)), one.fact)
        path = self._path(way)
        return {
            "label": thing.label if thing else "Interface", "id": id_, "name": name, "fault": fault,
            "level": level(one.rank) if one.rank else None, "hops": one.hops if way else None,
            "office": self.data.office(holder), "data_objects": tuple(sorted(t.id for t in one.things)),
            "path": Text(path, path), "first_wrong": self._first(one, way),
            "evidence": Text(*(self._evidence(one, fault, lang) for lang in LANGS)), "way_out": REMEDIES[fault],
        }  # fmt: skip

    def _path(self, way: Way) -> str:
        """«A» (APP-1) –IF-3→ «B» (APP-2): within one application no interface stands between."""
        told = ""
        for interface, place in way:
            if told:
                told += f" –{self.interfaces[interface][0]}→ " if interface is not None else " – "
            told += self.data.things[place].title if place is not None else "…"
        return told

    def _first(self, one: Exposure, way: Way) -> str | None:
        """The first interface or place on the way that has the same fault, because of the same data."""
        for key in (key for step in way for key in step if key is not None):
            same = self.found.found.get((key, one.fault))
            if same and (one.fault in _PLACES or not one.things or set(one.things[:1]) & set(same.things)):
                return self.data.things[key].title if key in self.data.things else self.interfaces[key][0]
        return None

    def _evidence(self, one: Exposure, fault: Fault, lang: Lang) -> str:
        titles = listed([thing.title for thing in one.things])[LANGS.index(lang)]
        word = level(one.rank).in_(lang) if one.rank else ""
        what = titles or _OWN.in_(lang).format(level=word)
        if not one.certain and fault not in (Fault.FLOW_UNKNOWN, Fault.UNRATED):
            what += _PRESUMED.in_(lang)
        where = self._place(one.fact, lang) if fault in _PLACES else self._protection(one.fact, lang)
        if fault is Fault.LOWER_NEED and (source := self._source(one)):
            where += _AT_SOURCE.in_(lang).format(source=source.title, need=_word(Need, source.secrecy, lang))
        return EVIDENCE[fault].in_(lang).format(what=what, where=where)

    def _source(self, one: Exposure) -> Thing | None:
        first = next((place for _, place in one.way() if place is not None), None)
        return None if first is None else self.data.application(first)

    def _place(self, place: int, lang: Lang) -> str:
        hosts = [self.data.things[host] for host in self.data.out("HOSTED_ON", place)]
        told = [f"{host.title}, {_word(Jurisdiction, self.found.law(host.key), lang)}" for host in hosts]
        return "; ".join(told) or _NOWHERE.in_(lang)

    def _protection(self, key: int, lang: Lang) -> str:
        place: Thing | None = self.data.things.get(key)
        if place is None:
            return ""
        title, words = (_CLASS, Classification) if place.label == "DataStore" else (_NEED, Need)
        return (
            f"{_PERSONAL.in_(lang)} {_word(PersonalData, place.personal, lang)}, "
            f"{title.in_(lang)} {_word(words, place.secrecy, lang)}"
        )


def _word(words: type[Choice], value: str | None, lang: Lang) -> str:
    known: Callable[[str], Choice | None] = {word.value: word for word in words}.get
    found = known(value) if value else None
    return found.in_(lang) if found else _NOT_SAID.in_(lang)
