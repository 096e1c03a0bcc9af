"""Makes the messy variants of the sample: any kinds of mess together, from a seed, with the truth beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ea_cockpit.errors import WrongUsage
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import Sample
from ea_cockpit.sample.mess.book import Book, Page
from ea_cockpit.sample.mess.kind import Dice, Mess, mess_kinds
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.sample.mess.pages import clean_books, world_of
from ea_cockpit.sample.mess.sheets import as_sheets
from ea_cockpit.sample.mess.truth import CellTruth, LeftOutRow, TrueCell, tell
from ea_cockpit.tabular.messy import ENDINGS, write_messy

TRUTH = "truth-cells.json"


@dataclass(frozen=True, slots=True)
class Messy:
    """Messy files by name, and the truth about their cells."""

    files: dict[str, bytes]
    truth: CellTruth


def make_mess(
    sample: Sample,
    kinds: Collection[str],
    noise: Noise = Noise.MEDIUM,
    seed: int = 1,
    only: Collection[str] = (),
) -> Messy:
    """Mess up the sample's workbooks (all, or `only` those named) with these kinds."""
    metamodel = standard_metamodel()
    world, chosen = world_of(sample, metamodel), chosen_kinds(kinds)
    books = clean_books(sample, metamodel, only)
    for book in books:
        for kind in chosen:
            kind.apply(book, Dice(noise, seed, kind.name, book.name, noise.value), world)
    files: dict[str, bytes] = {}
    cells: list[TrueCell] = []
    left_out: list[LeftOutRow] = []
    for book in (part for whole in books for part in parts(whole)):
        name = book.name + ENDINGS[book.form]
        files[name] = write_messy(as_sheets(book), book.form)
        more_cells, more_rows = tell(name, book)
        cells += more_cells
        left_out += more_rows
    return Messy(files, CellTruth(tuple(cells), tuple(left_out)))


def chosen_kinds(names: Collection[str]) -> list[Mess]:
    """The kinds with these names, in the order they are applied; «all» means all of them."""
    known = mess_kinds()
    wanted = set(known) if "all" in names else set(names)
    if unknown := sorted(wanted - set(known)):
        raise WrongUsage(
            fault=Text(f"--mess {unknown[0]}: das gibt es nicht.", f"--mess {unknown[0]}: there is no such kind."),
            hint=Text(f"Möglich sind all und {', '.join(known)}.", f"Possible are all and {', '.join(known)}."),
        )
    return [kind for name, kind in known.items() if name in wanted]


def parts(book: Book) -> Sequence[Book]:
    """The files a book becomes: a form that holds one sheet only makes one of each."""
    if book.form in ("xlsx", "ods"):
        return [book]
    shown = [page for page in book.pages if not page.hidden]
    return [_single(book, page, place) for place, page in enumerate(shown, start=1)]


def _single(book: Book, page: Page, place: int) -> Book:
    words = "".join(mark if mark.isalnum() else "-" for mark in page.name)
    name = f"{book.name}-{place:02}-{words}"
    # A file without sheets is read as one sheet of the file's own name.
    own = page if book.form == "xlsx-single" else replace(page, name=name)
    return Book(name, [own], book.form, book.unit)


def write_mess(messy: Messy, out: Path) -> list[Path]:
    """Write the files and truth-cells.json beside them."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in messy.files.items():
        (out / name).write_bytes(content)
    (out / TRUTH).write_text(messy.truth.as_json(), encoding="utf-8", newline="\n")
    return [*(out / name for name in messy.files), out / TRUTH]
