"""Groups of applications that do the same work, as sets of ids; clean inventories are met exactly.

The count over the workbook knows nothing of likeness: it takes the office's short name off each name, writes out what
inventories cut short, and puts equal names together.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from planted.book import Book, Row

ANALYSIS = "centralisation_candidates"
PARAMS = {"day": dt.date(2026, 6, 30)}
Groups = set[frozenset[str]]


def from_result(rows: list[dict[str, Any]]) -> Groups:
    return {frozenset(row["applications"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Groups:
    return {frozenset(entry["applications"]) for entry in truth["same_work"]}


def from_workbook(book: Book) -> Groups:
    units = book.of("OrganisationUnit")
    shorts = sorted({row["short_name"] for row in units.values() if "short_name" in row}, key=len, reverse=True)
    standards = {one for row in book.of("BusinessCapability").values() for one in row.get("standard_solution", ())}
    alike: dict[str, dict[str, str]] = defaultdict(dict)
    for id_, row in book.of("Application").items():
        if _counts(row) and id_ not in standards:
            name, short = _split(row["name"], shorts)
            alike[_plain(name)][id_] = short or row.get("owned_by", ["?"])[0]
    return {
        frozenset(_apart(members, book)) for members in alike.values() if len(set(_apart(members, book).values())) > 1
    }


def _counts(row: Row) -> bool:
    apart = row.get("kind") in ("Arbeitsplatzwerkzeug", "Integrationsjob") or "part_of" in row or "succeeded_by" in row
    return row.get("status") not in ("Geplant", "Ausser Betrieb") and not apart


def _split(name: str, shorts: list[str]) -> tuple[str, str]:
    """A name and the office at its end, if one stands there."""
    short = next((short for short in shorts if name.endswith(f" {short}")), "")
    return name.removesuffix(f" {short}") if short else name, short


def _plain(name: str) -> str:
    name = name.casefold().removeprefix("fachapplikation ").removesuffix(" kanton")
    for said, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), (" & ", " und "), ("verw.", "verwaltung"), ("-", "")):
        name = name.replace(said, written)
    # «Medien-DB» is the Mediendatenbank.
    return name.replace("db ", "datenbank ").replace("  ", " ") if "db " in name else name


def _apart(members: dict[str, str], book: Book) -> dict[str, str]:
    """The members without the one that serves all, where there is just one."""
    rows = book.of("Application")
    kinds = ("Querschnittsapplikation", "Basisdienst")
    common = [id_ for id_ in members if rows[id_].get("kind") in kinds or rows[id_]["name"].endswith(" Kanton")]
    return {id_: office for id_, office in members.items() if len(common) != 1 or id_ not in common}
