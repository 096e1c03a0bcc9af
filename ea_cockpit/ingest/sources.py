"""Who says what: each source owns the facts it brought, and where two describe one fact neither is lost.

A source that repeats what it said before changes nothing, whatever others said since; a source that says something new
counts, unless the settings give another one precedence for that field. What each said stays with the fact.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.graph.statements import CUSTOM
from ea_cockpit.graph.store import as_property
from ea_cockpit.ingest.draft import Draft
from ea_cockpit.ingest.known import Known, Properties
from ea_cockpit.ingest.parse import as_text
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.ingest.source_problems import SourcesDiffer
from ea_cockpit.model.metamodel import Link

SOURCES, SAID, MISSING = "_sources", "_said", "_missing_in"
Said = dict[str, dict[str, Any]]
"""By source, by field: what it said last. Kept only for fields on which sources differ."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The source of each file, the files that state only what they change, and which source goes before which.

    `precedence` names sources in order, by field (`status`), by fact type and field (`Application.status`) or for all
    fields (`*`); the most exact entry counts.
    """

    by_file: Mapping[str, str]
    corrections: frozenset[str] = frozenset()
    precedence: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def order(self, label: str, name: str) -> list[str]:
        """Sources in order of their weight for a field; those not named come after all of these."""
        for key in (f"{label}.{name}", name, "*"):
            if key in self.precedence:
                return [source.casefold() for source in self.precedence[key]]
        return []


def claim(drafts: Iterable[Draft], known: Known, sources: Sources) -> Iterator[Problem]:
    """Take out of each draft what its source may not change, note who says what; tells where sources differ."""
    for draft in drafts:
        before = known.facts.get(draft.key)
        source = sources.by_file.get(draft.file)
        if source is None or draft.extends:
            continue
        if before is None:
            draft.book[SOURCES] = [source]
            continue
        owners = list(before.get(SOURCES, ()))
        others = [owner for owner in owners if owner != source]
        correction = draft.file in sources.corrections
        one = _Claim(draft, before, known, source, others, sources) if others or correction else None
        # A workbook of our own that comes back states nothing by what it leaves as it was.
        if one and correction and not one.differs():
            continue
        if source not in owners:
            draft.book[SOURCES] = [*owners, source]
        _seen_again(draft, before, source)
        if one and one.others:
            yield from one.settle()


def _seen_again(draft: Draft, before: Properties, source: str) -> None:
    marks = before.get(MISSING, ())
    kept = [mark for mark in marks if mark.partition("|")[0] != source]
    if len(kept) < len(marks):
        draft.book[MISSING] = kept or None


class _Claim:
    """One fact that several sources describe."""

    def __init__(
        self, draft: Draft, before: Properties, known: Known, source: str, others: list[str], sources: Sources
    ) -> None:
        self.draft, self.before, self.known = draft, before, known
        self.source, self.others, self.sources = source, others, sources
        self.said: Said = json.loads(before.get(SAID, "{}"))

    def settle(self) -> Iterator[Problem]:
        """Decide field by field."""
        unchanged = json.dumps(self.said, sort_keys=True)
        for name, theirs in self._stated():
            ours = self._ours(name)
            if theirs == ours:
                self._agree(name, theirs)
            elif self._stays(name, theirs, ours):
                self._drop(name)
            elif ours not in (None, []) and self.draft.file not in self.sources.corrections:
                yield self._differ(name, theirs, ours)
        if json.dumps(self.said, sort_keys=True) != unchanged:
            self.draft.book[SAID] = json.dumps(self.said, ensure_ascii=False, sort_keys=True) if self.said else None

    def differs(self) -> bool:
        """Whether the file says anything the graph does not."""
        return any(theirs != self._ours(name) for name, theirs in self._stated())

    def _stated(self) -> list[tuple[str, Any]]:
        stated = [(name, plain(value)) for name, value in self.draft.values.items()]
        stated += [(CUSTOM + heading, text) for heading, text in self.draft.custom.items()]
        return [*stated, *((name, self._partners(name)) for name in self.draft.partners)]

    def _stays(self, name: str, theirs: Any, ours: Any) -> bool:
        """Whether the graph keeps its value; notes what was said."""
        mine = self.said.get(self.source, {})
        told_before = name in mine
        # A cell of a workbook of our own that comes back was changed on purpose: emptied, or set back to what was said.
        on_purpose = self.draft.file in self.sources.corrections
        if theirs in (None, []) and not told_before and not on_purpose:
            # An empty cell of a source that never said anything here clears nothing.
            return True
        repeats = told_before and mine[name] == theirs and not on_purpose
        rivals = [other for other in self.others if self.said.get(other, {}).get(name, ours) == ours]
        for other in self.others:
            if name not in self.said.get(other, {}):
                self.said.setdefault(other, {})[name] = ours
        self.said.setdefault(self.source, {})[name] = theirs
        order = self.sources.order(self.draft.kind.label, name)
        weight = {source: place for place, source in enumerate(order)}
        own = weight.get(self.source, len(order))
        best = min((weight.get(other, len(order)) for other in rivals), default=len(order))
        return best < own or (repeats and own >= best)

    def _agree(self, name: str, value: Any) -> None:
        """All who speak say the same again: nothing to remember."""
        if name in self.said.get(self.source, {}):
            self.said[self.source][name] = value
        if all(fields.get(name, value) == value for fields in self.said.values()):
            for source in list(self.said):
                self.said[source].pop(name, None)
                if not self.said[source]:
                    del self.said[source]

    def _drop(self, name: str) -> None:
        if name.startswith(CUSTOM):
            self.draft.custom.pop(name.removeprefix(CUSTOM), None)
        elif name in self.draft.partners:
            del self.draft.partners[name]
            self.draft.refs.pop(name, None)
            self.draft.open = [kept for kept in self.draft.open if kept.partition("=")[0] != name]
        else:
            self.draft.values.pop(name, None)

    def _differ(self, name: str, theirs: Any, ours: Any) -> Problem:
        others = ", ".join(other for other in self.others if self.said.get(other, {}).get(name) == ours)
        values = {"other": others or ", ".join(self.others), "before": shown(ours), "fact": self.draft.id}
        return SourcesDiffer(self.draft.cell(name.removeprefix(CUSTOM)), shown(theirs), values)

    def _ours(self, name: str) -> Any:
        link = self.draft.kind.by_name.get(name)
        if isinstance(link, Link):
            partners = self.known.partners(self.draft.kind.label, name, link.targets, self.draft.id)
            texts = [kept.partition("=")[2] for kept in self.before.get("_open", ()) if kept.startswith(f"{name}=")]
            return sorted([f"{label}:{id_}" for label, id_ in partners] + texts)
        return plain(self.before.get(name))

    def _partners(self, name: str) -> list[str]:
        texts = [kept.partition("=")[2] for kept in self.draft.open if kept.startswith(f"{name}=")]
        return sorted([f"{label}:{id_}" for label, id_ in self.draft.partners[name]] + texts)


def plain(value: Any) -> Any:
    """A value as JSON keeps it, so that what was said can be compared with what is said now."""
    kept = as_property(value)
    if isinstance(kept, dt.date):
        return kept.isoformat()
    # An empty list is as much as no value: neither is kept in the graph.
    return kept if kept not in ([], "") else None


def shown(value: Any) -> str:
    """A said value for a message."""
    return ", ".join(value) if isinstance(value, list) else "–" if value is None else as_text(value)
