"""A rule as the fact it becomes: a standard with its check."""

from __future__ import annotations

from typing import Any

from ea_cockpit.analyses.rules.read import WrittenRule
from ea_cockpit.analyses.rules.rule import RuleEntry, Words
from ea_cockpit.analyses.rules.yaml_text import flow
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.facts.standard import Standard


def standard_of(written: WrittenRule) -> Fact:
    """The standard a rule becomes; its examples stay in the file."""
    entry = written.entry
    return Standard(
        id=entry.id,
        name=entry.name.de,
        description=entry.why.de if entry.why else None,
        domain=entry.domain,
        verdict=entry.verdict,
        rule=entry.rule.de if entry.rule else None,
        check=check_text(entry),
        version=entry.version,
        valid_from=entry.since,
        valid_until=entry.until,
        published_source=entry.source,
    )


def check_text(entry: RuleEntry) -> str:
    """What the rule asks, on one line without the outer braces, as it fits a cell."""
    asked: dict[str, Any] = {"applies_to": _one_or_all(entry.applies_to)}
    if entry.also:
        asked["also"] = _one_or_all(list(entry.also))
    asked |= {name: part for name, part in (("where", entry.where), ("must", entry.must)) if part}
    way: dict[str, Any] = {
        name: word
        for name, word in (("technology", entry.way_out.technology), ("solution", entry.way_out.solution))
        if word
    }
    if entry.way_out.text:
        way["text"] = _words(entry.way_out.text)
    if way:
        asked["way_out"] = way
    return flow(asked)[1:-1]


def _one_or_all(words: list[str]) -> str | list[str]:
    return words[0] if len(words) == 1 else words


def _words(text: Words) -> str | dict[str, str]:
    return text.de if text.de == text.en else {"de": text.de, "en": text.en}
