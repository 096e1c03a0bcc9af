"""Which product and cycle a text names."""

from __future__ import annotations

import pytest

from ea_cockpit.naming.lifecycle import knowledge
from ea_cockpit.naming.products import find_product, product_of

SAME = {
    ("mssqlserver", "15.0"): ["MS SQL 2019", "Microsoft SQL Server 2019", "SQL Server 15", "MSSQL2019"],
    ("mssqlserver", "13.0-sp2"): ["SQL Server 2016 SP2", "MS SQL Server 2016 SP2"],
    ("windows-server", "2019"): ["Windows Server 2019", "Windows Server 1809", "Win 2019", "W2K19"],
    ("windows-server", "2012-r2"): ["Windows Server 2012 R2", "WIN SRV 2012R2", "w2k12r2"],
    ("oracle-jdk", "8"): ["Java 8", "Java 1.8", "JDK 1.8.0", "JRE 8", "Oracle JDK 8"],
    ("oracle-database", "19"): ["Oracle 19c", "Oracle Database 19c", "ORACLE DB 19"],
    ("oracle-database", "12.2"): ["Oracle 12c Release 2", "Oracle 12cR2", "Oracle Database 12.2"],
    ("dotnetfx", "4.8"): [".NET Framework 4.8", "DotNet 4.8", ".NET 4.8"],
    ("dotnet", "8"): [".NET 8", "dotnet 8.0", ".NET Core 8"],
    ("rhel", "8"): ["RHEL 8", "Red Hat Enterprise Linux 8", "RedHat 8"],
    ("sles", "15.4"): ["SLES 15 SP4", "SUSE Linux Enterprise Server 15.4"],
    ("tomcat", "9.0"): ["Tomcat 9", "Apache Tomcat 9.0", "Apache Tomcat v9"],
}  # fmt: skip


@pytest.mark.parametrize(("meant", "texts"), SAME.items())
def test_marketing_names_and_version_numbers_are_one(meant: tuple[str, str], texts: list[str]) -> None:
    found = {text: find_product(text) for text in texts}
    assert {text: match and (match.slug, match.cycle) for text, match in found.items()} == dict.fromkeys(texts, meant)


def test_a_release_within_a_cycle_is_told_from_the_cycle() -> None:
    release, cycle = find_product("PostgreSQL 14.3"), find_product("PostgreSQL 14")
    assert release is not None
    assert cycle is not None
    assert (release.cycle, release.exact, cycle.cycle, cycle.exact) == ("14", False, "14", True)
    assert release.confidence < cycle.confidence


@pytest.mark.parametrize(
    "text",
    ["SQL Server Reporting Services 2019", "JavaScript", "Oracle Forms 12", "Microsoft Access 2016", "Geoportal", ""],
)  # fmt: skip
def test_what_is_more_or_else_than_a_product_is_none(text: str) -> None:
    assert find_product(text) is None


def test_an_unknown_version_leaves_the_cycle_open() -> None:
    match = find_product("PostgreSQL 99")
    assert match is not None
    assert (match.slug, match.cycle, match.version) == ("postgresql", None, "99")
    assert "99" in match.reason.de


def test_the_version_may_stand_elsewhere() -> None:
    match = find_product("PostgreSQL", version="16")
    assert match is not None
    assert (match.slug, match.cycle) == ("postgresql", "16")
    assert product_of("postgresql", "16") == match
    assert product_of("no-such-product", "16") is None


def test_every_product_is_found_by_its_own_title_and_cycles() -> None:
    known = knowledge()
    lost = {
        (product.title, cycle.cycle)
        for product in known.products.values()
        for cycle in product.cycles
        if cycle.cycle.replace(".", "").isdigit()
        and _slug_and_cycle(f"{product.title} {cycle.cycle}") != (product.slug, cycle.cycle)
    }
    assert lost == set()


def _slug_and_cycle(text: str) -> tuple[str, str | None] | None:
    match = find_product(text)
    return (match.slug, match.cycle) if match else None
