"""Checks very large files in bounded memory: drafts are kept packed, and meet the graph portion by portion.

What comes out is what the usual way gives (`importer.check_only`), but for the lists of problems and of changes: of
these only the first are kept, the others counted.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.i18n import Text
from ea_cockpit.ingest.capped import MOST, Capped
from ea_cockpit.ingest.check import Checked, check
from ea_cockpit.ingest.compare import ChangeSet, compare
from ea_cockpit.ingest.draft import Draft
from ea_cockpit.ingest.known import known_facts
from ea_cockpit.ingest.ledger import rest_of, sheet_counts
from ea_cockpit.ingest.missing import tell_missing
from ea_cockpit.ingest.packed_drafts import PackedDrafts
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.progress import Step, quiet
from ea_cockpit.ingest.report import FactCount, Report
from ea_cockpit.ingest.resolve import Index, Resolver
from ea_cockpit.ingest.sources import Sources, claim
from ea_cockpit.model.metamodel import Link, Metamodel
from ea_cockpit.tabular.baseline import BASELINE_SHEET
from ea_cockpit.tabular.packed import MANY
from ea_cockpit.tabular.reader import Table

PORTION = 20_000
_CHECKING, _COMPARING = Text("Prüfen", "Checking"), Text("Vergleichen", "Comparing")
_MOST_CHANGES = 1_000
_MOST_TEXTS = 100_000


def in_portions(tables: Sequence[Table], plan: Plan, many: int = MANY) -> bool:
    """Whether files are so large that they are checked in portions, and can be: every row makes a fact of its own."""
    facts = [fact for sheet in plan.sheets for fact in sheet.facts]
    exported = any(sheet.name == BASELINE_SHEET for table in tables for sheet in table.sheets)
    return rows_of(plan) > many and not exported and not any(fact.merges or fact.extends for fact in facts)


def rows_of(plan: Plan) -> int:
    """How many rows there are to check, those that make several facts counted for each."""
    return sum(max(len(sheet.sheet.rows) - sheet.header - 1, 0) * len(sheet.facts) for sheet in plan.sheets)


def check_in_portions(
    tables: Sequence[Table],
    plan: Plan,
    sources: Sources,
    metamodel: Metamodel,
    reader: Reader,
    step: Step = quiet,
    portion: int = PORTION,
    most: int = MOST,
) -> Report:
    """Check the planned rows and say what an import would do; tells how many rows are done."""
    drafts = PackedDrafts()
    checked = Checked(drafts=drafts, problems=Capped(plan.problems, most))
    total = rows_of(plan)
    check(plan, checked, lambda done: step(_CHECKING, done, total))
    against = _Against(checked, drafts, sources, metamodel, reader, most)
    resolver = _resolver(drafts, plan, metamodel, reader)
    done = 0
    for listed in _portions(drafts, portion):
        step(_COMPARING, done, len(drafts))
        against.add(listed, resolver)
        done += len(listed)
    return against.report(tables, plan)


def _portions(drafts: PackedDrafts, size: int) -> Iterator[list[Draft]]:
    source = drafts.in_order()
    while listed := list(itertools.islice(source, size)):
        yield listed


def _resolver(drafts: PackedDrafts, plan: Plan, metamodel: Metamodel, reader: Reader) -> Resolver:
    """A resolver that knows all drafts, as far as any reference may mean them."""
    resolver = Resolver(metamodel, (), reader)
    sources = [source.field for sheet in plan.sheets for fact in sheet.facts for source in fact.sources]
    targets = {target for link in sources if isinstance(link, Link) for target in link.targets}
    resolver.own = _Index(drafts)
    for label in targets & drafts.ids.keys():
        for draft in drafts.of(label):
            if name := draft.values.get("name"):
                resolver.own.add(label, draft.id, name)
    resolver.likeness.others = drafts.of
    return resolver


class _Index(Index):
    """The index of the drafts: their ids are known anyway, and hardly any two share a name."""

    def __init__(self, drafts: PackedDrafts) -> None:
        super().__init__()
        # Only whether an id is there is ever asked.
        self.ids = cast("dict[str, Any]", drafts.ids)

    def add(self, label: str, id_: str, name: str | None) -> None:
        """Make one fact findable by its name."""
        if name:
            named: dict[str, Any] = self.names.setdefault(label, {})
            named[name] = (*named.get(name, ()), id_)


@dataclass(slots=True)
class _Against:
    """Portions of drafts against the graph: what was found so far."""

    checked: Checked
    drafts: PackedDrafts
    sources: Sources
    metamodel: Metamodel
    reader: Reader
    most: int
    problems: Capped = field(init=False)
    differ: Capped = field(init=False)
    changes: ChangeSet = field(default_factory=ChangeSet)
    created: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    added: int = 0
    removed: int = 0
    seen: dict[tuple[str, str], None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.problems, self.differ = Capped(most=self.most), Capped(most=self.most)

    def add(self, drafts: list[Draft], resolver: Resolver) -> None:
        """Resolve and compare a portion; of its drafts hardly any are kept."""
        self.problems += resolver.resolve(drafts)
        known = known_facts(drafts, self.metamodel, self.reader)
        self.differ += claim(drafts, known, self.sources)
        self._count(compare(drafts, self.metamodel, known))
        self.seen.update(((draft.file, draft.kind.label), None) for draft in drafts)
        # What was found only for this portion is found again should it be asked for again.
        resolver.drafts = []
        resolver.uses.clear()
        resolver.proposed.clear()
        if len(resolver.known) > _MOST_TEXTS:
            resolver.known.clear()

    def _count(self, found: ChangeSet) -> None:
        for counter, listed in ((self.created, found.created), (self.updated, found.updated)):
            counter.update({label: len(changes) for label, changes in listed.items()})
        for label, count in found.unchanged.items():
            self.changes.unchanged[label] = self.changes.unchanged.get(label, 0) + count
        self.added += sum(map(len, found.added_links.values()))
        self.removed += sum(map(len, found.removed_links.values()))
        self._keep_first(found)

    def _keep_first(self, found: ChangeSet) -> None:
        kept = set[tuple[str, str]]()
        before = sum(map(len, self.changes.updated.values()))
        for mine, theirs in ((self.changes.created, found.created), (self.changes.updated, found.updated)):
            for label, changes in theirs.items():
                listed = mine.setdefault(label, [])
                first = changes[: max(_MOST_CHANGES - len(listed), 0)]
                listed += first
                kept.update((label, change.after["id"]) for change in first)
        listed_now = sum(map(len, self.changes.updated.values())) - before
        self.changes.unlisted += sum(map(len, found.updated.values())) - listed_now
        for my_links, their_links in (
            (self.changes.added_links, found.added_links), (self.changes.removed_links, found.removed_links),
        ):  # fmt: skip
            for (link, target), pairs in their_links.items():
                if known := [pair for pair in pairs if (link.source, pair[0]) in kept]:
                    my_links.setdefault((link, target), []).extend(known)

    def report(self, tables: Sequence[Table], plan: Plan) -> Report:
        """What all portions came to."""
        drafts, covered = self.drafts.in_order(), self._covered()
        gone = tell_missing(
            drafts, covered, self.sources, self.metamodel, self.reader, self.changes, take_out=False
        )  # fmt: skip
        problems = Capped(self.checked.problems, self.most)
        for more in (self.problems, self.differ, gone):
            problems += more
        sheets, ignored = sheet_counts(tables, plan, self.checked.ledger)
        return Report(
            None, False, self._facts(), self.added, self.removed, ignored, tuple(problems), self.changes, sheets,
            rest=rest_of(plan, self.checked.ledger), more=problems.more,
        )  # fmt: skip

    def _facts(self) -> dict[str, FactCount]:
        return {
            label: FactCount(
                rows=count.rows, created=self.created[label], updated=self.updated[label],
                unchanged=self.changes.unchanged.get(label, 0), rejected=count.rejected, repeated=count.repeated,
            )
            for label, count in self.checked.counts.items()
        }  # fmt: skip

    def _covered(self) -> dict[str, set[str]]:
        """The fact types each source reports completely: those it has rows of, and none was rejected."""
        covered: dict[str, set[str]] = {}
        for file, label in self.seen:
            if file not in self.sources.corrections and not self.checked.counts[label].rejected:
                covered.setdefault(self.sources.by_file[file], set()).add(label)
        return covered
