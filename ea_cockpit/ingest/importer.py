"""An import from end to end: read, map, check, resolve, compare, load; one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.history import Keeping
from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.i18n import Text
from ea_cockpit.ingest.check import Checked, check
from ea_cockpit.ingest.compare import ChangeSet, compare
from ea_cockpit.ingest.decision import Decisions
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.exported import baselines_of
from ea_cockpit.ingest.keep_aliases import keep_readings
from ea_cockpit.ingest.known import known_facts
from ea_cockpit.ingest.ledger import rest_of, sheet_counts
from ea_cockpit.ingest.load import RunRecord, write_changes, write_run
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.merge import Merged, merge
from ea_cockpit.ingest.missing import tell_missing, tell_removed
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.portions import check_in_portions, in_portions
from ea_cockpit.ingest.problem import Problem, Severity
from ea_cockpit.ingest.problems import UnknownReference
from ea_cockpit.ingest.progress import Step, quiet
from ea_cockpit.ingest.report import FactCount, Report
from ea_cockpit.ingest.resolve import Resolver
from ea_cockpit.ingest.settle import settle_open
from ea_cockpit.ingest.source_names import source_name
from ea_cockpit.ingest.sources import Sources, claim
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.annotate import is_rest, origin
from ea_cockpit.tabular.baseline import Baseline
from ea_cockpit.tabular.reader import Table


@dataclass(frozen=True, slots=True)
class Request:
    """What to import and how; `by` says where the request came from (command line, cockpit), never who.

    `source` names the inventory all files belong to; without it each file's own name tells. `precedence` says which
    source goes before for which field, see `ingest/sources.py`.
    """

    tables: Sequence[Table]
    plan: Plan
    by: str = "cli"
    profile: str | None = None
    dry_run: bool = False
    accept_valid: bool = False
    decisions: Decisions = field(default_factory=Decisions)
    source: str | None = None
    retire_missing: bool = False
    precedence: Mapping[str, Sequence[str]] = field(default_factory=dict)


def plan_for(tables: Sequence[Table], metamodel: Metamodel) -> Plan:
    """The plan for files in the template's own layout."""
    return map_tables(tables, metamodel)


@collector_paused()
def check_only(request: Request, metamodel: Metamodel, store: GraphStore | None, step: Step = quiet) -> Report:
    """Check files and say what an import would do; with no graph at hand, without comparing."""
    if not request.retire_missing and in_portions(request.tables, request.plan):
        with _reading(store) as reader:
            return check_in_portions(request.tables, request.plan, _sources(request), metamodel, reader, step)
    step(Text("Prüfen", "Checking"))
    checked = check(request.plan)
    step(Text("Vergleichen", "Comparing"))
    return _report_only(checked, request, metamodel, store)


@collector_paused()
def run_import(request: Request, metamodel: Metamodel, store: GraphStore, step: Step = quiet) -> Report:
    """Import files: all or nothing, unless only the valid rows were asked for."""
    if request.dry_run:
        return check_only(request, metamodel, store, step)
    step(Text("Prüfen", "Checking"))
    checked = check(request.plan)
    if checked.has_errors and not request.accept_valid:
        step(Text("Vergleichen", "Comparing"))
        return _report_only(checked, request, metamodel, store)
    try:
        with store.writing() as tx:
            return _write(request, checked, metamodel, tx, step)
    except _HeldError as held:
        return held.report


class _HeldError(Exception):
    """Leaves the transaction without a trace: something only the graph could tell stands in the way."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__()


def _write(request: Request, checked: Checked, metamodel: Metamodel, tx: Transaction, step: Step) -> Report:
    # Taking the next run number locks out every other import until this one is through.
    run = tx.read(query("import/lock"))[0]["run"]
    step(Text("Vergleichen", "Comparing"))
    changes, problems, merged, resolver = _against_graph(checked, request, metamodel, tx)
    if not request.accept_valid and any(problem.severity is Severity.ERROR for problem in problems):
        raise _HeldError(_report(None, False, checked, changes, 0, problems, request, merged))
    step(Text("Schreiben", "Writing"))
    keeping = Keeping()
    write_changes(changes, metamodel, request.tables, run, tx, keeping)
    keep_readings(resolver, run, tx)
    settled = settle_open(metamodel, tx, keeping, run)
    report = _report(run, True, checked, changes, settled, problems, request, merged)
    counts = report.as_json("en")
    kept = {key: counts[key] for key in ("facts", "links")} | {"problems": len(problems)}
    write_run(RunRecord(run, request.by, request.profile, request.tables, kept), keeping, tx)
    tx.write(query("import/run_sources"), run=run, sources=sorted(set(_sources(request).by_file.values())))
    step(Text("Abschliessen", "Finishing"))
    return report


class NoGraph:
    """Answers as a graph that holds nothing, for checking files where no graph is at hand."""

    def read(self, _query: object, /, **_params: object) -> list[dict[str, object]]:
        """No rows."""
        return []


def _reading(store: GraphStore | None) -> AbstractContextManager[Reader]:
    return nullcontext(NoGraph()) if store is None else store.reading()


def _report_only(checked: Checked, request: Request, metamodel: Metamodel, store: GraphStore | None) -> Report:
    """What an import would do; nothing is written."""
    with _reading(store) as reader:
        changes, problems, merged, _ = _against_graph(checked, request, metamodel, reader)
    return _report(None, False, checked, changes, 0, problems, request, merged)


def _against_graph(
    checked: Checked, request: Request, metamodel: Metamodel, reader: Reader
) -> tuple[ChangeSet, list[Problem], Merged, Resolver]:
    resolver = Resolver(metamodel, checked.drafts.values(), reader)
    problems = [*checked.problems, *resolver.resolve(checked.drafts.values())]
    drafts, strays = _without_strays(checked.drafts.values(), resolver)
    checked.ledger.settle(checked.drafts.keys() - {draft.key for draft in drafts})
    known = known_facts(drafts, metamodel, reader)
    # Workbooks exported from here are compared with what they held then; only what they change goes on.
    baselines, damaged = baselines_of(request.tables, known, reader)
    removed = _removed(baselines, checked)
    merged = merge(drafts, known, baselines, request.decisions, metamodel)
    drafts, problems = merged.drafts, [*problems, *damaged, *merged.problems]
    sources = _sources(request)
    sources = replace(sources, corrections=sources.corrections | frozenset(baselines))
    differ = list(claim(drafts, known, sources))
    changes = compare(drafts, metamodel, known)
    covered = _covered(drafts, checked, sources)
    gone = tell_missing(drafts, covered, sources, metamodel, reader, changes, take_out=request.retire_missing)
    gone += tell_removed(removed, metamodel, reader, changes, take_out=request.retire_missing)
    return changes, [*problems, *strays, *differ, *gone], merged, resolver


def _removed(baselines: Mapping[str, Baseline], checked: Checked) -> dict[str, set[Key]]:
    """By file the facts whose rows were taken out since its export; of types with rejected rows nobody can tell."""
    unsure = {label for label, count in checked.counts.items() if count.rejected}
    there: dict[str, set[Key]] = {}
    for draft in checked.drafts.values():
        there.setdefault(draft.file, set()).add(draft.key)
    return {
        file: {key for key in baseline.facts if key not in there.get(file, ()) and key[0] not in unsure}
        for file, baseline in baselines.items()
    }


def _sources(request: Request) -> Sources:
    tables, told = request.tables, request.source
    # What an earlier import left over, corrected, belongs to the file it came from, and is not all of it.
    named = {t.file: told.casefold() if told else source_name(origin(t) or t.file) for t in tables}
    return Sources(named, frozenset(t.file for t in tables if is_rest(t)), request.precedence)


def _covered(drafts: Iterable[Draft], checked: Checked, sources: Sources) -> dict[str, set[str]]:
    """The fact types each source reports completely: those it has rows of, and none was rejected."""
    covered: dict[str, set[str]] = {}
    for draft in drafts:
        count = checked.counts.get(draft.kind.label)
        if draft.file not in sources.corrections and not draft.extends and not (count and count.rejected):
            covered.setdefault(sources.by_file[draft.file], set()).add(draft.kind.label)
    return covered


def _without_strays(drafts: Iterable[Draft], resolver: Resolver) -> tuple[list[Draft], list[Problem]]:
    """Rows that only add links need a fact to add them to."""
    kept, problems = [], list[Problem]()
    for draft in drafts:
        if draft.extends and not resolver.graph.by_id((draft.kind.label,), draft.id):
            problems.append(UnknownReference(draft.place, draft.id, {"sheet": draft.kind.plural}))
        else:
            kept.append(draft)
    return kept, problems


def _report(
    run: int | None,
    written: bool,
    checked: Checked,
    changes: ChangeSet,
    settled: int,
    problems: list[Problem],
    request: Request,
    merged: Merged,
) -> Report:
    facts: dict[str, FactCount] = {}
    for label, count in checked.counts.items():
        facts[label] = FactCount(
            rows=count.rows,
            created=len(changes.created.get(label, ())),
            updated=sum(change.draft is not None for change in changes.updated.get(label, ())),
            unchanged=changes.unchanged.get(label, 0),
            rejected=count.rejected,
            repeated=count.repeated,
        )
    for label, _id in merged.dropped:
        facts[label].rejected += 1
    checked.ledger.drop(checked.drafts[key] for key in merged.dropped)
    for label, listed in changes.retired.items():
        facts.setdefault(label, FactCount()).retired = len(listed)
    added = sum(map(len, changes.added_links.values())) + settled
    removed = sum(map(len, changes.removed_links.values()))
    sheets, ignored = sheet_counts(request.tables, request.plan, checked.ledger)
    rest = rest_of(request.plan, checked.ledger)
    return Report(
        run, written, facts, added, removed, ignored, tuple(problems), changes, sheets, tuple(merged.cells), rest
    )  # fmt: skip
