"""Values as people type them: days, sums, yes and no, words, numbers with words around them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from ea_cockpit.model.metamodel import Column
from ea_cockpit.model.values import Choice
from ea_cockpit.sample.mess.book import Book, Head, Line, Page, Spot, World
from ea_cockpit.sample.mess.kind import Dice, Stage, mess

_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
Write = Callable[[Any, Dice], Any]


def columns_of(book: Book, *kinds: str) -> Iterator[tuple[Page, Column, list[Spot]]]:
    """The columns of these kinds of value on all pages, with their filled cells."""
    for page in book.fact_pages():
        for place, head in enumerate(page.heads):
            if isinstance(head.field, Column) and head.field.kind in kinds:
                spots = [line.spots[place] for line in page.entries()]
                yield page, head.field, [spot for spot in spots if spot.value is not None]


def _rewrite(book: Book, dice: Dice, kinds: tuple[str, ...], styles: tuple[Write, ...], mixed: float = 0.15) -> None:
    """Give each column a style of its own, with some cells in another."""
    for _, field, spots in columns_of(book, *kinds):
        if field.name == "id" or not dice.hits():
            continue
        style = dice.pick(styles)
        for spot in spots:
            way = dice.pick(styles) if dice.chance(mixed) else style
            if not isinstance(spot.value, str) or "text" in kinds:
                spot.value = way(spot.value, dice)
                spot.style = ""


@mess("dates-as-text", "Daten als Text", "dates as text", Stage.VALUES)
def dates_as_text(book: Book, dice: Dice, _: World) -> None:
    """31.12.25, 1.3.2026, 31. Dezember 2025, 2025-12-31 00:00:00."""
    styles: tuple[Write, ...] = (
        lambda d, _: f"{d:%d.%m.%y}" if d.year > 1970 else f"{d:%d.%m.%Y}",
        lambda d, _: f"{d.day}.{d.month}.{d.year}",
        lambda d, _: f"{d.day}. {_MONTHS[d.month - 1]} {d.year}",
        lambda d, _: f"{d:%Y-%m-%d} 00:00:00",
        lambda d, _: f"{d:%d/%m/%Y}",
        lambda d, _: f"{d:%d. %m. %Y}",
    )
    _rewrite(book, dice, ("date",), styles)


@mess("dates-rough", "Daten als Monat, Quartal, Jahr", "dates as month, quarter, year", Stage.VALUES)
def dates_rough(book: Book, dice: Dice, _: World) -> None:
    """«03/2025», «1. Quartal 2026», «Ende 2027», where the day is the first or last one of it."""
    for _page, field, spots in columns_of(book, "date"):
        for spot in spots:
            if isinstance(spot.value, dt.date) and dice.hits() and (ways := list(_rough(spot.value, field.ends))):
                spot.value, spot.style = dice.pick(ways), ""


def _rough(day: dt.date, ends: bool) -> Iterator[str]:
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    if is_last if ends else day.day == 1:
        yield from (f"{day:%m/%Y}", f"{day:%m.%Y}", f"{_MONTHS[day.month - 1]} {day.year}", f"{day:%Y-%m}")
        yield f"{_MONTHS[day.month - 1][:3]} {day.year}"
        if day.month % 3 == (0 if ends else 1):
            quarter = (day.month - 1) // 3 + 1
            yield from (f"{quarter}. Quartal {day.year}", f"Q{quarter}/{day.year}", f"Q{quarter} {day.year}")
        if day.month == (12 if ends else 1):
            yield str(day.year)
    if (day.month, day.day) == (12, 31):
        yield f"Ende {day.year}"
    if (day.month, day.day) == (1, 1) and not ends:
        yield f"Anfang {day.year}"


@mess("dates-serial", "Daten als Seriennummern", "dates as serial numbers", Stage.VALUES)
def dates_serial(book: Book, dice: Dice, _: World) -> None:
    """46022 instead of 31.12.2025, as a number or as text."""
    styles: tuple[Write, ...] = (lambda d, _: _serial(d), lambda d, _: str(_serial(d)))
    _rewrite(book, dice, ("date",), styles)


def _serial(day: dt.date) -> int:
    return (day - dt.date(1899, 12, 30)).days


@mess("dates-with-words", "Daten mit Wörtern darum", "dates with words around them", Stage.VALUES)
def dates_with_words(book: Book, dice: Dice, _: World) -> None:
    """«per 31.12.2025», «seit 01.01.2014», «bis 31.12.2028», «31.12.2027 (gemäss Vertrag)»."""
    styles: tuple[Write, ...] = (
        lambda d, _: f"per {d:%d.%m.%Y}",
        lambda d, _: f"ab {d:%d.%m.%Y}",
        lambda d, _: f"bis {d:%d.%m.%Y}",
        lambda d, _: f"{d:%d.%m.%Y} (gemäss Vertrag)",
    )
    for _page, field, spots in columns_of(book, "date"):
        way = dice.pick(styles[:2] if not field.ends else styles[2:])
        for spot in spots:
            if isinstance(spot.value, dt.date) and dice.chance(0.5 * dice.noise.share):
                spot.value, spot.style = way(spot.value, dice), ""


@mess("money-as-text", "Beträge als Text", "money as text", Stage.VALUES)
def money_as_text(book: Book, dice: Dice, _: World) -> None:
    """CHF 12'500.–, Fr. 12'500, 12 500, 12'500.00."""
    styles: tuple[Write, ...] = (
        lambda v, _: f"CHF {_grouped(v, chr(39))}.–",
        lambda v, _: f"{_grouped(v, '’')}.-",
        lambda v, _: f"Fr. {_grouped(v, chr(39))}",
        lambda v, _: _grouped(v, " "),
        lambda v, _: f"{_grouped(v, chr(39))}.00 CHF",
        lambda v, _: f"{_grouped(v, chr(39))}.--",
        lambda v, _: f"SFr. {_grouped(v, chr(160))}",
    )
    _rewrite(book, dice, ("money",), styles)


def _grouped(value: Any, mark: str) -> str:
    return f"{int(value):,}".replace(",", mark)


@mess("money-in-thousands", "Beträge in Tausend", "money in thousands", Stage.VALUES)
def money_in_thousands(book: Book, dice: Dice, _: World) -> None:
    """«43 TCHF», «0.25 Mio. CHF», «43k» in some cells."""
    for _page, _field, spots in columns_of(book, "money"):
        for spot in spots:
            if isinstance(spot.value, float) and spot.value % 1000 == 0 and dice.chance(0.3 * dice.noise.share):
                thousands = int(spot.value // 1000)
                ways = [f"{thousands} TCHF", f"{thousands}k", f"TCHF {thousands}"]
                ways += [f"{spot.value / 1e6:g} Mio. CHF"] if spot.value % 10_000 == 0 else []
                spot.value, spot.style = dice.pick(ways), ""


@mess("numbers-as-text", "Zahlen als Text gespeichert", "numbers stored as text", Stage.VALUES)
def numbers_as_text(book: Book, dice: Dice, _: World) -> None:
    """The green triangle: '140 instead of 140."""
    plain: tuple[Write, ...] = (lambda v, _: f"{v:g}" if v < 10**6 else str(int(v)),)
    _rewrite(book, dice, ("integer", "number", "money"), plain)


@mess("numbers-with-words", "Zahlen mit Wörtern", "numbers with words", Stage.VALUES)
def numbers_with_words(book: Book, dice: Dice, _: World) -> None:
    """«ca. 140», «6 Monate», «24 h», «rund 1'200»."""
    units = {"notice_months": " Monate", "rto_hours": " h", "rpo_hours": " Std.", "users": " Personen"}
    for _page, field, spots in columns_of(book, "integer", "number"):
        unit = units.get(field.name)
        for spot in spots:
            if unit and isinstance(spot.value, int | float) and dice.chance(0.5 * dice.noise.share):
                number = _grouped(spot.value, "'") if float(spot.value).is_integer() else f"{spot.value:g}"
                spot.value = dice.pick((f"{number}{unit}", f"{number}{unit}", f"ca. {number}", f"~{number}"))
                spot.style = ""


@mess("yes-no-words", "Ja und Nein auf viele Arten", "yes and no in many ways", Stage.VALUES)
def yes_no_words(book: Book, dice: Dice, world: World) -> None:
    """ja, Ja, x, wahr, J, 1, ✓; nein, -, N, 0."""
    for _page, _field, spots in columns_of(book, "yesno"):
        yes, no = dice.pick(world.words["yes"]), dice.pick(world.words["no"])
        for spot in spots:
            if dice.chance(0.15):
                yes, no = dice.pick(world.words["yes"]), dice.pick(world.words["no"])
            spot.value = yes if spot.truth else no


@mess("other-words", "Andere Wörter als die der Liste", "other words than those of the list", Stage.VALUES)
def other_words(book: Book, dice: Dice, world: World) -> None:
    """«in Betrieb», «PROD», «Fachappl.», «HOCH» where the list says otherwise."""
    for page, field, spots in columns_of(book, "choice"):
        assert page.kind  # noqa: S101  pages of facts have one
        known = _choices(world, page.kind.label, field)
        if known and dice.hits():
            for spot in spots:
                if isinstance(spot.truth, Choice) and (words := known.get(spot.truth.value)) and dice.hits():
                    spot.value = dice.pick(words)


def _choices(world: World, label: str, field: Column) -> dict[str, list[str]]:
    lists = world.words["choices"]
    shared = "need" if field.choices and field.choices.__name__ == "Need" else field.name
    return dict(lists.get(f"{label}.{field.name}") or lists.get(shared) or {})


@mess("upper-case", "Grossbuchstaben", "capital letters", Stage.VALUES)
def upper_case(book: Book, dice: Dice, _: World) -> None:
    """Names and words all in capitals."""
    for _page, field, spots in columns_of(book, "text", "choice"):
        if field.name != "id" and dice.chance(0.4 * dice.noise.share):
            for spot in spots:
                if spot.truth is None:
                    continue
                if field.kind == "text":
                    spot.truth = str(spot.truth).upper()
                spot.value = str(spot.value).upper().replace("_X000D_", "_x000D_")


@mess("stray-blanks", "Leerzeichen zu viel", "stray blanks", Stage.VALUES)
def stray_blanks(book: Book, dice: Dice, _: World) -> None:
    """Trailing blanks, double blanks, non-breaking blanks, tabs."""
    for line in _entries(book):
        for spot in line.spots:
            if isinstance(spot.value, str) and dice.chance(0.5 * dice.noise.share):
                text = spot.value
                spot.value = dice.pick(
                    (f"{text} ", f"{text}\u00a0", f" {text}", text.replace(" ", "\u00a0"), f"{text}\t")
                )


@mess("escaped-breaks", "_x000D_ und Zeilenumbrüche", "_x000D_ and line breaks", Stage.VALUES)
def escaped_breaks(book: Book, dice: Dice, _: World) -> None:
    """What programs leave behind that write line ends into workbooks."""
    for _page, field, spots in columns_of(book, "text"):
        for spot in spots:
            if field.name != "id" and isinstance(spot.value, str) and dice.chance(0.3 * dice.noise.share):
                if " " in spot.value and field.name != "name":
                    head, _blank, rest = spot.value.partition(" ")
                    spot.value, spot.truth = f"{head}_x000D_\n{rest}", f"{head}\n{rest}"
                else:
                    spot.value += "_x000D_"


@mess("placeholders", "Platzhalter statt Lücken", "placeholders instead of gaps", Stage.VALUES)
def placeholders(book: Book, dice: Dice, _: World) -> None:
    """«k.A.», «n/a», «unbekannt», «-», «?» where nothing is known."""
    words = ("k.A.", "n/a", "unbekannt", "-", "?", "keine Angabe", "tbd")
    for page in book.fact_pages():
        for place, head in enumerate(page.heads):
            if _cannot_be_unknown(head) or not dice.chance(0.5 * dice.noise.share):
                continue
            word = dice.pick(words)
            for line in page.entries():
                spot = line.spots[place]
                if spot.value in (None, "") and dice.chance(0.5):
                    spot.value, spot.truth, spot.accepts = word, None, (word,)


def _cannot_be_unknown(head: Head) -> bool:
    # A stroke under «yes or no» would be a no.
    return head.field is None or head.field.name in ("id", "name") or getattr(head.field, "kind", "") == "yesno"


def _entries(book: Book) -> Iterator[Line]:
    for page in book.fact_pages():
        yield from page.entries()
