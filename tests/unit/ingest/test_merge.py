"""Three-way comparing, cell by cell, without a graph."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ea_cockpit.ingest.cell_change import CellChange, Outcome, change_line
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.known import Known
from ea_cockpit.ingest.merge import Merged, merge
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.facts.application import ApplicationStatus
from ea_cockpit.tabular.baseline import Baseline

METAMODEL = standard_metamodel()
KEY = ("Application", "APP-1")


def draft(label: str = "Application", id_: str = "APP-1", **cells: Any) -> Draft:
    """A row: texts for links are ids of partners that are known, in capitals they are not."""
    kind = METAMODEL[label]
    links = {link.name: link for link in kind.links}
    refs = {name: texts for name, texts in cells.items() if name in links}
    partners = {
        name: tuple((links[name].targets[0], text) for text in texts if not text.isupper())
        for name, texts in refs.items()
    }
    still_open = [f"{name}={text}" for name, texts in refs.items() for text in texts if text.isupper()]
    values = {name: value for name, value in cells.items() if name not in links and name != "custom"}
    custom = cells.get("custom", {})
    return Draft(kind, id_, "a.xlsx", "Blatt", 2, values, refs, custom, False, {}, partners, still_open)


def known(
    properties: dict[str, Any] | None, *links: tuple[str, str], key: Key = KEY, target: str = "OrganisationUnit"
) -> Known:
    found = Known()
    if properties is not None:
        found.facts[key] = {"id": key[1], **properties}
    for name, partner in links:
        found.links.setdefault((key[0], name, target), {}).setdefault(key[1], set()).add(partner)
    return found


def merged(row: Draft, graph: Known, base: dict[str, Any] | None, decisions: Decisions | None = None) -> Merged:
    baseline = Baseline(1, facts={} if base is None else {row.key: base})
    return merge([row], graph, {"a.xlsx": baseline}, decisions or Decisions(), METAMODEL)


def outcomes(found: Merged) -> dict[str, Outcome]:
    return {cell.field: cell.outcome for cell in found.cells}


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "outcome", "written"),
    [
        ("a", "a", "a", None, False),
        ("a", "b", "a", Outcome.THEIRS, True),
        ("a", "a", "b", Outcome.OURS, False),
        ("a", "b", "b", Outcome.SAME, False),
        ("a", "b", "c", Outcome.CONFLICT, False),
        ("a", None, "a", Outcome.THEIRS, True),
        ("a", "a", None, Outcome.OURS, False),
        ("a", None, "b", Outcome.CONFLICT, False),
        (None, "b", None, Outcome.THEIRS, True),
        (None, None, "b", Outcome.OURS, False),
    ],
)
def test_each_case_of_a_cell(
    base: str | None, theirs: str | None, ours: str | None, outcome: Outcome | None, written: bool
) -> None:
    found = merged(
        draft(name=theirs), known({} if ours is None else {"name": ours}), {} if base is None else {"name": base}
    )
    assert outcomes(found) == ({"name": outcome} if outcome else {})
    assert found.drafts[0].values == ({"name": theirs} if written else {})
    assert [problem.code for problem in found.problems] == (["conflict"] if outcome is Outcome.CONFLICT else [])


@pytest.mark.parametrize(
    ("decisions", "taken"),
    [
        (Decisions(cells={(KEY, "name"): Side.THEIRS}, rows={KEY: Side.OURS}), True),
        (Decisions(cells={(KEY, "status"): Side.THEIRS}, rows={KEY: Side.OURS}), False),
        (Decisions(rows={KEY: Side.THEIRS}, files={"a.xlsx": Side.OURS}), True),
        (Decisions(files={"a.xlsx": Side.THEIRS}, everywhere=Side.OURS), True),
        (Decisions(everywhere=Side.OURS), False),
    ],
)
def test_the_nearest_decision_settles_a_conflict(decisions: Decisions, taken: bool) -> None:
    found = merged(draft(name="b"), known({"name": "c"}), {"name": "a"}, decisions)
    assert found.problems == []
    assert found.drafts[0].values == ({"name": "b"} if taken else {})
    assert [(cell.outcome, cell.undecided) for cell in found.cells] == [(Outcome.CONFLICT, False)]


def test_values_are_compared_as_the_graph_keeps_them() -> None:
    row = draft(
        status=ApplicationStatus.PRODUCTIVE, end_of_life=dt.date(2027, 1, 1), run_cost=5.0, aliases=("b", "a"),
        custom={"Mandant": "7", "Neu": None},
    )  # fmt: skip
    kept = {"status": "productive", "end_of_life": dt.date(2027, 1, 1), "run_cost": 5, "aliases": ["a", "b"]}
    base = {"status": "productive", "end_of_life": "2027-01-01", "run_cost": 5.0, "aliases": ["a", "b"]}
    found = merged(row, known({**kept, "custom.Mandant": "7"}), {**base, "custom.Mandant": "7"})
    assert (found.cells, found.problems) == ([], [])
    assert (found.drafts[0].values, found.drafts[0].custom) == ({}, {})


def test_links_are_compared_as_sets_with_their_open_references() -> None:
    graph = known({"_open": ["used_by=AMT X"]}, ("used_by", "oe-1"), ("used_by", "oe-2"))
    base = {"used_by": ["AMT X", "oe-1", "oe-2"]}
    assert merged(draft(used_by=("oe-2", "AMT X", "oe-1")), graph, base).cells == []
    changed = merged(draft(used_by=("oe-2", "AMT Y")), graph, base)
    assert [(cell.field, cell.theirs, cell.ours, cell.outcome) for cell in changed.cells] == [
        ("used_by", ["AMT Y", "oe-2"], ["AMT X", "oe-1", "oe-2"], Outcome.THEIRS)
    ]
    assert changed.drafts[0].open == ["used_by=AMT Y"]


def test_an_open_reference_that_found_its_partner_since_is_not_the_offices_change() -> None:
    row = draft(owned_by=("oe-9",))
    row.refs["owned_by"] = ("Amt Neun",)
    found = merged(row, known({}, ("owned_by", "oe-2")), {"owned_by": ["Amt Neun"]})
    assert outcomes(found) == {"owned_by": Outcome.OURS}
    assert (found.drafts[0].refs, found.drafts[0].partners) == ({}, {})


def test_a_reference_in_words_is_the_one_exported() -> None:
    row = draft("Service", "L-1", realised_by=("Applikation:app-1", "pr-1"))
    row.partners["realised_by"] = (("Application", "app-1"), ("BusinessProcess", "pr-1"))
    graph = known({}, ("realised_by", "app-1"), key=row.key, target="Application")
    graph.links["Service", "realised_by", "BusinessProcess"] = {"L-1": {"pr-1"}}
    found = merged(row, graph, {"realised_by": ["Application:app-1", "BusinessProcess:pr-1"]})
    assert found.cells == []


def test_an_untouched_row_does_not_bring_back_what_was_deleted() -> None:
    found = merged(draft(name="a"), known(None), {"name": "a"})
    assert (found.drafts, found.dropped) == ([], [KEY])
    assert [problem.code for problem in found.problems] == ["deleted-here"]


def test_a_changed_row_of_something_deleted_is_a_conflict_and_comes_back_whole() -> None:
    row, base = draft(name="b", version="1"), {"name": "a", "version": "1"}
    found = merged(row, known(None), base)
    assert (found.drafts, outcomes(found)) == ([], {"name": Outcome.CONFLICT})
    assert [problem.code for problem in found.problems] == ["conflict"]
    back = merged(row, known(None), base, Decisions(everywhere=Side.THEIRS))
    assert [one.values for one in back.drafts] == [{"name": "b", "version": "1"}]
    assert back.problems == []


def test_a_reference_to_what_is_not_brought_back_stays_open() -> None:
    gone = draft(id_="APP-2", name="a")
    row = draft(part_of=("app-x",))
    row.partners["part_of"] = (gone.key,)
    baseline = Baseline(1, facts={KEY: {}, gone.key: {"name": "a"}})
    found = merge([row, gone], known({}), {"a.xlsx": baseline}, Decisions(), METAMODEL)
    assert [(one.id, one.partners, one.open) for one in found.drafts] == [("APP-1", {"part_of": ()}, ["part_of=APP-2"])]
    assert sorted(problem.code for problem in found.problems) == ["deleted-here", "unknown-reference"]


def test_a_new_row_fills_what_is_empty_here_and_overwrites_nothing() -> None:
    found = merged(draft(name="b", version="1", product=None), known({"name": "c", "product": "p"}), None)
    assert outcomes(found) == {"name": Outcome.CONFLICT, "version": Outcome.THEIRS, "product": Outcome.OURS}
    assert found.drafts[0].values == {"version": "1"}
    assert "exportiert nicht dabei, in der Datei «b», hier «c»" in found.problems[0].message("de")


def test_rows_of_a_file_without_a_baseline_pass_as_they_are() -> None:
    row = draft(name="b")
    found = merge([row], known({"name": "c"}), {}, Decisions(), METAMODEL)
    assert (found.drafts, found.cells, found.problems) == ([row], [], [])


def test_a_conflict_shows_all_three_values_in_the_readers_words() -> None:
    row = draft(status=ApplicationStatus.PLANNED, end_of_life=None)
    graph = known({"status": "retired", "end_of_life": dt.date(2027, 2, 1)})
    found = merged(row, graph, {"status": "productive", "end_of_life": "2026-12-31"})
    assert [problem.message("en").partition(": ")[2] for problem in found.problems] == [
        "'status' of Application APP-1 was changed on both sides: exported 'Productive', in the file 'Planned', here"
        " 'Retired'.",
        "'end_of_life' of Application APP-1 was changed on both sides: exported '31.12.2026', in the file empty, here"
        " '01.02.2027'.",
    ]
    lines = [change_line(cell, METAMODEL, "de") for cell in found.cells]
    assert lines[1] == "Applikation APP-1, Lebensende: exportiert 31.12.2026, Datei leer, hier 01.02.2027"


def test_a_cell_as_json_is_a_decision_to_fill_in() -> None:
    (cell,) = merged(draft(name="b"), known({"name": "c"}), {"name": "a"}).cells
    assert isinstance(cell, CellChange)
    assert cell.as_json() == {
        "fact": "Application:APP-1", "field": "name", "file": "a.xlsx", "sheet": "Blatt", "row": 2, "base": "a",
        "theirs": "b", "ours": "c", "outcome": "conflict", "side": None,
    }  # fmt: skip
