"""The inventories Konveyor tests its own import with: each is imported, or told exactly what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from inventories import facts, links, properties

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_table

FOLDER = Path(__file__).parents[2] / "import_samples" / "konveyor"


@dataclass(frozen=True)
class Expected:
    """What a file gives: problems as (code, place, value), applications, services, technologies by application."""

    problems: list[tuple[str, str, str]] = field(default_factory=list)
    applications: set[str] = field(default_factory=set)
    services: dict[str, set[str]] = field(default_factory=dict)
    built: dict[str, set[str]] = field(default_factory=dict)
    hosted: dict[str, str] = field(default_factory=dict)
    depends: set[tuple[str, str]] = field(default_factory=set)


CUSTOMERS = {"RHEL 8", "Oracle", "Java", "Tomcat"}
INVENTORY = {"RHEL 8", "Postgresql", "Java", "Quarkus"}
GATEWAY = {"RHEL 8", "Java", "Spring Boot"}
SAMPLE = Expected(
    applications={"Customers", "Inventory", "Gateway"},
    services={"Retail": {"Customers", "Inventory", "Gateway"}},
    built={"Customers": CUSTOMERS, "Inventory": INVENTORY, "Gateway": GATEWAY},
    depends={("Gateway", "Inventory"), ("Gateway", "Customers")},
)
NO_RECORD_TYPE = "Record Type 1 / Record Type"
EXPECTED = {
    # The blanks fall away, and then two rows say different things of one application.
    "app_name_with_spaces": Expected([("duplicate-id", "app_name_with_spaces!3", "KV-Import-app-7")]),
    "app_name_with_spaces_21": Expected([("duplicate-id", "app_name_with_spaces_21!3", "KV-spaces")]),
    "client_public_templates_template_application_import": Expected(
        # Owners and contributors are people.
        [("unread-columns", "client_public_templates_template_application_import", "")],
        applications={"Customer Management", "Inventory Tracker", "API Gateway Service"},
        services={"Retail": {"Customer Management", "Inventory Tracker", "API Gateway Service"}},
        built={"Customer Management": CUSTOMERS, "Inventory Tracker": INVENTORY, "API Gateway Service": GATEWAY},
    ),
    # Konveyor ends a description after 250 letters; here nothing is cut off.
    "desc_comments_char_limit_rows": Expected(applications={"Import-app-8", "Import-app-9"}),
    "hack_import-applications_sample-applications": SAMPLE,
    "invalid_column_schema": Expected(
        [("missing-key-column", "invalid_column_schema!1", NO_RECORD_TYPE),
         ("nothing-recognised", "invalid_column_schema.csv", "")]
    ),
    "invalid_record_type_21": Expected(
        [("unexpected-entry", "invalid_record_type_21!A2", "3"),
         ("unexpected-entry", "invalid_record_type_21!A3", "100")]
    ),
    "invalid_schema_21": Expected(
        [("missing-key-column", "invalid_schema_21!1", NO_RECORD_TYPE),
         ("nothing-recognised", "invalid_schema_21.csv", "")]
    ),
    "lantik_bug": Expected(applications={"App_bug4257"}, services={"Finance": {"App_bug4257"}}),
    "mandatory_and_empty_row_21": Expected(
        applications={"Import-app-5", "Import-app-6"},
        services={"Retail": {"Import-app-5", "Import-app-6"}},
        built={"Import-app-5": CUSTOMERS, "Import-app-6": INVENTORY},
    ),
    "mandatory_and_empty_rows": Expected(applications={"Import-app-5", "Import-app-6"}),
    "missing_application_name": Expected([("missing-entry", "missing_application_name!B2", "")]),
    # What Konveyor must be told beforehand comes along with the file here.
    "missing_business_21": Expected(
        applications={"Inventory"}, services={"Finance": {"Inventory"}}, built={"Inventory": INVENTORY}
    ),
    "missing_tags_and_bs": Expected(
        applications={"Application_123", "Application_456"},
        services={"Finance": {"Application_123"}, "HR": {"Application_456"}},
        built={"Application_123": {"RHEL 8", "Oracle", "TypeScript", "Tomcat"}},
    ),
    "non_existing_tags_business_service_rows": Expected(
        applications={"Import-app-3", "Import-app-4"},
        services={"Finance": {"Import-app-3"}, "Finance and HR": {"Import-app-4"}},
        built={"Import-app-3": {"DB2"}, "Import-app-4": {"H2O"}},
    ),
    "template_application_import": SAMPLE,
    "valid_application_rows": Expected(
        applications={"Import-app-1", "Import-app-2"},
        services={"Finance and HR": {"Import-app-1", "Import-app-2"}},
        built={"Import-app-1": {"DB2", "COBOL"}, "Import-app-2": {"Postgresql", "Java"}},
        hosted={"Import-app-1": "Paris (FR)", "Import-app-2": "London (UK)"},
    ),
}  # fmt: skip


def test_every_file_is_expected_to_be_something() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_konveyor(store: GraphStore, metamodel: Metamodel, name: str) -> None:
    expected = EXPECTED[name]
    tables = [read_table(FOLDER / f"{name}.csv")]
    # A file of three plain columns could be anything: only there the layout has to be named.
    plan, used = recognise(tables, metamodel, "konveyor" if name == "invalid_column_schema" else None)
    assert used == "konveyor"
    report = run_import(Request(tables, plan, profile=used), metamodel, store)
    assert [(p.code, str(p.place), p.value) for p in report.problems] == expected.problems
    assert report.written is not any(code != "unread-columns" for code, _, _ in expected.problems)
    assert facts(store, "Application") == {("Application", f"KV-{app}") for app in expected.applications}
    assert facts(store, "Service") == {("Service", f"L-{service}") for service in expected.services}
    assert facts(store, "Technology") == {
        ("Technology", f"TEC-{tag}") for tags in expected.built.values() for tag in tags
    }
    assert facts(store, "Hosting") == {("Hosting", f"BU-{place}") for place in expected.hosted.values()}
    assert links(store) == (
        {(f"L-{service}", "REALISED_BY", f"KV-{app}") for service, apps in expected.services.items() for app in apps}
        | {(f"KV-{app}", "BUILT_WITH", f"TEC-{tag}") for app, tags in expected.built.items() for tag in tags}
        | {(f"KV-{app}", "HOSTED_ON", f"BU-{place}") for app, place in expected.hosted.items()}
        | {(f"KV-{one}", "DEPENDS_ON", f"KV-{other}") for one, other in expected.depends}
    )


def test_details_and_people(store: GraphStore, metamodel: Metamodel) -> None:
    tables = [read_table(FOLDER / "client_public_templates_template_application_import.csv")]
    run_import(Request(tables, recognise(tables, metamodel)[0]), metamodel, store)
    app = properties(store, "KV-Customer Management")
    assert {key: app[key] for key in ("name", "description", "custom.Binary Artifact", "custom.Repository URL")} == {
        "name": "Customer Management", "description": "Legacy Customers management service",
        "custom.Binary Artifact": "customers-tomcat", "custom.Repository URL": "https://git-acme.local/customers.git",
    }  # fmt: skip
    # Owners and contributors are people: nothing of them is kept.
    assert not any("@" in str(value) for value in app.values())
