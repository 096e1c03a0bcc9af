"""A case in words: what made it a group, what speaks against it, what stands in the way, why the verdict."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ea_cockpit.analyses.centralise.case import Case, parts_of
from ea_cockpit.analyses.centralise.dossier import ASPECTS, NEEDS, Dossier
from ea_cockpit.analyses.centralise.flows import Scores
from ea_cockpit.analyses.centralise.landscape import App, Shared
from ea_cockpit.analyses.centralise.offices import Offices
from ea_cockpit.analyses.centralise.weigh import sovereign
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.application import Decision
from ea_cockpit.naming.normalise import fold, name_of

_TITLES = {
    "name": Text("Name", "Name"), "capability": Text("Fähigkeit", "Capability"), "data": Text("Daten", "Data"),
    "product": Text("Produkt", "Product"), "supplier": Text("Lieferant", "Supplier"),
    "technology": Text("Technologie", "Technology"), "interfaces": Text("Schnittstellen", "Interfaces"),
}  # fmt: skip
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts cases into words."""

    dossier: Dossier
    offices: Offices
    weights: Scores
    day: dt.date
    contract_months: int

    def title(self, case: Case) -> str:
        """The work the members do, in the words of their names."""
        words = [_written(word, case.apps) for word in case.core]
        return " ".join(words)

    def members(self, case: Case) -> tuple[str, ...]:
        """Each member with its office; a guessed one with a question mark."""
        return tuple(f"{app.title}, {self.offices.title(app.office)}{'?' if app.guessed else ''}" for app in case.apps)

    def evidence(self, case: Case) -> tuple[Text, ...]:
        """What they share, part by part, with what it added; the gravest first, then what nobody knows."""
        shared = {part: (points, known) for part, points, known in parts_of(case, self.weights)}
        told = sorted((part for part in shared if shared[part][0] >= 0.5), key=lambda part: -shared[part][0])
        lines = [self._part(case, part, shared[part][0]) for part in told]
        missing = [_TITLES[part] for part in shared if shared[part][1] == 0]
        if missing:
            lines.append(
                Text(
                    f"Nicht verglichen, weil nicht erfasst: {', '.join(one.de for one in missing)}",
                    f"Not compared because not recorded: {', '.join(one.en for one in missing)}",
                )
            )
        return tuple(lines)

    def _part(self, case: Case, part: str, points: float) -> Text:
        what = self._shared(case, part)
        return Text(
            f"{_TITLES[part].de}: {what.de} (+{points:.0f} von 100)",
            f"{_TITLES[part].en}: {what.en} (+{points:.0f} of 100)",
        )

    def _shared(self, case: Case, part: str) -> Text:
        if part == "name":
            return Text(f"«{self.title(case)}»", f"“{self.title(case)}”")
        if part == "product":
            return _counted([[app.product_said] if app.product_said else [] for app in case.apps])
        if part == "supplier":
            return self._facts([frozenset({app.supplier} - {None}) for app in case.apps])
        if part == "interfaces":
            return self._facts([case.partners.get(app.node, frozenset()) for app in case.apps])
        getters: dict[str, Callable[[App], Shared]] = {
            "capability": lambda app: app.capabilities, "data": lambda app: app.data,
            "technology": lambda app: app.technologies,
        }  # fmt: skip
        return self._facts([getters[part](app) for app in case.apps])

    def _facts(self, listed: Sequence[Iterable[int | str | None]]) -> Text:
        return _counted([[self.dossier.name(fact) for fact in facts if fact is not None] for facts in listed])

    def against(self, case: Case) -> tuple[Text, ...]:
        """What speaks against bringing them together."""
        return (*self._sovereigns(case), *_needs(case), *_laws(case), *_deviations(case), *self._contracts(case))

    def _sovereigns(self, case: Case) -> Iterator[Text]:
        found = {app.office: sovereign(app.office, self.offices.units) for app in case.apps}
        apart = sorted(self.offices.title(office) for office, who in found.items() if who not in (None, "canton"))
        if len(set(found.values()) - {None}) > 1:
            yield _both("Eigene Träger: {}", "Sovereign bodies: {}", apart)
        unknown = [app.title for app in case.apps if found[app.office] is None]
        if unknown:
            yield _both("Amt oder dessen Art nicht erfasst: {}", "Office or its kind not recorded: {}", unknown)

    def _contracts(self, case: Case) -> Iterator[Text]:
        binding = sorted(
            (-member.contract_end.toordinal(), app.id, app, member.contract_end)
            for app, member in zip(case.apps, case.members, strict=True)
            if member.contract_end and (member.contract_months(self.day) or 0) > self.contract_months
        )
        if binding:
            # The longest first; the others are counted.
            de = [f"{app.title} (bis {end:%d.%m.%Y})" for *_, app, end in binding[:_SHOWN]]
            en = [f"{app.title} (until {end:%d.%m.%Y})" for *_, app, end in binding[:_SHOWN]]
            more = [f"+{len(binding) - _SHOWN}"] if len(binding) > _SHOWN else []
            yield Text(f"Verträge laufen weiter: {', '.join(de + more)}", f"Contracts run on: {', '.join(en + more)}")
        unknown = [a.title for a, m in zip(case.apps, case.members, strict=True) if m.contract_end is None]
        if unknown:
            yield _both("Vertragsende nicht erfasst: {}", "End of contract not recorded: {}", unknown)

    def blockers(self, case: Case) -> tuple[Text, ...]:
        """What must be cleared first."""
        return (*_same_entry(case), *_running(case), *_nobody(case), *_invested(case), *self._bound(case))

    def _bound(self, case: Case) -> Iterator[Text]:
        ends = [m.contract_end for m in case.members if (m.contract_months(self.day) or 0) > self.contract_months]
        latest = max((end for end in ends if end), default=None)
        if latest:
            yield Text(
                f"Verträge, die länger als {self.contract_months} Monate binden: {len(ends)}, bis {latest:%d.%m.%Y}",
                f"Contracts binding for over {self.contract_months} months: {len(ends)}, until {latest:%d.%m.%Y}",
            )  # fmt: skip

    def names(self, nodes: Sequence[int]) -> tuple[str, ...]:
        """The names of some facts, the first of them."""
        told = [self.dossier.name(node) for node in nodes[:_SHOWN]]
        return (*told, f"+{len(nodes) - _SHOWN}") if len(nodes) > _SHOWN else tuple(told)


def shown_facts(case: Case) -> Iterator[int | str]:
    """Everything whose name is told."""
    for app in case.apps:
        yield from app.capabilities | app.data | app.technologies
        yield from [app.supplier] if app.supplier is not None else []
    yield from (partner for partners in case.partners.values() for partner in partners)
    yield from case.rewiring.away[:_SHOWN]
    yield from case.rewiring.rebuild[:_SHOWN]
    yield from [case.target.node] if case.target.node is not None else []


def _written(word: str, apps: Sequence[App]) -> str:
    """A folded word as one of the names writes it."""
    for app in apps:
        for said in (app.name or "").replace("(", " ").replace(")", " ").split():
            if name_of(said).joined == word:
                return said.strip(",;:")
    for app in apps:
        for said in (app.name or "").split():
            if fold(said).startswith(word[:5]):
                return said.strip(",;:.()")
    return word.capitalize()


def _counted(listed: Sequence[Sequence[str]]) -> Text:
    """What most of those that name any have: «AktenFix (3 von 4)»."""
    named = [facts for facts in listed if facts]
    counts = Counter(fact for facts in named for fact in dict.fromkeys(facts))
    often = [(fact, count) for fact, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if count > 1]
    told = [
        Text(f"{fact} ({count} von {len(named)})", f"{fact} ({count} of {len(named)})")
        for fact, count in often[:_SHOWN]
    ]
    return Text(", ".join(one.de for one in told), ", ".join(one.en for one in told))


def _both(de: str, en: str, named: Sequence[str]) -> Text:
    more = f" (+{len(named) - _SHOWN})" if len(named) > _SHOWN else ""
    text = ", ".join(named[:_SHOWN]) + more
    return Text(de.format(text), en.format(text))


def _needs(case: Case) -> Iterator[Text]:
    """Aspects in which the needs lie apart, from the lowest to the highest with who has it."""
    for aspect, title in enumerate(ASPECTS):
        known = [
            (level, app)
            for app, member in zip(case.apps, case.members, strict=True)
            if (level := member.needs[aspect]) is not None
        ]
        if known and (low := min(known, key=_level))[0] < (high := max(known, key=_level))[0]:
            least, most = NEEDS[low[0]].text, NEEDS[high[0]].text
            yield Text(
                f"Schutzbedarf {title.de}: {least.de} ({low[1].title}) bis {most.de} ({high[1].title})",
                f"Need for {title.en}: {least.en} ({low[1].title}) to {most.en} ({high[1].title})",
            )
    unknown = [app.title for app, m in zip(case.apps, case.members, strict=True) if None in m.needs]
    if unknown:
        yield _both("Schutzbedarf unvollständig: {}", "Protection needs incomplete: {}", unknown)


def _level(one: tuple[int, App]) -> int:
    return one[0]


def _laws(case: Case) -> Iterator[Text]:
    holders: dict[frozenset[str], App] = {}
    for app, member in zip(case.apps, case.members, strict=True):
        if member.laws:
            holders.setdefault(member.laws, app)
    apart = next(((one, other) for one, other in combinations(holders, 2) if one.isdisjoint(other)), None)
    if apart:
        told = "; ".join(f"{holders[laws].title}: {', '.join(sorted(laws))}" for laws in apart)
        yield Text(f"Verschiedene Rechtsgrundlagen: {told}", f"Different legal bases: {told}")


def _deviations(case: Case) -> Iterator[Text]:
    for app, member in zip(case.apps, case.members, strict=True):
        for granted in member.deviations:
            until = f"{granted.until:%d.%m.%Y}" if granted.until else "–"
            yield Text(
                f"Ausnahme {granted.id} für {app.title} bis {until}: {granted.reason or 'ohne Begründung'}",
                f"Deviation {granted.id} for {app.title} until {until}: {granted.reason or 'no reason given'}",
            )


def _same_entry(case: Case) -> Iterator[Text]:
    """Equal names that bear no office's mark look like one application listed twice."""
    listed: dict[str, list[str]] = {}
    for app in case.apps:
        listed.setdefault(_plain(app), []).append(app.title)
    for titles in listed.values():
        if len(titles) > 1:
            yield _both(
                "Vielleicht dieselbe Applikation zweimal erfasst: {}",
                "Perhaps one application listed twice: {}",
                titles,
            )


def _plain(app: App) -> str:
    words = name_of(app.name or app.id).words
    return "".join(words).removeprefix("fachapplikation") if words else app.id


def _running(case: Case) -> Iterator[Text]:
    unknown = [app.title for app, member in zip(case.apps, case.members, strict=True) if member.status is None]
    if unknown:
        yield _both("Ob noch in Betrieb, ist nicht erfasst: {}", "Whether it still runs is not recorded: {}", unknown)


def _nobody(case: Case) -> Iterator[Text]:
    unknown = [app.title for app in case.apps if app.office is None or app.guessed]
    if unknown:
        yield _both("Zuständiges Amt nicht erfasst: {}", "Nobody is named as owner: {}", unknown)


def _invested(case: Case) -> Iterator[Text]:
    grown = [
        app.title
        for app, member in zip(case.apps, case.members, strict=True)
        if member.decision is Decision.INVEST and app.node != case.target.node
    ]
    if grown:
        yield _both("Ausbau beschlossen: {}", "It was decided to invest in: {}", grown)
