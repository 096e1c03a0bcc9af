"""Partners named as people name them: by name, nearly, several in a cell with any separator, or numbers alone."""

from __future__ import annotations

from collections.abc import Iterator

from ea_cockpit.model.metamodel import Link
from ea_cockpit.sample.mess.book import Book, Key, Page, Spot, World
from ea_cockpit.sample.mess.kind import Dice, Stage, mess
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.sample.mess.spelling import folded
from ea_cockpit.sample.mess.spelling_ways import WAYS, Subject


def link_columns(book: Book) -> Iterator[tuple[Page, Link, list[Spot]]]:
    """The columns that name partners, with their filled cells."""
    for page in book.fact_pages():
        for place, head in enumerate(page.heads):
            if isinstance(head.field, Link):
                spots = [line.spots[place] for line in page.entries()]
                yield page, head.field, [spot for spot in spots if spot.truth and spot.value]


def targets(link: Link, spot: Spot, world: World) -> list[Key | None]:
    """The facts a cell names, in its order."""
    found = []
    for id_ in spot.truth:
        keys = [(label, id_) for label in link.targets if (label, id_) in world.names]
        found.append(keys[0] if len(keys) == 1 else None)
    return found


def _named(link: Link, spot: Spot, world: World) -> list[str] | None:
    """The names of a cell's partners, where each says whom it means."""
    keys = targets(link, spot, world)
    names = [world.names[key] for key in keys if key and _is_clear(link, world.names[key], world)]
    return names if len(names) == len(keys) else None


def _is_clear(link: Link, name: str, world: World) -> bool:
    bearers = [world.counts.get((label, name), 0) for label in link.targets]
    return sum(bearers) == 1 and not set(name) & set(";|\n")


@mess("references-by-name", "Verweise mit Namen", "references by name", Stage.VALUES)
def references_by_name(book: Book, dice: Dice, world: World) -> None:
    """The partner's name instead of its id."""
    for _page, link, spots in link_columns(book):
        if dice.hits() and len(link.targets) < 5:
            for spot in spots:
                if names := _named(link, spot, world):
                    spot.value = "; ".join(names)


@mess("references-near", "Verweise in ähnlicher Schreibweise", "references in near spelling", Stage.VALUES)
def references_near(book: Book, dice: Dice, world: World) -> None:
    """The partner's name with typos, abbreviations, other legal forms, other product names."""
    for _page, link, spots in link_columns(book):
        if len(link.targets) > 4 or not dice.hits():
            continue
        for spot in spots:
            keys = targets(link, spot, world)
            if all(keys) and _named(link, spot, world) and dice.hits():
                spot.value = "; ".join(_near(key, link, dice, world) for key in keys if key)


def _near(key: Key, link: Link, dice: Dice, world: World) -> str:
    name, short = world.names[key], world.shorts.get(key, "")
    subject = Subject(key[0], key[1], name, short, world.parents.get(key, ""), world.spelling)
    ways = [way for way in WAYS if way.level <= dice.noise.level and not (way.strict and dice.noise is Noise.LOW)]
    made = [text for way in ways if (text := way.way(subject, dice.rng)) and not set(text) & set(";|\n/,+")]
    # What is the name of another fact means that one (a planted double, for example).
    own = [text for text in made if all(world.folded.get((t, folded(text)), key) == key for t in link.targets)]
    return dice.pick(own) if own else name


@mess("odd-separators", "Seltsame Trennzeichen", "odd separators", Stage.VALUES)
def odd_separators(book: Book, dice: Dice, _: World) -> None:
    """Several references split by commas, slashes, plus signs, line breaks or words."""
    marks = (", ", " / ", " + ", "\n", ",\n", " & ", " und ", "; ", "\n- ")
    for _page, _link, spots in link_columns(book):
        mark = dice.pick(marks)
        for spot in spots:
            if len(spot.truth) > 1 and spot.value == "; ".join(spot.truth) and dice.hits():
                spot.value = (dice.pick(marks) if dice.chance(0.2) else mark).join(spot.truth)


@mess("ids-as-numbers", "IDs als Zahlen", "ids as numbers", Stage.VALUES)
def ids_as_numbers(book: Book, _: Dice, __: World) -> None:
    """Applications numbered 0003, which Excel keeps as 3; references carry the number too."""
    for page in book.fact_pages():
        for line in page.entries():
            if (spot := line.spot("id")) and page.kind and page.kind.label == "Application":
                spot.value, spot.style = int(spot.truth.removeprefix("APP-")), "padded"
                spot.accepts = (str(spot.value), spot.truth.removeprefix("APP-"))
            if (spot := line.spot("service_number")) and spot.value:
                spot.value, spot.accepts = int(spot.truth), (str(int(spot.truth)),)
    for _page, link, spots in link_columns(book):
        if link.targets == ("Application",):
            for spot in spots:
                numbers = [str(int(id_.removeprefix("APP-"))) for id_ in spot.truth]
                spot.value = int(numbers[0]) if len(numbers) == 1 else "; ".join(numbers)


@mess("ids-missing", "Ohne IDs, nur Namen", "no ids, names only", Stage.COLUMNS)
def ids_missing(book: Book, dice: Dice, world: World) -> None:
    """Some sheets have no ids at all."""
    for page in book.fact_pages():
        place, names = page.column("id"), [line.spot("name") for line in page.entries()]
        texts = [spot.value for spot in names if spot and spot.value]
        if place is not None and len(set(texts)) == len(page.entries()) and dice.hits():
            page.drop(place)
    references_by_name.apply(book, dice, world)
