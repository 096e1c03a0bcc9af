"""Each broken sample shows its own problem and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.examples import example_file
from ea_cockpit.ingest.file_problems import file_problem
from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.problem import Problem, Severity, catalogue
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_table

FOLDER = Path(__file__).parents[2] / "import_samples" / "broken"
KINDS = list(catalogue())
SHOWN = [kind for kind in KINDS if hasattr(kind, "example")]


def test_every_problem_has_its_file_or_says_why_not() -> None:
    files = {shown[0] for kind in KINDS if (shown := example_file(kind))}
    assert {path.name for path in FOLDER.iterdir()} == files
    assert [kind.code for kind in KINDS if not hasattr(kind, "example") and not hasattr(kind, "no_example")] == []
    assert [kind.code for kind in SHOWN if not hasattr(kind, "shown_at")] == []


@pytest.mark.parametrize("kind", SHOWN, ids=lambda kind: kind.code)
def test_a_broken_file_gives_exactly_its_problem(
    kind: type[Problem], store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    shown = example_file(kind)
    assert shown is not None
    path = tmp_path / shown[0]
    path.write_bytes(shown[1])
    found = _problems(path, store, metamodel)
    assert [(type(p), str(p.place)) for p in found] == [(kind, kind.shown_at)]
    for lang in LANGS:
        assert "{" not in found[0].message(lang) + found[0].way_out(lang)


def _problems(path: Path, store: GraphStore, metamodel: Metamodel) -> list[Problem]:
    try:
        tables = [read_table(path)]
    except CockpitError as error:
        return [file_problem(error)]
    plan, profile = recognise(tables, metamodel)
    report = check_only(Request(tables, plan, profile=profile), metamodel, store)
    assert report.has_errors == any(problem.severity is Severity.ERROR for problem in report.problems)
    return list(report.problems)
