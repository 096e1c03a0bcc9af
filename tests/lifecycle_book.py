"""Life cycle in an exported workbook, in plain Python: dates of technologies, and what applications stand on."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from planted.book import Book

from ea_cockpit.naming.words import knowledge_file

DAY = dt.date(2026, 6, 30)
# What a person reads from these names; the dates are then looked up in the shipped file.
_MEANT = {
    "MS SQL 2019": ("mssqlserver", "15.0"), "Postgres 16": ("postgresql", "16"),
    "Win2019 Server": ("windows-server", "2019"), "Oracle 19": ("oracle-database", "19"),
    "DotNet 4.8": ("dotnetfx", "4.8"), "RHEL8": ("rhel", "8"), ".NET Framework 4.8": ("dotnetfx", "4.8"),
    "Apache Tomcat 10.1": ("tomcat", "10.1"), "Node.js 16": ("nodejs", "16"),
    "Skriptsprache des Altsystems": ("ruby", "2.7"),
}  # fmt: skip
_UNCLEAR = {"Elasticsearch 8", "Keycloak 26"}


def terms(book: Book) -> dict[str, tuple[str, Any, Any]]:
    """Status on the sample's day, end of support and end of life of each technology."""
    data = json.loads(knowledge_file("endoflife.json"))
    found = {}
    for key, row in book.of("Technology").items():
        support, end = row.get("support_ends"), row.get("end_of_life") or row.get("support_ends")
        known = bool(end)
        if not end and row["name"] in _MEANT:
            slug, cycle = _MEANT[row["name"]]
            said = next(one for one in data[slug]["cycles"] if one["cycle"] == cycle)
            support, end, known = _day(said.get("support")), _day(said["eol"]), True
        if not known:
            found[key] = ("no_date" if row["name"] in _UNCLEAR else "unmatched", None, None)
        else:
            found[key] = (_status(support, end), support, end)
    return found


def _day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else None


def _status(support: dt.date | None, end: dt.date | None) -> str:
    if end and end <= DAY:
        return "out_of_support"
    if end and end <= dt.date(2027, 6, 30):
        return "ending"
    return "security_only" if support and support <= DAY else "supported"


def below(book: Book) -> dict[str, set[str]]:
    """The technologies each application stands on, its own and those below it."""
    hosts = {key: _of_host(book, key) for key in book.of("Hosting")}
    found = {}
    for key, row in book.of("Application").items():
        found[key] = set(row.get("built_with", ())).union(*(hosts[host] for host in row.get("hosted_on", ())))
    for row in book.of("DataStore").values():
        for holder in row.get("held_by", ()):
            found[holder] |= set(row.get("built_with", ())).union(*(hosts[host] for host in row.get("hosted_on", ())))
    return found


def _of_host(book: Book, host: str) -> set[str]:
    found: set[str] = set()
    here: str | None = host
    while here:
        row = book.of("Hosting")[here]
        found |= set(row.get("built_with", ()))
        here = next(iter(row.get("part_of", ())), None)
    return found


def in_operation(row: dict[str, Any]) -> bool:
    """Whether an application is neither planned nor retired."""
    return row.get("status") not in ("Geplant", "Ausser Betrieb")
