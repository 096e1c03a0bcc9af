"""What is said about a gap: what holds, what stands against it, what is missing, and the way out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ea_cockpit.analyses.rules.findings import GapState, Unsettled, asks
from ea_cockpit.analyses.rules.gap import Cause, Gap
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.i18n import LANGS, Lang, Text
from ea_cockpit.model.facts.standard import Verdict

_FEW = 3
_KEEP = Text(
    "Die Vorgabe einhalten oder eine befristete Ausnahme beantragen.",
    "Keep the standard, or ask for a deviation with a term.",
)


def gap_reason(gap: Gap) -> Text:
    """«Veraltete Laufzeiten (untersagt seit 01.01.2023): Visual Basic 6. Ausnahme AB-2 gilt bis 31.12.2027.»."""
    said, parts = gap.rule.name, (_evidence(gap), _permission(gap))
    told = Text(*(" ".join(part.in_(lang) for part in parts if part.in_(lang)) for lang in LANGS))
    return Text(f"{said.de} ({_verdict(gap, 'de')}): {told.de}", f"{said.en} ({_verdict(gap, 'en')}): {told.en}")


def _verdict(gap: Gap, lang: Lang) -> str:
    rule, word = gap.rule, gap.rule.verdict.in_(lang).lower()
    if rule.verdict is Verdict.PHASE_OUT and rule.until:
        return f"{word} {'bis' if lang == 'de' else 'until'} {_day(rule.until)}"
    return f"{word} {'seit' if lang == 'de' else 'since'} {_day(rule.since)}" if rule.since else word


def _evidence(gap: Gap) -> Text:
    """Which facts decide it; where none do, what the rule asks of the fact itself."""
    demand = gap.rule.must.get(gap.fact.label)
    asked = Text(f" Verlangt: {demand.says.de}.", f" Demanded: {demand.says.en}.") if demand else Text("", "")
    if gap.causes:
        causes = _listed(cause.ref.title for cause in gap.causes)
        return Text(f"{causes.de}.{asked.de}", f"{causes.en}.{asked.en}")
    told = asks(gap.rule, gap.fact.label)
    return Text(f"{told.de}.", f"{told.en}.")


def _permission(gap: Gap) -> Text:
    if gap.deviation is None:
        return Text("", "")
    if gap.until is None:
        return Text(f"Ausnahme {gap.deviation} ohne Frist.", f"Deviation {gap.deviation} without a term.")
    day = _day(gap.until)
    if gap.state is GapState.EXPIRED:
        return Text(f"Ausnahme {gap.deviation} lief am {day} ab.", f"Deviation {gap.deviation} ended on {day}.")
    return Text(f"Ausnahme {gap.deviation} gilt bis {day}.", f"Deviation {gap.deviation} holds until {day}.")


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


def _told(cause: Cause) -> Text:
    if cause.ref.label == "BusinessCapability":
        return Text(f"Standardlösung {cause.next}", f"Standard solution {cause.next}")
    return Text(f"Nachfolge {cause.next}", f"Successor {cause.next}")


def missing_reason(one: Unsettled, terms: Terms) -> tuple[Text, Text]:
    """What is missing to decide, and what to do about it."""
    words = []
    for lacks in sorted(one.missing):
        title = terms.title(lacks.label, lacks.field)
        kind = terms.metamodel[lacks.label].title
        other = lacks.label != one.label
        words.append(
            Text(f"{title.de} ({kind.de})", f"{title.en} ({kind.en})")
            if other
            else Text(f"«{title.de}»", f"“{title.en}”")
        )
    listed = Text(*(", ".join(word.in_(lang) for word in words) for lang in LANGS))
    rules = ", ".join(sorted(one.rules))
    return (
        Text(f"Es fehlt: {listed.de}. Unentschieden: {rules}.", f"Missing: {listed.en}. Undecided: {rules}."),
        Text("Die fehlende Angabe ergänzen.", "Add the missing answer."),
    )


def _listed(names: Iterable[str]) -> Text:
    all_ = list(names)
    shown, rest = ", ".join(all_[:_FEW]), len(all_) - _FEW
    return Text(f"{shown} und {rest} weitere", f"{shown} and {rest} more") if rest > 0 else Text(shown, shown)


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
