"""An import from end to end: read, map, check, resolve, compare, load; one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import Text
from ea_cockpit.ingest.check import Checked, check
from ea_cockpit.ingest.compare import ChangeSet, compare
from ea_cockpit.ingest.decision import Decisions
from ea_cockpit.ingest.draft import Draft
from ea_cockpit.ingest.known import known_facts
from ea_cockpit.ingest.load import RunRecord, write_changes, write_run
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.ingest.problems import UnknownReference
from ea_cockpit.ingest.report import FactCount, Report
from ea_cockpit.ingest.resolve import Resolver
from ea_cockpit.ingest.settle import settle_open
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table

Step = Callable[[Text], None]
"""Told what is being done, so that a terminal or a page can show it."""


def quiet(_: Text) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to import and how; `by` says where the request came from (command line, cockpit), never who."""

    tables: Sequence[Table]
    plan: Plan
    by: str = "cli"
    profile: str | None = None
    dry_run: bool = False
    accept_valid: bool = False
    decisions: Decisions = field(default_factory=Decisions)


def plan_for(tables: Sequence[Table], metamodel: Metamodel) -> Plan:
    """The plan for files in the template's own layout."""
    return map_tables(tables, metamodel)


@collector_paused()
def check_only(request: Request, metamodel: Metamodel, store: GraphStore | None) -> Report:
    """Check files and say what an import would do; with no graph at hand, without comparing."""
    checked = check(request.plan)
    return _report_only(checked, request.plan, metamodel, store)


@collector_paused()
def run_import(request: Request, metamodel: Metamodel, store: GraphStore, step: Step = quiet) -> Report:
    """Import files: all or nothing, unless only the valid rows were asked for."""
    step(Text("Prüfen", "Checking"))
    checked = check(request.plan)
    if request.dry_run or (checked.has_errors and not request.accept_valid):
        step(Text("Vergleichen", "Comparing"))
        return _report_only(checked, request.plan, metamodel, store)
    with store.writing() as tx:
        # Taking the next run number locks out every other import until this one is through.
        run = tx.read(query("import/lock"))[0]["run"]
        step(Text("Vergleichen", "Comparing"))
        changes, problems = _against_graph(checked, metamodel, tx)
        step(Text("Schreiben", "Writing"))
        write_changes(changes, metamodel, request.tables, run, tx)
        settled = settle_open(metamodel, tx)
        report = _report(run, True, checked, changes, settled, problems, request.plan)
        counts = report.as_json("en")
        kept = {key: counts[key] for key in ("facts", "links")} | {"problems": len(problems)}
        write_run(RunRecord(run, request.by, request.profile, request.tables, kept), tx)
        step(Text("Abschliessen", "Finishing"))
    return report


class NoGraph:
    """Answers as a graph that holds nothing, for checking files where no graph is at hand."""

    def read(self, _query: object, /, **_params: object) -> list[dict[str, object]]:
        """No rows."""
        return []


def _report_only(checked: Checked, plan: Plan, metamodel: Metamodel, store: GraphStore | None) -> Report:
    """What an import would do; nothing is written."""
    with nullcontext(NoGraph()) if store is None else store.reading() as reader:
        changes, problems = _against_graph(checked, metamodel, reader)
    return _report(None, False, checked, changes, 0, problems, plan)


def _against_graph(checked: Checked, metamodel: Metamodel, reader: Reader) -> tuple[ChangeSet, list[Problem]]:
    resolver = Resolver(metamodel, checked.drafts.values(), reader)
    problems = [*checked.problems, *resolver.resolve(checked.drafts.values())]
    drafts, strays = _without_strays(checked.drafts.values(), resolver)
    known = known_facts(drafts, metamodel, reader)
    return compare(drafts, metamodel, known), [*problems, *strays]


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
    plan: Plan,
) -> Report:
    facts: dict[str, FactCount] = {}
    for label, count in checked.counts.items():
        facts[label] = FactCount(
            rows=count.rows,
            created=len(changes.created.get(label, ())),
            updated=len(changes.updated.get(label, ())),
            unchanged=changes.unchanged.get(label, 0),
            rejected=count.rejected,
            repeated=count.repeated,
        )
    added = sum(map(len, changes.added_links.values())) + settled
    removed = sum(map(len, changes.removed_links.values()))
    return Report(run, written, facts, added, removed, plan.ignored, tuple(problems), changes)
