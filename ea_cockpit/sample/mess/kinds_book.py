"""Workbooks as they grow: free sheet names, a sheet an office, covers, pivots, old copies, formulas, comments."""

from __future__ import annotations

from collections import defaultdict

from ea_cockpit.model.metamodel import Column
from ea_cockpit.sample.mess.book import ENTRY, Book, Head, Line, Page, Spot, World
from ea_cockpit.sample.mess.kind import Dice, Stage, mess


@mess("sheet-per-office", "Ein Blatt je Amt", "a sheet for each office", Stage.SPLIT)
def sheet_per_office(book: Book, dice: Dice, world: World) -> None:
    """Applications of each office on a sheet that bears its short name."""
    pages: list[Page] = []
    for page in book.pages:
        place = page.column("owned_by")
        is_split = page.kind is not None and page.kind.label == "Application" and place is not None and dice.hits()
        pages += _by_office(page, place or 0, world) if is_split else [page]
    book.pages = pages


def _by_office(page: Page, place: int, world: World) -> list[Page]:
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in page.body:
        owner = next(iter(line.spots[place].truth or ()), "")
        groups[world.shorts.get(("OrganisationUnit", owner), "Übrige")].append(line)
    return [
        Page(office, page.kind, [Head(h.field, h.heading) for h in page.heads], lines, unit=office)
        for office, lines in sorted(groups.items())
    ]


@mess("sheet-names-free", "Freie Blattnamen", "free sheet names", Stage.BOOK)
def sheet_names_free(book: Book, dice: Dice, world: World) -> None:
    """«Liste Fachanwendungen 2026», «SST», «Techstack»."""
    for page in book.fact_pages():
        if page.kind and not page.unit and dice.hits():
            _rename(book, page, dice.pick(world.words["sheets"][page.kind.label]))


@mess("sheet-names-none", "Blätter heissen Tabelle1", "sheets called Tabelle1", Stage.BOOK)
def sheet_names_none(book: Book, dice: Dice, _: World) -> None:
    """Nobody named the sheets."""
    if dice.hits():
        word = dice.pick(("Tabelle", "Tabelle", "Sheet"))
        for number, page in enumerate(book.pages, start=1):
            _rename(book, page, f"{word}{number}")


def _rename(book: Book, page: Page, name: str) -> None:
    if name.casefold() not in {other.name.casefold() for other in book.pages}:
        page.name = name[:31]


@mess("cover-sheets", "Deckblatt und Auswertung", "cover and pivot sheets", Stage.BOOK)
def cover_sheets(book: Book, dice: Dice, world: World) -> None:
    """A cover before the lists, a pivot table after them."""
    if not dice.hits():
        return
    rows = [["Applikationsinventar"], ["Departement", book.unit], ["Stand", "30.06.2026"], *world.words["preamble"]]
    book.pages.insert(0, _loose("Deckblatt", rows, "cover"))
    counts: dict[str, int] = defaultdict(int)
    for page in book.fact_pages():
        for line in page.entries():
            spot = line.spot("status")
            counts[str(spot.value) if spot and spot.value else "(leer)"] += 1
    pivot: list[list[object]] = [
        ["Zeilenbeschriftungen", "Anzahl von ID"],
        *([k, v] for k, v in sorted(counts.items())),
    ]
    book.pages.append(_loose("Auswertung", [*pivot, ["Gesamtergebnis", sum(counts.values())]], "pivot"))


def _loose(name: str, rows: list[list[object]], kind: str) -> Page:
    width = max(map(len, rows))
    lines = [Line(kind, [Spot(value) for value in row] + [Spot()] * (width - len(row))) for row in rows]
    return Page(name, None, [Head(None, "")] * width, lines[1:], head_lines=lines[:1])


@mess("old-copies", "Versteckte Blätter mit alten Kopien", "hidden sheets with old copies", Stage.BOOK)
def old_copies(book: Book, dice: Dice, _: World) -> None:
    """Last year's list, hidden, with values that are no longer true."""
    for page in book.fact_pages():
        if dice.chance(0.5 * dice.noise.share):
            lines = [Line("old copy", [_older(spot) for spot in line.spots]) for line in page.entries()]
            heads = [Head(head.field, head.heading) for head in page.heads]
            name = f"{page.name[:20]} (alt)" if dice.chance(0.5) else f"{page.name[:20]} 2024"
            book.pages.append(Page(name, page.kind, heads, lines, hidden=True))


def _older(spot: Spot) -> Spot:
    value = "Stand 2024" if spot.field == "description" else spot.value
    return Spot(value, style=spot.style)


@mess("comments", "Kommentare an Zellen", "comments on cells", Stage.CELLS)
def comments(book: Book, dice: Dice, _: World) -> None:
    """Remarks pinned to cells."""
    notes = ("bitte prüfen", "gemäss Sitzung vom 12.3.", "Wert 2024", "stimmt das?")
    for page in book.fact_pages():
        for line in page.entries():
            for spot in line.spots:
                if spot.value and dice.chance(0.03 * dice.noise.share):
                    spot.note = dice.pick(notes)


@mess("formulas-cached", "Formeln mit gespeichertem Wert", "formulas with their value", Stage.CELLS)
def formulas_cached(book: Book, dice: Dice, _: World) -> None:
    """Whole columns come from a lookup; the file holds what it gave."""
    for page in book.fact_pages():
        for place, head in enumerate(page.heads):
            if isinstance(head.field, Column) and dice.chance(0.3 * dice.noise.share):
                for line in page.entries():
                    if isinstance(line.spots[place].value, str | int | float):
                        line.spots[place].formula = "VLOOKUP($XA$1,$XB$1:$XC$9,2,FALSE)"


@mess("formulas-uncached", "Formeln ohne Wert", "formulas without a value", Stage.CELLS)
def formulas_uncached(book: Book, dice: Dice, _: World) -> None:
    """Written by a program that never calculated: the file holds no value to read."""
    for page in book.fact_pages():
        if not dice.chance(0.5 * dice.noise.share):
            continue
        numbers = [
            p for p, h in enumerate(page.heads) if isinstance(h.field, Column) and h.field.kind in ("money", "integer")
        ]
        for place in numbers[:1]:
            for line in page.entries():
                spot = line.spots[place]
                if spot.value is not None and line.kind == ENTRY:
                    spot.formula, spot.cached = "SUM($XA$1:$XA$3)", False
