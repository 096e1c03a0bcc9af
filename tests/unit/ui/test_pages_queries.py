"""The page of the library of questions: groups, search, parameters in the address, rows that lead to facts."""

from __future__ import annotations

from ui_help import Open, said

from ea_cockpit.analyses.library import by_group, library
from ea_cockpit.graph.store import GraphStore


def test_all_questions_are_listed_in_their_groups(cockpit: Open, inventory: GraphStore) -> None:
    shown = said(cockpit("abfragen"))
    assert all(f"<h2>{group.value.de}</h2>" in shown for group in by_group())
    assert all(f"query={name}" in shown for name in library())


def test_the_search_finds_by_words_in_both_languages(cockpit: Open, inventory: GraphStore) -> None:
    for words in ("endende verträge", "contracts that end"):
        shown = said(cockpit("abfragen", q=words))
        assert "query=contracts_ending" in shown
        assert "query=protocols" not in shown
    at = cockpit("abfragen")
    at.text_input[0].set_value("kein solches Wort").run()
    assert "Keine Frage enthält diese Wörter" in said(at)
    assert at.query_params["q"] == "kein solches Wort"


def test_a_question_shows_its_rows_and_keeps_its_parameters_in_the_address(
    cockpit: Open, inventory: GraphStore
) -> None:
    at = cockpit("abfragen", query="cost_by_office")
    assert not at.exception
    assert at.title[0].value == "Kosten je Amt"
    rows = at.dataframe[0].value.astype(object).to_dict("records")
    assert [(row["office"], row["applications"], row["run_cost"]) for row in rows] == [
        ("Steueramt", 2, 13300.5), ("Amt für Umwelt", 1, 0.0),
    ]  # fmt: skip
    at = cockpit("abfragen", query="applications_without_responsible", office="OrganisationUnit:OE-2")
    assert at.query_params["query"] == "applications_without_responsible"
    assert at.query_params["office"] == "OrganisationUnit:OE-2"
    assert list(at.dataframe[0].value["id"]) == ["APP-3"]
    assert at.dataframe[0].value["missing"][0] == "Fachverantwortung; IT-Verantwortung"


def test_a_question_asks_for_what_it_needs(cockpit: Open, inventory: GraphStore) -> None:
    at = cockpit("abfragen", query="built_with")
    assert not at.exception
    assert "Wählen Sie oben" in at.info[0].value


def test_an_unknown_question_leads_to_the_list(cockpit: Open, inventory: GraphStore) -> None:
    assert cockpit("abfragen", query="<script>").title[0].value == "Abfragen"
