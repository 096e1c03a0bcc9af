"""Merges a workbook that comes back, three ways and cell by cell: as exported, as it is now, as the graph is now.

What only the office changed is taken, what only we changed stays, what both changed alike is the same; where both
changed differently the graph's value stays and is told as a conflict, until somebody decides.
A fact of which nothing is known from the export (a new row, a damaged baseline) counts as exported empty: it fills what
is empty here and never overwrites without being asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ea_cockpit.graph.statements import CUSTOM
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.cell_change import CellChange, Outcome, link_token, open_texts, place_of, shown, title_of
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.known import Known
from ea_cockpit.ingest.merge_problems import Conflict, DeletedHere
from ea_cockpit.ingest.problem import Problem, shorten
from ea_cockpit.ingest.problems import UnknownReference
from ea_cockpit.ingest.resolve import OpenReference, targets_text
from ea_cockpit.model.metamodel import Link, Metamodel
from ea_cockpit.tabular.baseline import Baseline, Cells, plain

_EMPTY = Text("leer", "empty")
_ABSENT = Text("nicht dabei", "not there")


@dataclass(slots=True)
class Merged:
    """The drafts with nothing left in them but what is to be written, every changed cell, and the problems.

    Rows of new facts are as they were, and their cells are not listed. `dropped` are rows of facts that were deleted
    here since the export, and are not brought back.
    """

    drafts: list[Draft] = field(default_factory=list)
    cells: list[CellChange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    dropped: list[Key] = field(default_factory=list)


def merge(
    drafts: Iterable[Draft],
    known: Known,
    baselines: Mapping[str, Baseline],
    decisions: Decisions,
    metamodel: Metamodel,
) -> Merged:
    """Merge the rows of files that carry a baseline; those of other files pass as they are."""
    work = _Merge(known, decisions, metamodel)
    for draft in drafts:
        baseline = baselines.get(draft.file)
        if baseline is None:
            work.merged.drafts.append(draft)
        else:
            work.add(draft, baseline.facts.get(draft.key))
    work.unlink_dropped()
    return work.merged


class _Merge:
    """Goes over the rows one by one."""

    def __init__(self, known: Known, decisions: Decisions, metamodel: Metamodel) -> None:
        self.known, self.decisions, self.metamodel = known, decisions, metamodel
        self.merged = Merged()

    def add(self, draft: Draft, base: Cells | None) -> None:
        """Merge one row."""
        ours = self.known.facts.get(draft.key)
        if base is None and ours is None:
            self.merged.drafts.append(draft)
            return
        deleted = base is not None and ours is None
        changes = list(self._changes(draft, base or {}, ours or {}, deleted))
        self.merged.cells += changes
        self.merged.problems += [self._conflict(change, base is None) for change in changes if change.undecided]
        if not deleted:
            self.merged.drafts.append(_only(draft, {change.field for change in changes if _is_taken(change)}))
        elif any(map(_is_taken, changes)):
            # Brought back whole: what was deleted cannot be merged into.
            self.merged.drafts.append(draft)
        else:
            self.merged.dropped.append(draft.key)
            if not changes:
                self.merged.problems.append(DeletedHere(draft.place, draft.id, {"fact": self._name(draft.key)}))

    def _changes(self, draft: Draft, base: Cells, ours: dict[str, Any], deleted: bool) -> Iterator[CellChange]:
        for name, theirs, mine in self._cells(draft, base, ours):
            was = base.get(name)
            outcome = _outcome(was, theirs, mine)
            if deleted:
                outcome = None if theirs == was else Outcome.CONFLICT
            if outcome is not None:
                decided = self.decisions.on(draft.file, draft.key, name) if outcome is Outcome.CONFLICT else None
                yield CellChange(
                    draft.key, name, title_of(draft.kind, name), was, theirs, mine, outcome, place_of(draft, name),
                    draft.kind.by_name.get(name), decided,
                )  # fmt: skip

    def _cells(self, draft: Draft, base: Cells, ours: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
        """Each cell of the row with the file's value and the graph's."""
        for name, value in draft.values.items():
            yield name, plain(value), plain(ours.get(name))
        for heading, text in draft.custom.items():
            yield CUSTOM + heading, text, ours.get(CUSTOM + heading)
        for name, texts in draft.refs.items():
            link = draft.kind.by_name[name]
            assert isinstance(link, Link)  # noqa: S101  refs hold links only
            partners = self.known.partners(draft.kind.label, name, link.targets, draft.id)
            here = {link_token(link, key) for key in partners} | self._normal(link, open_texts(ours, link))
            was = base.get(name)
            # A text that found its partner since the export, or lost it, is no change of the office.
            theirs = was if self._as_exported(link, texts, was or ()) else self._theirs(draft, link)
            yield name, theirs, sorted(here) or None

    def _theirs(self, draft: Draft, link: Link) -> list[str] | None:
        found = {link_token(link, key) for key in draft.partners.get(link.name, ())}
        still_open = map(OpenReference.of, draft.open)
        return sorted(found | self._normal(link, (o.text for o in still_open if o.link == link.name))) or None

    def _normal(self, link: Link, texts: Iterable[str]) -> set[str]:
        """References as exports note them: `Applikation:APP-1` as `Application:APP-1`."""
        return {self._token(link, text) for text in texts}

    def _token(self, link: Link, text: str) -> str:
        head, colon, rest = text.partition(":")
        label = self.metamodel.label_of(head) if colon else None
        return f"{label}:{rest.strip()}" if label in link.targets and rest.strip() else text

    def _as_exported(self, link: Link, texts: Iterable[str], base: Iterable[str]) -> bool:
        left = set(self._normal(link, base))
        for token in self._normal(link, texts):
            # Where an id alone is clear an export leaves its type away.
            match = next((was for was in sorted(left) if token in (was, was.partition(":")[2])), None)
            if match is None:
                return False
            left.remove(match)
        return not left

    def _conflict(self, change: CellChange, absent: bool) -> Problem:
        values = {side: _words(getattr(change, side), change) for side in ("base", "theirs", "ours")}
        if absent:
            values["base"] = _ABSENT
        return Conflict(change.place, values["theirs"].de, {"fact": self._name(change.key), **values})

    def _name(self, key: Key) -> Text:
        return Text("{title} {id}", "{title} {id}").format(title=self.metamodel[key[0]].title, id=key[1])

    def unlink_dropped(self) -> None:
        """A row that names a fact which is not brought back keeps the reference open."""
        dropped = set(self.merged.dropped)
        for place, draft in enumerate(self.merged.drafts if dropped else ()):
            lost = [(n, key) for n, partners in draft.partners.items() for key in partners if key in dropped]
            if lost:
                self.merged.drafts[place] = self._unlinked(draft, lost)

    def _unlinked(self, draft: Draft, lost: list[tuple[str, Key]]) -> Draft:
        partners = {n: tuple(key for key in keys if (n, key) not in lost) for n, keys in draft.partners.items()}
        still_open = [*draft.open]
        for name, key in lost:
            link = draft.kind.by_name[name]
            assert isinstance(link, Link)  # noqa: S101
            still_open.append(str(OpenReference(name, link_token(link, key))))
            where = {"sheet": targets_text(link, self.metamodel)}
            self.merged.problems.append(UnknownReference(draft.cell(name), key[1], where))
        return replace(draft, partners=partners, open=still_open)


def _outcome(base: Any, theirs: Any, ours: Any) -> Outcome | None:
    if theirs == ours:
        return None if theirs == base else Outcome.SAME
    if theirs == base:
        return Outcome.OURS
    return Outcome.THEIRS if ours == base else Outcome.CONFLICT


def _is_taken(change: CellChange) -> bool:
    return change.outcome is Outcome.THEIRS or change.decided is Side.THEIRS


def _only(draft: Draft, names: set[str]) -> Draft:
    """The row with these cells alone; the graph keeps its values for all others."""
    return replace(
        draft,
        values={name: value for name, value in draft.values.items() if name in names},
        refs={name: texts for name, texts in draft.refs.items() if name in names},
        custom={heading: text for heading, text in draft.custom.items() if CUSTOM + heading in names},
        partners={name: keys for name, keys in draft.partners.items() if name in names},
        open=[kept for kept in draft.open if OpenReference.of(kept).link in names],
    )


def _words(value: Any, change: CellChange) -> Text:
    if value is None:
        return _EMPTY
    de, en = (shorten(shown(value, change.of, lang)) for lang in LANGS)
    return Text(f"«{de}»", f"'{en}'")
