"""Rows that are no entries: blanks, phantoms, totals, repeated headings, notes; and entries that hide."""

from __future__ import annotations

from ea_cockpit.model.metamodel import Column
from ea_cockpit.sample.mess.book import ENTRY, Book, Key, Line, Page, Spot, World
from ea_cockpit.sample.mess.kind import Dice, Stage, mess

_BLOCK = 25


def _owner_column(page: Page) -> int | None:
    links = ("owned_by", "offered_by", "led_by")
    return next((place for name in links if (place := page.column(name)) is not None), None)


def _sort_by_owner(page: Page, place: int) -> None:
    page.body.sort(key=lambda line: str(line.spots[place].value or "~"))


def _office_name(spot: Spot, world: World) -> str:
    id_: str = next(iter(spot.truth or ()), "")
    key: Key = ("OrganisationUnit", id_)
    return world.names.get(key, id_)


@mess("offices-merged", "Amt über seine Zeilen verbunden", "office merged over its rows", Stage.BODY)
def offices_merged(book: Book, dice: Dice, _: World) -> None:
    """The office stands once, in a cell merged over all its rows."""
    for page in book.fact_pages():
        place = _owner_column(page)
        if place is not None and dice.hits():
            _sort_by_owner(page, place)
            page.heads[place].merge_down = True


@mess("offices-as-titles", "Amt als Zwischentitel", "office as a section title", Stage.BODY)
def offices_as_titles(book: Book, dice: Dice, world: World) -> None:
    """A row with the office's name, then its rows; no column says it any more."""
    for page in book.fact_pages():
        place = _owner_column(page)
        if place is None or page.heads[place].merge_down or not dice.hits():
            continue
        _sort_by_owner(page, place)
        names = [_office_name(line.spots[place], world) for line in page.body]
        page.drop(place)
        body: list[Line] = []
        for before, name, line in zip(["", *names], names, page.body, strict=False):
            if name and name != before:
                body.append(page.text_line("section", name))
            body.append(line)
        page.body = body


@mess("rows-hidden", "Ausgeblendete Zeilen", "hidden rows", Stage.ROWS)
def rows_hidden(book: Book, dice: Dice, _: World) -> None:
    """A filter was left on: rows not seen, but still entries."""
    for page in book.fact_pages():
        for line in page.entries():
            line.hidden = line.hidden or dice.chance(0.2 * dice.noise.share)


@mess("rows-blank", "Leerzeilen dazwischen", "blank rows in between", Stage.ROWS)
def rows_blank(book: Book, dice: Dice, _: World) -> None:
    """Blank rows between groups."""
    for page in book.fact_pages():
        body: list[Line] = []
        for line in page.body:
            body += [page.text_line("blank")] if body and dice.chance(0.15 * dice.noise.share) else []
            body.append(line)
        page.body = body


@mess("rows-phantom", "Phantomzeilen", "phantom rows", Stage.ROWS)
def rows_phantom(book: Book, dice: Dice, _: World) -> None:
    """Rows below the data that are prepared but empty: formulas giving nothing, defaults, running numbers only."""
    for page in book.fact_pages():
        if dice.hits():
            page.body += [_phantom(page, dice, number) for number in range(dice.rng.randint(3, 12))]


def _phantom(page: Page, dice: Dice, number: int) -> Line:
    line = page.text_line("phantom")
    style = dice.pick(("formula", "formula", "number", "default", "blank"))
    for spot, head in zip(line.spots, page.heads, strict=True):
        if style == "formula":
            spot.value, spot.formula = "", 'IF(ISBLANK($XA$1),"",$XA$1)'
        elif style == "blank":
            spot.value = " "
        elif style == "default" and isinstance(head.field, Column) and head.field.kind == "yesno":
            spot.value = "nein"
    if style == "number":
        line.spots[0].value = len(page.body) + number + 1
    return line


@mess("rows-template", "Leere Vorlagezeilen mit Auswahllisten", "empty template rows with drop-downs", Stage.ROWS)
def rows_template(book: Book, dice: Dice, _: World) -> None:
    """An example row on top, «bitte auswählen» in the rows nobody filled."""
    for page in book.fact_pages():
        if not dice.hits():
            continue
        for head in page.heads:
            if isinstance(head.field, Column) and head.field.choices:
                head.choices = tuple(word.text.de for word in head.field.choices)
        empty = page.text_line("template")
        for spot, head in zip(empty.spots, page.heads, strict=True):
            spot.value = "bitte auswählen" if head.choices else None
        copies = [Line("template", [Spot(spot.value) for spot in empty.spots]) for _ in range(dice.rng.randint(2, 6))]
        page.body += copies if any(spot.value for spot in empty.spots) else []


@mess("totals", "Totale und Zwischentotale", "totals and subtotals", Stage.ROWS)
def totals(book: Book, dice: Dice, _: World) -> None:
    """«Total», «Summe Amt», «Anzahl: 27» below, and between blocks at times."""
    for page in book.fact_pages():
        if dice.hits():
            between = [n for n in range(10, len(page.body), 10) if dice.chance(0.2)]
            for number in reversed(between):
                page.body.insert(number, _total(page, dice, dice.pick(("Zwischentotal", "Subtotal"))))
            page.body.append(_total(page, dice, dice.pick(("Total", "Gesamt", "Summe", "Total:", "Anzahl"))))


def _total(page: Page, dice: Dice, word: str) -> Line:
    line = page.text_line("total")
    line.spots[0 if len(line.spots) < 2 or dice.chance(0.7) else 1].value = word
    last = line.spots[-1]
    for place, head in enumerate(page.heads):
        if (
            isinstance(head.field, Column)
            and head.field.kind in ("money", "integer")
            and line.spots[place].value is None
        ):
            values = [entry.spots[place].truth for entry in page.entries()]
            line.spots[place].value = sum(value for value in values if isinstance(value, int | float))
    if sum(spot.value is not None for spot in line.spots) == 1 and last.value is None:
        last.value = len(page.entries())
    return line


@mess("headers-repeated", "Kopfzeile alle 25 Zeilen wiederholt", "headings repeated every 25 rows", Stage.ROWS)
def headers_repeated(book: Book, dice: Dice, _: World) -> None:
    """As printed lists have it."""
    for page in book.fact_pages():
        every = _BLOCK if len(page.body) > _BLOCK else 8
        if dice.hits():
            for number in reversed(range(every, len(page.body), every)):
                page.body.insert(number, Line("repeated header", [Spot(head.heading) for head in page.heads]))


@mess("notes-below", "Anmerkungen unter der Tabelle", "notes below the table", Stage.AROUND)
def notes_below(book: Book, dice: Dice, world: World) -> None:
    """Footnotes, a legend, a source."""
    for page in book.fact_pages():
        if dice.hits():
            page.body += [page.text_line("blank") for _ in range(dice.rng.randint(0, 2))]
            notes = dice.some(world.words["notes"], 0.5)
            page.body += [page.text_line("note", *texts) for texts in notes]


@mess("rows-example", "Beispielzeile oben", "an example row on top", Stage.ROWS)
def rows_example(book: Book, dice: Dice, _: World) -> None:
    """«Beispiel» in the first row, left over from the template."""
    for page in book.fact_pages():
        if dice.hits() and page.body and page.body[0].kind == ENTRY and len(page.heads) > 2:
            line = page.text_line("example", "Beispiel", "Beispiel (bitte löschen)")
            page.body.insert(0, line)
