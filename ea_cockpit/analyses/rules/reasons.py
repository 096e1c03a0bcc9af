"""What is said about a gap: what holds, what stands against it, what is missing, and the way out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ea_cockpit.analyses.rules.findings import GapState, asks
from ea_cockpit.analyses.rules.gap import Gap, Named
from ea_cockpit.analyses.rules.outcome import Missing
from ea_cockpit.analyses.rules.rule import Rule
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.i18n import LANGS, Lang, Text
from ea_cockpit.model.facts.standard import Verdict

_FEW = 3
_KEEP = Text(
    "Die Vorgabe einhalten oder eine befristete Ausnahme beantragen.",
    "Keep the standard, or ask for a deviation with a term.",
)


class Reasons:
    """Puts gaps into words; what a rule says of itself is put once, however many facts it hits."""

    def __init__(self) -> None:
        self._heads: dict[str, Text] = {}
        self._demands: dict[tuple[int, str], tuple[Text, Text]] = {}

    def of(self, gap: Gap) -> Text:
        """«Veraltete Laufzeiten (untersagt seit 01.01.2023): Visual Basic 6. Ausnahme AB-2 gilt bis 31.12.2027.»."""
        head, permission = self._head(gap.rule), _permission(gap)
        asked, demanded = self._demand(gap.rule, gap.fact.label)
        if gap.causes:
            causes = _listed(cause.ref.title for cause in gap.causes)
            asked = Text(f"{causes.de}.{demanded.de}", f"{causes.en}.{demanded.en}")
        return Text(f"{head.de}: {asked.de}{permission.de}", f"{head.en}: {asked.en}{permission.en}")

    def _head(self, rule: Rule) -> Text:
        if rule.id not in self._heads:
            said = rule.name
            self._heads[rule.id] = Text(f"{said.de} ({_verdict(rule, 'de')})", f"{said.en} ({_verdict(rule, 'en')})")
        return self._heads[rule.id]

    def _demand(self, rule: Rule, label: str) -> tuple[Text, Text]:
        """What the rule asks of a fact of this type, and what it demands of it."""
        key = id(rule), label
        if key not in self._demands:
            told, demand = asks(rule, label), rule.must.get(label)
            said = Text(f" Verlangt: {demand.says.de}.", f" Demanded: {demand.says.en}.") if demand else Text("", "")
            self._demands[key] = Text(f"{told.de}.", f"{told.en}."), said
        return self._demands[key]


def _verdict(rule: Rule, lang: Lang) -> str:
    word = rule.verdict.in_(lang).lower()
    if rule.verdict is Verdict.PHASE_OUT and rule.until:
        return f"{word} {'bis' if lang == 'de' else 'until'} {_day(rule.until)}"
    return f"{word} {'seit' if lang == 'de' else 'since'} {_day(rule.since)}" if rule.since else word


def _permission(gap: Gap) -> Text:
    if gap.deviation is None:
        return Text("", "")
    if gap.until is None:
        return Text(f" Ausnahme {gap.deviation} ohne Frist.", f" Deviation {gap.deviation} without a term.")
    day = _day(gap.until)
    if gap.state is GapState.EXPIRED:
        return Text(f" Ausnahme {gap.deviation} lief am {day} ab.", f" Deviation {gap.deviation} ended on {day}.")
    return Text(f" Ausnahme {gap.deviation} gilt bis {day}.", f" Deviation {gap.deviation} holds until {day}.")


def way_out(gap: Gap, liked: Mapping[str, tuple[str, Sequence[str]]]) -> Text:
    """The rule's own, else successors and standard solutions, preferred technologies, else to keep the rule."""
    own = _own_words(gap)
    if own:
        return Text(*(", ".join(text.in_(lang) for text in own) for lang in LANGS))
    nexts = list(dict.fromkeys(_told(cause) for cause in gap.causes if cause.next))
    if nexts:
        return Text(*("; ".join(text.in_(lang) for text in nexts[:_FEW]) for lang in LANGS))
    for cause in gap.causes:
        if cause.ref.label == "Technology" and cause.kind in liked:
            standard, names = liked[cause.kind or ""]
            listed = _listed(names)
            return Text(f"Vorgegeben sind {listed.de} ({standard}).", f"Set are {listed.en} ({standard}).")
    return _KEEP


def _own_words(gap: Gap) -> list[Text]:
    way = gap.rule.way_out
    found = [way.text.text] if way.text else []
    if way.technology:
        found.append(Text(f"Technologie {way.technology}", f"technology {way.technology}"))
    if way.solution:
        found.append(Text(f"Standardlösung {way.solution}", f"standard solution {way.solution}"))
    return found


def _told(cause: Named) -> Text:
    if cause.ref.label == "BusinessCapability":
        return Text(f"Standardlösung {cause.next}", f"Standard solution {cause.next}")
    return Text(f"Nachfolge {cause.next}", f"Successor {cause.next}")


def missing_reason(label: str, rules: Iterable[str], missing: Iterable[Missing], terms: Terms) -> tuple[Text, Text]:
    """What is missing to decide, and what to do about it."""
    words = [_lacking(lacks, label, terms) for lacks in sorted(missing)]
    listed = Text(*(", ".join(word.in_(lang) for word in words) for lang in LANGS))
    unsettled = ", ".join(sorted(rules))
    return (
        Text(f"Es fehlt: {listed.de}. Unentschieden: {unsettled}.", f"Missing: {listed.en}. Undecided: {unsettled}."),
        Text("Die fehlende Angabe ergänzen.", "Add the missing answer."),
    )


def _lacking(lacks: Missing, label: str, terms: Terms) -> Text:
    title = terms.title(lacks.label, lacks.field)
    if lacks.label == label:
        return Text(f"«{title.de}»", f"“{title.en}”")
    kind = terms.metamodel[lacks.label].title
    return Text(f"«{title.de}» ({kind.de})", f"“{title.en}” ({kind.en})")


def _listed(names: Iterable[str]) -> Text:
    all_ = list(names)
    shown, rest = ", ".join(all_[:_FEW]), len(all_) - _FEW
    return Text(f"{shown} und {rest} weitere", f"{shown} and {rest} more") if rest > 0 else Text(shown, shown)


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
