"""The inventory of a fictional canton, of any size, always the same for the same size and seed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ea_cockpit.errors import WrongUsage
from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.sample.applications import add_applications
from ea_cockpit.sample.canton import apply_to_clouds, department_of, found_canton
from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.flows import add_flows
from ea_cockpit.sample.hosting import build_hosting
from ea_cockpit.sample.plants import plant_in_platform, plant_in_work
from ea_cockpit.sample.steering import add_deviations, add_initiatives
from ea_cockpit.sample.stores import add_stores
from ea_cockpit.sample.truth import Truth, tell_truth, violations
from ea_cockpit.sample.truths import plant_all
from ea_cockpit.sample.work import add_work
from ea_cockpit.tabular.inventory import write_inventory

SMALLEST = 130
"""Below this, not every capability of the map would have an application."""
_MASTER = ("OrganisationUnit", "BusinessCapability", "DataObject", "Hosting", "Technology", "Standard", "Supplier")
_STEERING = ("Initiative", "Deviation", "Review")


@dataclass(frozen=True, slots=True)
class Sample:
    """The facts of the fictional canton by label, what is wrong in them, and which workbook each stands in."""

    facts: Mapping[str, list[Fact]]
    truth: Truth
    workbooks: Mapping[str, Mapping[str, list[Fact]]]


def generate(applications: int, seed: int) -> Sample:
    """Make up the canton's inventory and the truth about it."""
    if applications < SMALLEST:
        raise WrongUsage(
            fault=Text(f"{applications} Applikationen sind zu wenige.", f"{applications} applications are too few."),
            hint=Text(f"Wählen Sie {SMALLEST} oder mehr.", f"Choose {SMALLEST} or more."),
        )
    draft = _draft(applications, seed)
    classes = {kind.label: kind.cls for kind in standard_metamodel()}
    facts = {label: [_fact(classes[label], row) for row in rows.values()] for label, rows in draft.rows.items()}
    return Sample(facts, tell_truth(draft), _workbooks(draft, facts))


def write_sample(applications: int, seed: int, out: Path, metamodel: Metamodel) -> list[Path]:
    """Write the inventory as workbooks, as its departments would deliver them, and truth.json beside them."""
    sample = generate(applications, seed)
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, facts in sample.workbooks.items():
        path = out / f"{name}.xlsx"
        write_inventory(path, facts, metamodel, "de", only_filled=True)
        written.append(path)
    truth = out / "truth.json"
    truth.write_text(sample.truth.as_json(), encoding="utf-8", newline="\n")
    return [*written, truth]


def _draft(applications: int, seed: int) -> Draft:
    draft = Draft(applications, seed)
    found_canton(draft)
    build_hosting(draft)
    add_applications(draft)
    plant_in_platform(draft)
    add_stores(draft)
    add_work(draft)
    add_flows(draft)
    plant_in_work(draft)
    apply_to_clouds(draft)
    for row in draft.of("Application").values():
        if not row.get("_keep"):
            draft.forget(row, {"owned_by": 0.03, "hosted_on": 0.04})
    add_initiatives(draft)
    plant_all(draft)
    add_deviations(draft, violations(draft.rows))
    return draft


def _fact(cls: type[Fact], row: Row) -> Fact:
    return cls.model_validate({field: value for field, value in row.items() if field[0] != "_"})


def _workbooks(draft: Draft, facts: Mapping[str, list[Fact]]) -> dict[str, dict[str, list[Fact]]]:
    """Master data, one workbook a department, and the steering of the whole: what each would deliver by itself."""
    books: dict[str, dict[str, list[Fact]]] = {"stammdaten": {label: facts[label] for label in _MASTER}}
    places = {key: f"departement-{short.lower()}" for key, short in _departments(draft)}
    places["OE-GER"], places["OE-STK"] = "gerichte", "staatskanzlei"
    books |= {name: {} for name in places.values()}
    for label in ("BusinessProcess", "Service", "Application", "Interface", "DataStore"):
        for row, fact in zip(draft.of(label).values(), facts[label], strict=True):
            place = places[department_of(draft, _home(draft, row))]
            books[place].setdefault(label, []).append(fact)
    books["vorhaben"] = {label: facts[label] for label in _STEERING}
    return books


def _departments(draft: Draft) -> Iterable[tuple[str, str]]:
    rows = draft.of("OrganisationUnit").items()
    return [(key, row["short_name"]) for key, row in rows if row["kind"] == "department"]


def _home(draft: Draft, row: Row) -> str | None:
    """The unit that reports a row: its own, or that of the application it hangs on."""
    apps, stores = draft.of("Application"), draft.of("DataStore")
    for link in ("owned_by", "offered_by", "held_by", "provided_by"):
        for key in row.get(link, ()):
            if key in apps or key in stores:
                return _home(draft, apps.get(key) or stores[key])
            return str(key)
    return row.get("_unit")
