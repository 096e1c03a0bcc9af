"""What holds for every hand-written statement: its front matter, its columns by EXPLAIN, its order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ea_cockpit.graph.queries import REQUIRED, load, names
from ea_cockpit.graph.store import GraphStore

FOLDERS = ("analyses", "catalogue", "history", "import", "library", "parts", "scenario")
ROOT = Path(__file__).parents[2] / "cypher"
ALL = [name for folder in FOLDERS if (ROOT / folder).is_dir() for name in names(folder)]


def test_every_folder_is_looked_at() -> None:
    # schema and upsert are derived from the metamodel and kept current by a drift test of their own.
    assert {entry.name for entry in ROOT.iterdir() if entry.is_dir()} <= {*FOLDERS, "schema", "upsert"}
    assert len(ALL) >= 15


@pytest.mark.parametrize("name", ALL)
def test_its_columns_are_those_of_its_front_matter(store: GraphStore, name: str) -> None:
    query = load(name)
    assert store.columns(query, **dict.fromkeys(query.params)) == query.returns


@pytest.mark.parametrize("name", ALL)
def test_its_front_matter_is_complete_and_true(name: str) -> None:
    query = load(name)
    for key in REQUIRED:
        said = query.front_matter[key]
        assert said is not None
        if key in ("title", "question", "why", "remedy"):
            texts = said.values() if isinstance(said, dict) else [said]
            assert all(text.strip() and "ß" not in text for text in texts), key
    assert set(re.findall(r"\$(\w+)", query.text)) == set(query.params)


@pytest.mark.parametrize("name", [name for name in ALL if load(name).returns])
def test_what_it_returns_is_aliased_and_ordered(name: str) -> None:
    text = load(name).text
    # Inside a subquery what is returned joins the rows outside, which are ordered at the end.
    last = text[text.rindex("\nRETURN ") :] if "\nRETURN " in text else text
    # What is collected into one row is ordered before it is collected.
    collected = re.search(
        r"^ORDER BY [^\n]+\n(RETURN collect\(|WITH collect\(\w+\) AS \w+\nRETURN \[)", text, re.MULTILINE
    )
    ordered = collected or re.search(r"^ORDER BY", last, re.MULTILINE)
    assert name == "import/lock" or ordered, "one row alone needs no order"
    for column in load(name).returns:
        assert re.search(rf"\bAS {column}\b|[\s,]{column}\b", last), column
