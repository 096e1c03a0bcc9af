"""A change log to read between two architecture reviews: what came, what went, what changed; as Markdown or plain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph.history import FactChanges, LinkChange, Span, ValueChange, What
from ea_cockpit.i18n import Lang, Text, translator
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.values import Choice

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_YES, _NO = Text("ja", "yes"), Text("nein", "no")


@dataclass(frozen=True, slots=True)
class ChangeLog:
    """The changes of a span, in the order of the catalogue."""

    span: Span
    facts: Sequence[FactChanges]

    def of(self, label: str, what: What) -> list[FactChanges]:
        """Those of one fact type that came, went or changed."""
        return [one for one in self.facts if one.fact.label == label and one.what is what]


def markdown(log: ChangeLog, metamodel: Metamodel, lang: Lang) -> str:
    """The log with headings and lists; nothing in a value is taken for a mark."""
    return _Writer(metamodel, lang, marked=True).write(log)


def plain(log: ChangeLog, metamodel: Metamodel, lang: Lang) -> str:
    """The log for a terminal."""
    return _Writer(metamodel, lang, marked=False).write(log)


def as_json(log: ChangeLog, lang: Lang) -> dict[str, Any]:
    """The log for scripts: values as the graph keeps them, partners as `Label:id`."""
    return {
        "since": log.span.since,
        "until": log.span.until,
        "facts": [fact_json(one, lang) for one in log.facts],
    }


def fact_json(one: FactChanges, lang: Lang) -> dict[str, Any]:
    """What happened to one fact, for scripts."""
    return {
        "fact": one.fact.key,
        "name": one.fact.name,
        "what": one.what.value,
        "fields": [
            {"field": v.field, "title": v.title.in_(lang), "old": plain_value(v.old), "new": plain_value(v.new)}
            for v in one.values
        ],
        "links": [
            {"link": c.link.name, "title": c.link.title.in_(lang), "partner": c.partner.key, "added": c.added}
            for c in one.links
        ],
    }


def plain_value(value: Any) -> Any:
    """A value for JSON."""
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Choice) else getattr(value, "key", value)


def in_words(value: Any, lang: Lang) -> str:
    """A value as people read it."""
    if isinstance(value, Choice):
        return value.in_(lang)
    if isinstance(value, bool):
        return (_YES if value else _NO).in_(lang)
    if isinstance(value, tuple | list):
        return "; ".join(in_words(item, lang) for item in value)
    if isinstance(value, int | float):
        whole = float(value).is_integer()
        return (f"{value:,.0f}" if whole else f"{value:,}").replace(",", "'")
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    return "–" if value is None else str(getattr(value, "title", value) if not isinstance(value, str) else value)


class _Writer:
    """Writes the log in one language."""

    def __init__(self, metamodel: Metamodel, lang: Lang, *, marked: bool) -> None:
        self.metamodel, self.lang, self.marked = metamodel, lang, marked
        self.words = translator(lang)

    def write(self, log: ChangeLog) -> str:
        return "\n".join(self._lines(log)) + "\n"

    def _lines(self, log: ChangeLog) -> Iterator[str]:
        _ = self.words
        yield from self._heading(1, _("Changes from {since} to {until}").format(**self._ends(log.span)))
        if not log.facts:
            yield _("Nothing differs.")
        for kind in self.metamodel:
            parts = {what: log.of(kind.label, what) for what in (What.CREATED, What.RETIRED, What.CHANGED)}
            if any(parts.values()):
                yield from self._heading(2, kind.plural.in_(self.lang))
            for what, listed in parts.items():
                if listed:
                    yield from self._heading(3, f"{self._what(what)} ({len(listed)})")
                    yield from self._facts(listed)

    def _ends(self, span: Span) -> dict[str, str]:
        ends = (("since", span.since, span.since_at), ("until", span.until, span.until_at))
        return {name: self._end(number, at) for name, number, at in ends}

    def _end(self, number: int, at: dt.datetime | None) -> str:
        if at is None:
            return self.words("the beginning")
        return self.words("import {run} ({day})").format(run=number, day=f"{at.astimezone():%d.%m.%Y}")

    def _what(self, what: What) -> str:
        _ = self.words
        return {What.CREATED: _("Came"), What.RETIRED: _("Went"), What.CHANGED: _("Changed")}[what]

    def _heading(self, level: int, text: str) -> Iterator[str]:
        if self.marked:
            yield from ([f"{'#' * level} {text}", ""] if level == 1 else ["", f"{'#' * level} {text}", ""])
        else:
            yield from ([text] if level == 1 else ["", text] if level == 2 else [f"  {text}"])

    def _facts(self, facts: Iterable[FactChanges]) -> Iterator[str]:
        outer, inner = ("- ", "  - ") if self.marked else ("    ", "      ")
        for one in facts:
            title, id_ = self._safe(one.fact.title), self._safe(one.fact.id)
            name = f"**{title}**" if self.marked else title
            yield outer + (f"{name} ({id_})" if one.fact.name else name)
            # Of what went nobody needs every field; it stands in the history of the fact.
            if one.what is not What.RETIRED:
                yield from (inner + self._value(value, one.what) for value in one.values if value.field != "name")
                yield from (inner + self._value(v, one.what) for v in one.values if v.field == "name" and v.old)
            yield from (inner + self._link(one, change) for change in one.links)

    def _value(self, value: ValueChange, what: What) -> str:
        title, old, new = (
            self._safe(text)
            for text in (value.title.in_(self.lang), in_words(value.old, self.lang), in_words(value.new, self.lang))
        )
        return f"{title}: {new}" if what is What.CREATED else f"{title}: {old} → {new}"

    def _link(self, one: FactChanges, change: LinkChange) -> str:
        _ = self.words
        new, ended = _("«{fact}» – {link}: «{partner}» (new)"), _("«{fact}» – {link}: «{partner}» (ended)")
        says = new if change.added else ended
        fact, partner = self._safe(one.fact.title), self._safe(change.partner.title)
        return says.format(fact=fact, link=self._safe(change.link.title.in_(self.lang)), partner=partner)

    def _safe(self, text: str) -> str:
        line = " ".join(text.split())
        return _MARKS.sub(r"\\\1", line) if self.marked else line
