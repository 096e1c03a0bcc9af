"""The history for readers: what a run changed, what differs between two states, how one fact came to be as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from ea_cockpit.graph import statements
from ea_cockpit.graph.catalogue_values import FactRef, Reader
from ea_cockpit.graph.history_apply import link_of
from ea_cockpit.graph.history_delta import Delta, Key, Properties, Touch
from ea_cockpit.graph.history_kept import changes_by_run, changes_of
from ea_cockpit.graph.history_runs import all_runs, runs_between
from ea_cockpit.graph.history_trouble import NotRecorded, UnknownRun
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel

_OPEN = "_open"
_OPEN_TITLE = Text("Offene Verweise", "Open references")


class What(str, Enum):  # noqa: UP042  its value goes into JSON
    """What became of a fact."""

    CREATED = "created"
    CHANGED = "changed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A field with its value before and after, words of closed lists as choices; None is an empty field."""

    field: str
    title: Text
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that comes (`added`) or goes."""

    link: Link
    partner: FactRef
    added: bool


@dataclass(frozen=True, slots=True)
class FactChanges:
    """Everything that happened to one fact: its fields, and the links it names."""

    fact: FactRef
    what: What
    values: tuple[ValueChange, ...]
    links: tuple[LinkChange, ...]


@dataclass(frozen=True, slots=True)
class RunChanges:
    """What one run changed: a portion of the facts it touched, and how many these are in all."""

    run: int
    facts: tuple[FactChanges, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of one fact that a run changed; of a link, `old` are the partners that went, `new` those that came."""

    run: int
    at: dt.datetime
    field: str
    title: Text
    old: Any
    new: Any


@collector_paused()
def run_changes(reader: Reader, run: int, metamodel: Metamodel, offset: int = 0, limit: int = 500) -> RunChanges:
    """What a run changed, fact by fact in the order of the catalogue; also of a run that was undone."""
    known = {one.number: one for one in all_runs(reader)}.get(run)
    if known is None:
        raise UnknownRun(run=run)
    if not known.recorded:
        raise NotRecorded(run=run)
    delta = changes_of([run], reader)
    keys = _touched(delta, metamodel)
    return RunChanges(run, tuple(_facts(delta, keys[offset : offset + limit], metamodel, reader)), len(keys))


@collector_paused()
def net_changes(reader: Reader, since: int, until: int, metamodel: Metamodel) -> list[FactChanges]:
    """What differs between the states after two runs; what changed and changed back is not among it."""
    delta = changes_of(runs_between(since, until, all_runs(reader)), reader)
    return list(_facts(delta, _touched(delta, metamodel), metamodel, reader))


def fact_history(reader: Reader, label: str, id: str, metamodel: Metamodel) -> list[FieldChange]:  # noqa: A002
    """Which run changed which field of a fact from what to what, the latest first; undone runs do not count."""
    found: list[FieldChange] = []
    key = (label, id)
    for run, at, delta in reversed(changes_by_run(key, reader)):
        for one in _facts(_only(delta, key), [key] if label in metamodel else [], metamodel, reader):
            found += [FieldChange(run, at, v.field, v.title, v.old, v.new) for v in one.values]
            found += _link_fields(run, at, one.links)
    return found


def _only(delta: Delta, key: Key) -> Delta:
    links = {
        link: {pair: comes for pair, comes in pairs.items() if pair[0] == key[1]}
        for link, pairs in delta.links.items()
        if link[0] == key[0]
    }
    facts = {key: delta.facts[key]} if key in delta.facts else {}
    return Delta(facts, {link: pairs for link, pairs in links.items() if pairs})


def _link_fields(run: int, at: dt.datetime, changes: Iterable[LinkChange]) -> Iterator[FieldChange]:
    by_link: dict[str, list[LinkChange]] = {}
    for change in changes:
        by_link.setdefault(change.link.name, []).append(change)
    for name, listed in by_link.items():
        old, new = (tuple(one.partner for one in listed if one.added is added) for added in (False, True))
        yield FieldChange(run, at, name, listed[0].link.title, old or None, new or None)


def _touched(delta: Delta, metamodel: Metamodel) -> list[Key]:
    """The facts whose fields or links change, as the catalogue orders them; book-keeping alone does not count."""
    seen = (key for key, touch in delta.facts.items() if None in touch or any(map(_is_shown, touch.fields)))
    keys = {*seen, *((label, source) for (label, _, _), pairs in delta.links.items() for source, _ in pairs)}
    rank = {kind.label: place for place, kind in enumerate(metamodel)}
    return sorted((key for key in keys if key[0] in rank), key=lambda key: (rank[key[0]], key[1]))


def _facts(delta: Delta, keys: Collection[Key], metamodel: Metamodel, reader: Reader) -> Iterator[FactChanges]:
    wanted = set(keys)
    links: dict[Key, list[tuple[Link, Key, bool]]] = {}
    for (label, name, target), pairs in delta.links.items():
        for (source, partner), comes in pairs.items():
            if (label, source) in wanted:
                change = (link_of(label, name, target, metamodel), (target, partner), comes)
                links.setdefault((label, source), []).append(change)
    refs = _Names({*wanted, *(partner for listed in links.values() for _, partner, _ in listed)}, delta, reader)
    for key in keys:
        touch = delta.facts.get(key, Touch({}, {}))
        what = What.CREATED if touch.before is None else What.RETIRED if touch.after is None else What.CHANGED
        listed = sorted(links.get(key, ()), key=lambda one: (one[0].name, not one[2], one[1]))
        changes = tuple(LinkChange(link, refs.of(partner), comes) for link, partner, comes in listed)
        yield FactChanges(refs.of(key), what, tuple(_values(touch, metamodel[key[0]])), changes)


class _Names:
    """What facts are called: in the graph now, or as the change itself says."""

    def __init__(self, keys: Collection[Key], delta: Delta, reader: Reader) -> None:
        self.names: dict[Key, str | None] = {}
        if keys:
            for row in reader.read(load("history/names"), keys=[[*key] for key in sorted(keys)]):
                self.names[row["label"], row["id"]] = row["name"]
        for key in keys:
            before, after = delta.facts.get(key, Touch({}, {}))
            said = {**(before or {}), **(after or {})}
            if "name" in said:
                self.names[key] = said["name"]

    def of(self, key: Key) -> FactRef:
        """The fact with its name."""
        return FactRef(*key, self.names.get(key))


def _values(touch: Touch, kind: FactType) -> Iterator[ValueChange]:
    order = {field.name: place for place, field in enumerate(kind.fields)}
    for name in sorted(touch.fields - {"id"}, key=lambda name: (order.get(name, len(order)), name)):
        field = kind.by_name.get(name)
        if _is_shown(name):
            old, new = (_value(side, name, field, kind) for side in touch)
            yield ValueChange(name, _title(name, field), old, new)


def _is_shown(name: str) -> bool:
    # What begins with _ is book-keeping, but for the references that wait for their partner.
    return not name.startswith("_") or name == _OPEN


def _title(name: str, field: Column | Link | None) -> Text:
    if field is not None:
        return field.title
    heading = name.removeprefix(statements.CUSTOM)
    return _OPEN_TITLE if name == _OPEN else Text(heading, heading)


def _value(side: Properties | None, name: str, field: Column | Link | None, kind: FactType) -> Any:
    value = (side or {}).get(name)
    if value is None:
        return None
    if name == _OPEN:
        return tuple(_reference(text, kind) for text in value)
    if isinstance(field, Column) and field.choices is not None:
        return next((word for word in field.choices if word.value == value), value)
    return tuple(value) if isinstance(value, list) else value


def _reference(kept: str, kind: FactType) -> str:
    name, _, text = kept.partition("=")
    field = kind.by_name.get(name)
    return f"{field.title.de}: {text}" if field else kept
