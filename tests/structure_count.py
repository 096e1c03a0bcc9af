"""What the counts over an exported workbook share: its words, who holds and owns what, and what leads where."""

from __future__ import annotations

from collections import defaultdict

from planted.book import Book, Row

GRAVE = ("Hoch", "Sehr hoch")
OFF = ("Geplant", "Ausser Betrieb")


def flows(book: Book) -> dict[str, Row]:
    """The interfaces in operation."""
    return {key: row for key, row in book.of("Interface").items() if row.get("status") not in OFF}


def systems(book: Book, ends: list[str]) -> set[str]:
    """Holders stand for their data stores."""
    found = set()
    for end in ends:
        found.update(book.of("DataStore").get(end, {}).get("held_by", [end]))
    return found


def offices(book: Book, apps: set[str]) -> set[str]:
    """Owners of applications, a division counted as its office."""
    found = set()
    for app in apps:
        for unit in book.of("Application").get(app, {}).get("owned_by", []):
            row = book.of("OrganisationUnit")[unit]
            while row.get("kind") == "Abteilung" and "part_of" in row:
                row = book.of("OrganisationUnit")[row["part_of"][0]]
            found.add(row["id"])
    return found


def leads(pairs: set[tuple[str, str]]) -> dict[str, set[str]]:
    """Everything each end reaches in any number of steps, found by adding until nothing is new."""
    reached: dict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        reached[first].add(second)
    changed = True
    while changed:
        changed = False
        for found in list(reached.values()):
            more = set().union(*(reached[one] for one in list(found) if one in reached)) - found
            found.update(more)
            changed |= bool(more)
    return reached
