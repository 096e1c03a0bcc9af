"""The library of questions on the canton: each runs and gives rows, many against a count in plain Python."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from conftest import wipe

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.library import UnknownQuestion, by_group, library, question
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.values import Choice
from ea_cockpit.sample.draft import AS_OF
from ea_cockpit.sample.generate import generate
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.tabular.reader import read_table

SEED = 17
# Where the usual values find nothing in this canton, or one must be given.
GIVEN: dict[str, dict[str, Any]] = {
    "built_with": {"technology": "TEC-06"},
    "capabilities_without_application": {"most": 1},
    "interfaces_between_offices": {"giver": "OE-AIO"},
    "product_with_several_suppliers": {"suppliers": 1},
}
Rows = set[tuple[Any, ...]]


@dataclass
class Canton:
    """The inventory in the graph, and the facts it was made from."""

    store: GraphStore
    metamodel: Metamodel
    facts: dict[str, dict[str, Any]]

    def of(self, label: str) -> list[Any]:
        return list(self.facts[label].values())

    def name(self, label: str, id_: str) -> str:
        return str(self.facts[label][id_].name)

    def in_use(self) -> list[Any]:
        return [fact for fact in self.of("Application") if stored(fact.status) not in ("planned", "retired")]

    def office(self, fact: Any) -> str | None:
        return self.name("OrganisationUnit", fact.owned_by[0]) if fact.owned_by else None


def stored(value: Any) -> Any:
    return value.value if isinstance(value, Choice) else value


@pytest.fixture(scope="module")
def canton(server: GraphAddress, metamodel: Metamodel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canton]:
    facts: dict[str, list[Fact]] = dict(generate(150, SEED).facts)
    path = tmp_path_factory.mktemp("canton") / "all.xlsx"
    write_inventory(path, facts, metamodel)
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        tables = [read_table(path)]
        assert run_import(Request(tables, plan_for(tables, metamodel)), metamodel, store).written
        yield Canton(store, metamodel, {label: {one.id: one for one in many} for label, many in facts.items()})


def rows(canton: Canton, name: str, **given: Any) -> list[dict[str, Any]]:
    asked = question(name)
    days = {"day": AS_OF} if any(parameter.name == "day" for parameter in asked.parameters) else {}
    answer = asked.run(canton.store, canton.metamodel, **{**days, **GIVEN.get(name, {}), **given}).as_json()
    assert answer["columns"] == list(asked.statement.returns)
    return list(answer["rows"])


@pytest.mark.parametrize("name", library())
def test_each_question_gives_its_columns_and_rows_always_in_one_order(canton: Canton, name: str) -> None:
    first = rows(canton, name)
    assert first
    assert all(list(row) == list(question(name).statement.returns) for row in first)
    assert rows(canton, name) == first


@pytest.mark.parametrize("name", library())
def test_each_question_is_told_in_both_languages(canton: Canton, name: str) -> None:
    asked = question(name)
    columns = asked.shape(canton.metamodel).columns
    assert list(asked.statement.front_matter["columns"]) == list(asked.statement.returns)
    for lang in LANGS:
        titles = [column.title.in_(lang) for column in columns]
        assert len(set(titles)) == len(titles)
        said = [asked.title, asked.question, asked.why, asked.remedy, *(p.title for p in asked.parameters)]
        assert all(text.in_(lang).strip() for text in said)
    for parameter in asked.parameters:
        assert parameter.kind != "choice" or parameter.default in (None, *dict(parameter.choices))
        assert all(label in canton.metamodel for label in parameter.targets)


def test_the_library_is_large_and_no_name_means_two_things() -> None:
    assert len(library()) >= 36
    assert not set(library()) & set(registry())
    assert sum(map(len, by_group().values())) == len(library())
    assert len(by_group()) == 9
    with pytest.raises(UnknownQuestion, match="no query nowhere"):
        question("nowhere")


def technologies_by_office(canton: Canton) -> Rows:
    found: dict[tuple[str, str | None], set[str]] = {}
    stores: dict[str, list[str]] = {}
    for store in canton.of("DataStore"):
        for holder in store.held_by:
            stores.setdefault(holder, []).extend(store.built_with)
    for one in canton.in_use():
        for technology in {*one.built_with, *stores.get(one.id, [])}:
            if stored(canton.facts["Technology"][technology].kind) == "dbms" and one.owned_by:
                found.setdefault((technology, canton.office(one)), set()).add(one.id)
    return {(technology, office, len(ids)) for (technology, office), ids in found.items()}


def product_with_several_suppliers(canton: Canton) -> Rows:
    found: dict[str, set[str]] = {}
    for one in canton.in_use():
        if one.product and one.supplied_by:
            found.setdefault(one.product, set()).add(canton.name("Supplier", one.supplied_by[0]))
    return {(product, tuple(sorted(names))) for product, names in found.items()}


def contracts_ending(canton: Canton) -> Rows:
    last = dt.date(AS_OF.year + 1, AS_OF.month, AS_OF.day)
    return {
        (one.id, one.contract_end.isoformat())
        for one in canton.of("Application")
        if one.contract_end and AS_OF <= one.contract_end <= last and stored(one.status) != "retired"
    }


def applications_of_supplier(canton: Canton) -> Rows:
    return {
        (canton.name("Supplier", one.supplied_by[0]), one.id, canton.office(one))
        for one in canton.in_use()
        if one.supplied_by
    }


def interfaces_off_standard(canton: Canton) -> Rows:
    found = set()
    for one in canton.of("Interface"):
        if stored(one.status) not in ("planned", "retired"):
            for carried in one.carries:
                for standard in canton.facts["DataObject"][carried].defined_by:
                    if standard not in one.conforms_to:
                        found.add((one.id, canton.name("DataObject", carried), canton.name("Standard", standard)))
    return found


def most_copied_data(canton: Canton) -> Rows:
    copies = Counter(held for store in canton.of("DataStore") for held in store.contains)
    return {(held, count) for held, count in copies.items() if count >= 3}


def desktop_tools_with_personal_data(canton: Canton) -> Rows:
    return {
        (one.id, stored(one.personal_data))
        for one in canton.in_use()
        if stored(one.kind) == "desktop_tool" and stored(one.personal_data) in ("personal", "sensitive")
    }


def hosting_outside(canton: Canton) -> Rows:
    carried = Counter(place for one in canton.in_use() for place in one.hosted_on)
    return {
        (one.id, stored(one.jurisdiction), carried[one.id])
        for one in canton.of("Hosting")
        if one.jurisdiction and stored(one.jurisdiction) != "CH"
    }


def offices_without_confirmed_inventory(canton: Canton) -> Rows:
    days: dict[str, list[dt.date | None]] = {}
    for one in canton.in_use():
        for office in one.owned_by:
            days.setdefault(office, []).append(one.confirmed_on)
    before = dt.date(AS_OF.year - 2, AS_OF.month, AS_OF.day)
    known = {office: [day for day in seen if day] for office, seen in days.items()}
    return {(office, len(days[office])) for office, seen in known.items() if not seen or max(seen) < before}


def capabilities_without_application(canton: Canton) -> Rows:
    above = {over for one in canton.of("BusinessCapability") for over in one.part_of}
    supported = Counter(work for one in canton.in_use() for work in one.supports)
    return {
        (one.id, supported[one.id])
        for one in canton.of("BusinessCapability")
        if one.id not in above and supported[one.id] <= 1
    }


def cost_by_office(canton: Canton) -> Rows:
    found: dict[str, list[float]] = {}
    for one in canton.in_use():
        for office in one.owned_by:
            sums = found.setdefault(office, [0, 0, 0])
            sums[0] += 1
            sums[1] += float(one.run_cost or 0)
            sums[2] += one.run_cost is None and one.licence_cost is None
    return {(office, *sums) for office, sums in found.items()}


def classification_conflicts(canton: Canton) -> Rows:
    rank = {None: None, "public": 0, "internal": 1, "confidential": 2, "secret": 3}
    found = set()
    for store in canton.of("DataStore"):
        for held in store.contains:
            low, high = (
                rank[stored(store.classification)],
                rank[stored(canton.facts["DataObject"][held].classification)],
            )
            if low is not None and high is not None and low < high:
                found.add((store.id, canton.name("DataObject", held)))
    return found


def beside_standard_solution(canton: Canton) -> Rows:
    return {
        (capability.name, one.id)
        for capability in canton.of("BusinessCapability")
        for best in capability.standard_solution
        for one in canton.in_use()
        if capability.id in one.supports and one.id != best
    }


def phase_out_without_successor(canton: Canton) -> Rows:
    return {
        (one.id,)
        for one in canton.of("Application")
        if (stored(one.status) == "phase_out" or stored(one.decision) in ("migrate", "eliminate"))
        and stored(one.status) != "retired"
        and not one.succeeded_by
    }


def processes_without_application(canton: Canton) -> Rows:
    above = {over for one in canton.of("BusinessProcess") for over in one.part_of}
    return {(one.id,) for one in canton.of("BusinessProcess") if not one.uses and one.id not in above}


def deviations_ending(canton: Canton) -> Rows:
    last = dt.date(AS_OF.year + 1, AS_OF.month, AS_OF.day)
    return {(one.id, one.until.isoformat()) for one in canton.of("Deviation") if one.until and one.until <= last}


# The columns compared, and what plain Python over the generated facts says.
COUNTED: list[tuple[tuple[str, ...], Callable[[Canton], Rows]]] = [
    (("technology_id", "office", "applications"), technologies_by_office),
    (("product", "suppliers"), product_with_several_suppliers),
    (("id", "contract_end"), contracts_ending),
    (("supplier", "id", "office"), applications_of_supplier),
    (("interface_id", "data_object", "standard"), interfaces_off_standard),
    (("object_id", "copies"), most_copied_data),
    (("id", "personal_data"), desktop_tools_with_personal_data),
    (("hosting_id", "jurisdiction", "applications"), hosting_outside),
    (("office_id", "applications"), offices_without_confirmed_inventory),
    (("capability_id", "applications"), capabilities_without_application),
    (("office_id", "applications", "run_cost", "without_cost"), cost_by_office),
    (("store_id", "data_object"), classification_conflicts),
    (("capability", "id"), beside_standard_solution),
    (("id",), phase_out_without_successor),
    (("process_id",), processes_without_application),
    (("deviation_id", "until"), deviations_ending),
]


@pytest.mark.parametrize(("columns", "count"), COUNTED, ids=lambda part: getattr(part, "__name__", ""))
def test_the_answer_is_what_plain_python_counts(
    canton: Canton, columns: tuple[str, ...], count: Callable[[Canton], Rows]
) -> None:
    found = rows(canton, count.__name__)
    cells = [tuple(tuple(row[name]) if isinstance(row[name], list) else row[name] for name in columns) for row in found]
    expected = count(canton)
    assert set(cells) == expected
    assert expected


def test_parameters_narrow_the_answer(canton: Canton) -> None:
    everything = rows(canton, "applications_of_supplier")
    one = next(fact.supplied_by[0] for fact in canton.in_use() if fact.supplied_by)
    narrowed = rows(canton, "applications_of_supplier", supplier=one)
    assert narrowed == [row for row in everything if row["supplier"] == canton.name("Supplier", one)]
    assert rows(canton, "most_copied_data", least=10_000) == []


def test_words_of_lists_are_shown_in_the_readers_language(canton: Canton) -> None:
    asked = question("desktop_tools_with_personal_data")
    found = asked.run(canton.store, canton.metamodel, personal="sensitive").rows
    assert {row.cells("de")["personal_data"] for row in found} == {"Besonders schützenswert"}
    subject = found[0].subject()
    assert subject
    assert subject.label == "Application"
    lacking = question("applications_without_responsible").run(canton.store, canton.metamodel).rows
    assert {"Fachverantwortung", "IT-Verantwortung"} <= {
        word for row in lacking for word in row.cells("de")["missing"].split("; ")
    }
