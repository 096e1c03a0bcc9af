"""What the user says of sheets and columns goes before all evidence."""

from __future__ import annotations

from inventories import table

from ea_cockpit.ingest.check import check
from ea_cockpit.ingest.correct import CUSTOM_ATTRIBUTE, LEAVE_OUT, Corrections
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.model.metamodel import Metamodel

KEY = ("inventar.xlsx", "Liste")
ROWS = [["Nr", "Bezeichnung", "Xyz", "Abc"], ["A-1", "Eins", "eigener Text", "12"], ["A-2", "Zwei", "anderer", "7"]]


def test_a_sheet_nobody_recognises_becomes_what_the_user_says(metamodel: Metamodel) -> None:
    files = [table({"Liste": ROWS})]
    plan = map_tables(files, metamodel, Corrections({KEY: "Supplier"}))
    assert {draft.key for draft in check(plan).drafts.values()} == {("Supplier", "A-1"), ("Supplier", "A-2")}
    assert plan.sheets[0].match.reason.de == "von Ihnen gewählt"


def test_a_sheet_is_left_out_when_the_user_says_so(metamodel: Metamodel) -> None:
    files = [table({"Applikationen": [["ID", "Name"], ["APP-1", "Eins"]]})]
    plan = map_tables(files, metamodel, Corrections({("inventar.xlsx", "Applikationen"): None}))
    assert not plan.sheets
    assert plan.ignored[0].why.de == "von Ihnen ausgelassen"


def test_columns_are_what_the_user_says(metamodel: Metamodel) -> None:
    files = [table({"Liste": ROWS})]
    chosen = {2: "description", 3: LEAVE_OUT}
    plan = map_tables(files, metamodel, Corrections({KEY: "Application"}, {KEY: chosen}))
    draft = check(plan).drafts["Application", "A-1"]
    assert draft.values["description"] == "eigener Text"
    assert draft.custom == {}
    plan = map_tables(files, metamodel, Corrections({KEY: "Application"}, {KEY: {1: CUSTOM_ATTRIBUTE, 2: "name"}}))
    draft = check(plan).drafts["Application", "A-1"]
    assert draft.values["name"] == "eigener Text"
    assert draft.custom["Bezeichnung"] == "Eins"
