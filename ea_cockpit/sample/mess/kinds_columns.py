"""Columns in another order, columns nobody knows, columns that are not there, empty and hidden ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ea_cockpit.sample.mess.book import ENTRY, Book, Head, Line, Spot, World
from ea_cockpit.sample.mess.kind import Dice, Stage, mess

_KEPT = ("id", "name", "provided_by", "consumed_by")


@mess("columns-shuffled", "Spalten in anderer Reihenfolge", "columns in another order", Stage.COLUMNS)
def columns_shuffled(book: Book, dice: Dice, _: World) -> None:
    """All columns shuffled."""
    for page in book.fact_pages():
        if dice.hits():
            places = list(range(len(page.heads)))
            dice.rng.shuffle(places)
            page.order(places)


@mess("columns-unknown", "Unbekannte Zusatzspalten", "unknown extra columns", Stage.COLUMNS)
def columns_unknown(book: Book, dice: Dice, world: World) -> None:
    """What only this office wants to know."""
    for page in book.fact_pages():
        extra = world.words["extra_columns"]
        taken = {head.heading for head in page.heads}
        for heading in dice.some([h for h in extra if h not in taken], 0.5 * dice.noise.share):
            values = extra[heading]
            place = dice.rng.randint(0, len(page.heads))
            page.insert(place, Head(None, heading), _custom(heading, values, dice))


def _custom(heading: str, values: list[str], dice: Dice) -> Callable[[Line], Spot]:
    def spot(line: Line) -> Spot:
        text = dice.pick(values) if line.kind == ENTRY and dice.chance(0.7) else None
        return Spot(text, heading, text, custom=True)

    return spot


@mess("columns-numbered", "Laufnummer vorangestellt", "running number in front", Stage.COLUMNS)
def columns_numbered(book: Book, dice: Dice, _: World) -> None:
    """A first column that only counts: «Lfd. Nr.»."""
    for page in book.fact_pages():
        if dice.hits():
            heading = dice.pick(("Lfd. Nr.", "Lfd.-Nr.", "#", "lfd. Nummer", "Zeile"))
            numbers = iter(range(1, len(page.body) + 1))
            page.insert(0, Head(None, heading), _counted(heading, numbers))


def _counted(heading: str, numbers: Iterator[int]) -> Callable[[Line], Spot]:
    def spot(_: Line) -> Spot:
        number = next(numbers)
        return Spot(number, heading, str(number), custom=True)

    return spot


@mess("columns-missing", "Fehlende Spalten", "missing columns", Stage.COLUMNS)
def columns_missing(book: Book, dice: Dice, _: World) -> None:
    """Offices leave out what they do not know."""
    for page in book.fact_pages():
        optional = [place for place, head in enumerate(page.heads) if not head.field or head.field.name not in _KEPT]
        gone = set(dice.some(optional, 0.6 * dice.noise.share)) if len(optional) > 2 else set()
        page.order([place for place in range(len(page.heads)) if place not in gone])


@mess("columns-blank", "Leere Spalten dazwischen", "empty columns in between", Stage.COLUMNS)
def columns_blank(book: Book, dice: Dice, _: World) -> None:
    """Narrow empty columns that only look good, some with a heading and nothing below."""
    for page in book.fact_pages():
        for _round in range(dice.rng.randint(1, 3) if dice.hits() else 0):
            place = dice.rng.randint(1, len(page.heads))
            page.insert(place, Head(None, dice.pick(("", "", " ", "Reserve"))), lambda _: Spot())


@mess("columns-hidden", "Ausgeblendete Spalten", "hidden columns", Stage.COLUMNS)
def columns_hidden(book: Book, dice: Dice, _: World) -> None:
    """Columns that are there but not seen; what they hold still counts."""
    for page in book.fact_pages():
        for head in dice.some([h for h in page.heads if h.field and h.field.name != "name"], 0.3 * dice.noise.share):
            head.hidden = True


@mess("half-filled", "Halb ausgefüllt", "half filled", Stage.COLUMNS)
def half_filled(book: Book, dice: Dice, _: World) -> None:
    """Most optional cells were never filled in."""
    for page in book.fact_pages():
        for line in page.entries():
            for spot in line.spots:
                if spot.field not in _KEPT and dice.chance(0.7 * dice.noise.share):
                    spot.value = spot.truth = None
