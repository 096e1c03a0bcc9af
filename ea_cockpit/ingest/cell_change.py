"""What changes cell by cell: the value exported, the file's and the graph's, side by side."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, Protocol

from ea_cockpit.graph.statements import CUSTOM
from ea_cockpit.i18n import Lang, Text, translator
from ea_cockpit.ingest.compare import OPEN, Change, ChangeSet, Pairs
from ea_cockpit.ingest.decision import Side
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.problem import Place, shorten
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.tabular.baseline import plain
from ea_cockpit.tabular.cells import cell_value


class Outcome(str, Enum):  # noqa: UP042  its value is part of the JSON contract
    """Who changed a cell since the export: the office, we here, both alike, or both differently."""

    THEIRS = "theirs"
    OURS = "ours"
    SAME = "same"
    CONFLICT = "conflict"


Version = Literal["base", "theirs", "ours"]


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that changes, or could: values in plain form, None for empty; links as ids (`Label:id` where mixed).

    `decided` is whose value counts where both differ, None while nobody has said so.
    """

    key: Key
    field: str
    title: Text
    base: Any
    theirs: Any
    ours: Any
    outcome: Outcome
    place: Place
    of: Column | Link | None = None
    decided: Side | None = None

    @property
    def undecided(self) -> bool:
        """Whether it waits for a decision."""
        return self.outcome is Outcome.CONFLICT and self.decided is None

    def shown(self, version: Version, lang: Lang) -> str:
        """One of the three values as a reader knows it; empty where there is none."""
        return shown(getattr(self, version), self.of, lang)

    def as_json(self) -> dict[str, Any]:
        """For scripts; with "side" filled in it is a decision that `--decisions` takes."""
        return {
            "fact": ":".join(self.key), "field": self.field, "file": self.place.file, "sheet": self.place.sheet,
            "row": self.place.row or None, "base": self.base, "theirs": self.theirs, "ours": self.ours,
            "outcome": self.outcome.value, "side": self.decided.value if self.decided else None,
        }  # fmt: skip


def shown(value: Any, of: Column | Link | None, lang: Lang) -> str:
    """A plain value as words: days as people write them, words of the list in the reader's language."""
    if value is None:
        return ""
    if isinstance(of, Column) and of.choices is not None:
        value = next((word for word in of.choices if word.value == value), value)
    if isinstance(of, Column) and of.kind == "date":
        return f"{dt.date.fromisoformat(value):%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(cell_value(tuple(value) if isinstance(value, list) else value, lang))


def title_of(kind: FactType, name: str) -> Text:
    """What a cell's column is called; a custom attribute by its own heading."""
    field = kind.by_name.get(name)
    return field.title if field else Text(name.removeprefix(CUSTOM), name.removeprefix(CUSTOM))


def place_of(draft: Draft, name: str) -> Place:
    """The cell of the file one value came from."""
    return draft.cell(name.removeprefix(CUSTOM))


def link_token(link: Link, key: Key) -> str:
    """A partner as it is compared: its id, with the label before it where the link has several target types."""
    return ":".join(key) if len(link.targets) > 1 else key[1]


def cell_changes(changes: ChangeSet, metamodel: Metamodel) -> Iterator[CellChange]:
    """Every field and link an import without a baseline would change: what the graph holds, what the file says."""
    added, removed = _by_fact(changes.added_links), _by_fact(changes.removed_links)
    for listed in (changes.created, changes.updated):
        for label, found in listed.items():
            kind = metamodel[label]
            for change in found:
                if change.draft is not None:
                    yield from _columns(kind, change, change.draft)
                    yield from _links(kind, change, change.draft, added, removed)


def _columns(kind: FactType, change: Change, draft: Draft) -> Iterator[CellChange]:
    before = change.before or {}
    for name in change.fields if change.before is not None else change.after:
        if name != "id" and not name.startswith("_"):
            ours, theirs = plain(before.get(name)), plain(change.after.get(name))
            yield _change(kind, draft, name, theirs, ours)


def _links(kind: FactType, change: Change, draft: Draft, added: _Moves, removed: _Moves) -> Iterator[CellChange]:
    for link in kind.links:
        if link.name not in draft.partners:
            continue
        now = {link_token(link, key) for key in draft.partners[link.name]}
        came, went = (moves.get((kind.label, draft.id, link.name), set()) for moves in (added, removed))
        theirs = now | open_texts(change.after, link)
        ours = (now - came) | went | open_texts(change.before or {}, link)
        if theirs != ours:
            yield _change(kind, draft, link.name, sorted(theirs) or None, sorted(ours) or None)


def open_texts(properties: dict[str, Any], link: Link) -> set[str]:
    """The texts of a link nothing answers to, as the graph keeps them on the fact."""
    pairs = (kept.partition("=") for kept in properties.get(OPEN) or ())
    return {text for name, _, text in pairs if name == link.name}


def _change(kind: FactType, draft: Draft, name: str, theirs: Any, ours: Any) -> CellChange:
    return CellChange(
        draft.key, name, title_of(kind, name), None, theirs, ours, Outcome.THEIRS, place_of(draft, name),
        kind.by_name.get(name),
    )  # fmt: skip


_Moves = dict[tuple[str, str, str], set[str]]


def _by_fact(pairs: Pairs) -> _Moves:
    moves: _Moves = {}
    for (link, target), listed in pairs.items():
        for source, partner in listed:
            moves.setdefault((link.source, source, link.name), set()).add(link_token(link, (target, partner)))
    return moves


def merged_json(cells: Sequence[CellChange]) -> dict[str, Any]:
    """What three-way comparing found, for scripts: counts by outcome, and the conflicts nobody has decided."""
    found = Counter(cell.outcome for cell in cells)
    return {
        "merged": {outcome.value: found[outcome] for outcome in Outcome},
        "conflicts": [cell.as_json() for cell in cells if cell.undecided],
    }


def change_line(change: CellChange, metamodel: Metamodel, lang: Lang) -> str:
    """One changed cell in a line of the terminal."""
    _ = translator(lang)
    label, id_ = change.key
    where = f"{metamodel[label].title.in_(lang)} {id_}, {change.title.in_(lang)}"
    base, theirs, ours = (shorten(change.shown(side, lang), 40) or _("empty") for side in ("base", "theirs", "ours"))
    if change.outcome is Outcome.CONFLICT:
        return _("{where}: exported {base}, file {theirs}, here {ours}").format(
            where=where, base=base, theirs=theirs, ours=ours
        )
    if change.outcome is Outcome.OURS:
        return _("{where}: changed here since the export, stays {ours}").format(where=where, ours=ours)
    if change.outcome is Outcome.SAME:
        return _("{where}: changed alike on both sides, {ours}").format(where=where, ours=ours)
    return _("{where}: {ours} → {theirs}").format(where=where, ours=ours, theirs=theirs)


class HasChanges(Protocol):
    """An outcome of an import, as far as cells are concerned."""

    changes: ChangeSet
    cells: tuple[CellChange, ...]


def changed_cells(report: HasChanges, metamodel: Metamodel) -> Iterator[CellChange]:
    """Every cell an import changes or asks about, those of new facts included; what was merged stands first."""
    yield from report.cells
    merged = {cell.key for cell in report.cells}
    yield from (cell for cell in cell_changes(report.changes, metamodel) if cell.key not in merged)


def changed_lines(report: HasChanges, metamodel: Metamodel, lang: Lang, most: int = 20) -> Iterator[str]:
    """The first changed cells for a terminal, conflicts before all others; cells of new facts are not listed."""
    _ = translator(lang)
    new = {(label, c.after["id"]) for label, listed in report.changes.created.items() for c in listed}
    found = [cell for cell in changed_cells(report, metamodel) if cell.key not in new or cell.undecided]
    if not found:
        return
    yield ""
    yield _("Changed cells: {count}").format(count=len(found))
    for cell in sorted(found, key=lambda cell: not cell.undecided)[:most]:
        yield "  " + change_line(cell, metamodel, lang)
    if len(found) > most:
        yield "  " + _("… and {count} more").format(count=len(found) - most)
    if report.changes.unlisted:
        yield "  " + _("{count} more facts change; of very large files only the first are listed.").format(
            count=report.changes.unlisted
        )
