"""Each broken sample shows its own problem and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest import problems  # noqa: F401  registers them
from ea_cockpit.ingest.importer import Request, check_only, plan_for
from ea_cockpit.ingest.problem import Severity, catalogue
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_table

FOLDER = Path(__file__).parents[2] / "import_samples" / "broken"
PLACES = {
    "ambiguous-reference": "Schnittstellen!B2", "broken-formula": "Applikationen!B2",
    "custom-column": "Applikationen!C1",
    "duplicate-id": "Applikationen!3", "invalid-id": "Applikationen!A2", "missing-id": "Applikationen!3",
    "missing-id-column": "Applikationen!1", "not-a-date": "Applikationen!B2", "not-a-number": "Applikationen!B2",
    "not-a-whole-number": "Applikationen!B2", "not-yes-or-no": "Applikationen!B2",
    "nothing-recognised": "nothing-recognised.xlsx", "out-of-range": "Applikationen!B2",
    "repeated-heading": "Applikationen!C1", "repeated-row": "Applikationen!3",
    "rounded-date": "Applikationen!B2", "self-reference": "Applikationen!B2",
    "text-too-long": "Applikationen!B2", "too-many-references": "Applikationen!B2",
    "unknown-reference": "Applikationen!B2", "unknown-word": "Applikationen!B2",
}  # fmt: skip
SHOWN = [problem for problem in catalogue() if hasattr(problem, "example")]


def test_every_problem_has_its_workbook_and_its_place() -> None:
    codes = {problem.code for problem in SHOWN}
    assert {path.stem for path in FOLDER.glob("*.xlsx")} == codes == set(PLACES)


@pytest.mark.parametrize("code", sorted(PLACES))
def test_a_broken_workbook_gives_exactly_its_problem(code: str, store: GraphStore, metamodel: Metamodel) -> None:
    kind = next(problem for problem in SHOWN if problem.code == code)
    tables = [read_table(FOLDER / f"{code}.xlsx")]
    report = check_only(Request(tables, plan_for(tables, metamodel)), metamodel, store)
    assert [(type(p), str(p.place)) for p in report.problems] == [(kind, PLACES[code])]
    assert report.has_errors == (kind.severity is Severity.ERROR)
    for lang in LANGS:
        message = report.problems[0].message(lang) + report.problems[0].way_out(lang)
        assert "{" not in message
