"""Headings as offices write them: other words, other languages, typos, units, stars, line breaks."""

from __future__ import annotations

from collections.abc import Callable

from ea_cockpit.model.metamodel import Column
from ea_cockpit.sample.mess.book import Book, Head, Page, World
from ea_cockpit.sample.mess.kind import Dice, Stage, mess


def _reword(book: Book, dice: Dice, word: Callable[[Page, Head], str | None], share: float = 1.0) -> None:
    """Reword headings; two of one page never become the same."""
    for page in book.fact_pages():
        for head in page.heads:
            if head.field is None or not dice.chance(share):
                continue
            text = word(page, head)
            if text and text.casefold() not in {other.heading.casefold() for other in page.heads if other is not head}:
                head.heading = text


def _other_words(lang: str, dice: Dice, world: World) -> Callable[[Page, Head], str | None]:
    def word(page: Page, head: Head) -> str | None:
        assert page.kind  # noqa: S101  asked for known columns of fact pages only
        assert head.field  # noqa: S101
        own = world.headings.get(page.kind.label, {}).get(head.field.name, {})
        options = own.get(lang) or world.headings["*"].get(head.field.name, {}).get(lang)
        return dice.pick(options) if options else None

    return word


@mess("headings-synonyms", "Überschriften mit anderen Wörtern", "headings in other words", Stage.HEADINGS)
def headings_synonyms(book: Book, dice: Dice, world: World) -> None:
    """The German of another office."""
    _reword(book, dice, _other_words("de", dice, world), dice.noise.share)


@mess("headings-english", "Englische Überschriften", "English headings", Stage.HEADINGS)
def headings_english(book: Book, dice: Dice, world: World) -> None:
    """All headings of a book in English."""
    other = _other_words("en", dice, world)
    if dice.hits():
        _reword(book, dice, lambda page, head: other(page, head) or (head.field.title.en if head.field else None))


@mess("headings-french", "Französische Überschriften", "French headings", Stage.HEADINGS)
def headings_french(book: Book, dice: Dice, world: World) -> None:
    """All headings of a book in French, as in a bilingual canton."""
    if dice.hits():
        _reword(book, dice, _other_words("fr", dice, world))


@mess("headings-typos", "Tippfehler in Überschriften", "typos in headings", Stage.HEADINGS)
def headings_typos(book: Book, dice: Dice, _: World) -> None:
    """Letters swapped, doubled or lost."""
    _reword(book, dice, lambda _, head: _typo(head.heading, dice), 0.5 * dice.noise.share)


def _typo(text: str, dice: Dice) -> str | None:
    if len(text) < 6:
        return None
    at = dice.rng.randrange(1, len(text) - 2)
    a, b = text[at], text[at + 1]
    return dice.pick((text[:at] + b + a + text[at + 2 :], text[:at] + text[at + 1 :], text[:at] + a + text[at:]))


@mess("headings-units", "Überschriften mit Einheiten und Hinweisen", "headings with units and hints", Stage.HEADINGS)
def headings_units(book: Book, dice: Dice, world: World) -> None:
    """«Produktiv seit (TT.MM.JJJJ)», «Veröffentlicht [j/n]»."""

    def word(_: Page, head: Head) -> str:
        kind = head.field.kind if isinstance(head.field, Column) else "link"
        hint = dice.pick(world.words["units"][kind])
        return f"{head.heading} {dice.pick(('({})', '[{}]', '/ {}', '– {}', '({})*')).format(hint)}"

    _reword(book, dice, word, dice.noise.share)


@mess("headings-decorated", "Überschriften mit Sternen und Nummern", "headings with stars and numbers", Stage.HEADINGS)
def headings_decorated(book: Book, dice: Dice, _: World) -> None:
    """«Name *», «3. Status», «Status:», «STATUS», «Status 1)»."""
    styles = ("{} *", "{}:", "{}**", "{} 1)", "→ {}", "{}?")
    for page in book.fact_pages():
        numbered, capitals = dice.chance(0.3), dice.chance(0.3)
        for place, head in enumerate(page.heads, start=1):
            if head.field and dice.hits():
                text = head.heading.upper() if capitals else head.heading
                head.heading = f"{place}. {text}" if numbered else dice.pick(styles).format(text)


@mess("headings-broken", "Zeilenumbrüche in Überschriften", "line breaks in headings", Stage.HEADINGS)
def headings_broken(book: Book, dice: Dice, _: World) -> None:
    """«Zuständiges\\nAmt», «Kündigungs-\\nfrist», double blanks."""
    _reword(book, dice, lambda _, head: _broken(head.heading, dice), dice.noise.share)


def _broken(text: str, dice: Dice) -> str | None:
    if " " in text:
        return text.replace(" ", dice.pick(("\n", " \n", "  ", "\r\n")), 1)
    middle = len(text) // 2
    return f"{text[:middle]}-\n{text[middle:]}" if len(text) > 11 else None


@mess("headings-abbreviated", "Abgekürzte Überschriften", "abbreviated headings", Stage.HEADINGS)
def headings_abbreviated(book: Book, dice: Dice, _: World) -> None:
    """«Betriebsk. (CHF/Jahr)», «Zust. Amt», «Schutzb. Vertraul.»."""
    _reword(book, dice, lambda _, head: _abbreviated(head.heading, dice), 0.6 * dice.noise.share)


def _abbreviated(text: str, dice: Dice) -> str | None:
    words = text.split(" ")
    short = [word[: dice.rng.randint(5, 8)] + "." if len(word) > 10 and word.isalpha() else word for word in words]
    return " ".join(short) if short != words else None
