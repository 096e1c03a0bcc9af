"""What stands above a table and how its headings are built: titles, legends, two rows, groups, technical rows."""

from __future__ import annotations

from ea_cockpit.sample.mess.book import Book, Line, Page, Spot, World
from ea_cockpit.sample.mess.kind import Dice, Stage, mess


@mess("header-two-lines", "Überschriften über zwei Zeilen", "headings over two rows", Stage.HEAD)
def header_two_lines(book: Book, dice: Dice, _: World) -> None:
    """«Kündigungsfrist» above, «(Monate)» below."""
    for page in book.fact_pages():
        if not page.head_lines and dice.hits() and any(" " in head.heading for head in page.heads):
            pairs = [head.heading.partition(" ") for head in page.heads]
            upper = [Spot(first) for first, _, _ in pairs]
            page.head_lines = [Line("header", upper), Line("header", [Spot(rest or None) for _, _, rest in pairs])]


@mess("header-groups", "Verbundene Gruppen über den Überschriften", "merged groups above the headings", Stage.HEAD)
def header_groups(book: Book, dice: Dice, world: World) -> None:
    """«Kosten», «Schutzbedarf» merged over their columns."""
    for page in book.fact_pages():
        if not page.head_lines and dice.hits():
            page.head_lines = [Line("header", _groups(page, world)), page.plain_header()]


def _groups(page: Page, world: World) -> list[Spot]:
    names = [world.words["groups"][head.field.section.name] if head.field else None for head in page.heads]
    spots: list[Spot] = []
    for place, name in enumerate(names):
        if place and name == names[place - 1]:
            spots.append(Spot())
            continue
        run = next((n for n, other in enumerate(names[place:]) if other != name), len(names) - place)
        spots.append(Spot(name, span=run))
    return spots


@mess("header-technical", "Versteckte technische Kopfzeile", "hidden technical header row", Stage.HEAD)
def header_technical(book: Book, dice: Dice, _: World) -> None:
    """A hidden row of field codes from the tool the list came out of."""
    for page in book.fact_pages():
        if not page.head_lines and dice.hits():
            codes = [f"FLD_{place:03}" for place in range(1, len(page.heads) + 1)]
            code = Line("header", [Spot(code) for code in codes], hidden=True)
            page.head_lines = [code, page.plain_header()] if dice.chance(0.5) else [page.plain_header(), code]


@mess("title-rows", "Titelzeilen darüber", "title rows above", Stage.AROUND)
def title_rows(book: Book, dice: Dice, world: World) -> None:
    """The list's name, the office, the date, a blank row."""
    for page in book.fact_pages():
        if dice.hits():
            title = dice.pick(world.words["titles"]).format(sheet=page.name, office=_office(page, book))
            lines = [page.text_line("title", title), page.text_line("title", "Stand:", "30.06.2026")]
            lines[0].spots[0].span = min(len(page.heads), 4)
            page.above = [*lines[: dice.rng.randint(1, 2)], page.text_line("blank"), *page.above]


def _office(page: Page, book: Book) -> str:
    return page.unit or book.unit.replace("departement-", "Departement ").title()


@mess("preamble", "Vorspann mit Legende", "preamble with a legend", Stage.AROUND)
def preamble(book: Book, dice: Dice, world: World) -> None:
    """Instructions, a legend, contact and version above the table."""
    for page in book.fact_pages():
        if dice.hits():
            texts = dice.some(world.words["preamble"], 0.6)
            page.above = [*page.above, *(page.text_line("preamble", *line) for line in texts)]
            page.above += [page.text_line("blank")] if dice.chance(0.6) else []


@mess("offset", "Tabelle beginnt bei C7", "table starts at C7", Stage.AROUND)
def offset(book: Book, dice: Dice, _: World) -> None:
    """Empty rows and columns before the table."""
    for page in book.fact_pages():
        if dice.hits():
            page.left = dice.rng.randint(1, 3)
            page.above = [*(page.text_line("blank") for _ in range(dice.rng.randint(1, 6))), *page.above]
