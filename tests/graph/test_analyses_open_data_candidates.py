"""Open data on a small landscape: what fits, what does not, what cannot be decided, and why."""

from __future__ import annotations

from pathlib import Path

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

OPEN = {"personal_data": "none", "classification": "public"}


def test_candidates_are_judged_with_what_speaks_against_and_what_is_missing(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(
        store, metamodel, tmp_path / "open.xlsx",
        fact(metamodel, "OrganisationUnit", "OE-1"), fact(metamodel, "OrganisationUnit", "OE-2"),
        fact(metamodel, "Application", "A", owned_by="OE-1", used_by="OE-1; OE-2", published=True),
        fact(metamodel, "Application", "B", owned_by="OE-1"),
        fact(metamodel, "DataObject", "DO-1", leading_system="A", classification="public"),
        fact(metamodel, "DataObject", "DO-2", classification="secret"),
        fact(metamodel, "DataStore", "DB-FIT", held_by="A", contains="DO-1", **OPEN),
        fact(metamodel, "DataStore", "DB-COPY", held_by="B", contains="DO-1", **OPEN),
        fact(metamodel, "DataStore", "DB-SECRET", held_by="B", contains="DO-2", **OPEN),
        fact(metamodel, "DataStore", "DB-MARKED", personal_data="personal", open_data_candidate=True),
        fact(metamodel, "DataStore", "DB-EMPTY"),
        fact(metamodel, "DataStore", "DB-NOT", personal_data="personal"),
    )  # fmt: skip
    result = named("open_data_candidates").run(store, metamodel)
    rows = [(r["id"], r["verdict"], r["against"], r["missing"], r["published"]) for r in result.as_json("en")["rows"]]
    assert rows == [
        ("DB-FIT", "fit", "", "", True),
        ("DB-COPY", "fit", "is a mere copy, no leading system holds it; only one office uses it", "", None),
        (
            "DB-EMPTY", "undecided", "",
            "personal data; classification; leading system of the data objects; offices that use it", None,
        ),
        (
            "DB-SECRET", "unfit", "contains «DO-2!» (DO-2), not public; only one office uses it",
            "leading system of the data objects", None,
        ),
        (
            "DB-MARKED", "unfit", "holds personal data",
            "classification; leading system of the data objects; offices that use it", None,
        ),
    ]  # fmt: skip
    assert result.summary == {"fit": 2, "undecided": 1, "unfit": 2}
    criteria = {row["id"]: row["criteria"] for row in result.as_json("en")["rows"]}
    assert criteria["DB-EMPTY"] == {"from": 0, "to": 4, "answered": 0, "asked": 4}
