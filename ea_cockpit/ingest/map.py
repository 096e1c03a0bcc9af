"""Recognises the template's own layout: sheets and headings in German or English, or by the names of the metamodel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.evidence import header_row, heading_key, holds_no_entry
from ea_cockpit.ingest.plan import (
    EMPTY,
    NO_ROWS,
    OWN_SHEET,
    FactPlan,
    Ignored,
    Plan,
    SheetPlan,
    Source,
    column_letter,
    is_filled,
)
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.ingest.problems import CustomColumn, MissingIdColumn, NothingRecognised, RepeatedHeading
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.model.values import clean_text
from ea_cockpit.tabular.cells import sheet_title
from ea_cockpit.tabular.inventory import OWN_SHEETS
from ea_cockpit.tabular.reader import Sheet, Table

_ABOVE = Text("Zeilen über den Überschriften", "rows above the headings")
_NO_ENTRIES = Text("wiederholte Überschriften und Totale", "repeated headings and totals")
_UNKNOWN = Text("kein bekanntes Blatt der Vorlage", "no known sheet of the template")


@dataclass
class _Findings:
    """What was found so far, over all files."""

    sheets: list[SheetPlan] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def map_tables(tables: Sequence[Table], metamodel: Metamodel) -> Plan:
    """Match every sheet of every file to a fact type; what is left out is listed with the reason."""
    found = _Findings()
    titles = _sheet_titles(metamodel)
    for table in tables:
        before = len(found.sheets)
        for sheet in table.sheets:
            _map_sheet(table, sheet, titles, found)
        # A template without entries is recognised all the same: it is empty, not foreign.
        if len(found.sheets) == before and not any(sheet.name.casefold() in titles for sheet in table.sheets):
            found.problems.append(NothingRecognised(Place(table.file)))
    return Plan(tuple(found.sheets), tuple(found.ignored), tuple(found.problems))


def _sheet_titles(metamodel: Metamodel) -> dict[str, FactType]:
    titles = {}
    for kind in metamodel:
        names = [kind.label, *(sheet_title(kind, lang) for lang in LANGS), *(kind.title.in_(lang) for lang in LANGS)]
        titles.update({name.casefold(): kind for name in names})
    return titles


def _map_sheet(table: Table, sheet: Sheet, titles: dict[str, FactType], found: _Findings) -> None:
    kind = titles.get(str(clean_text(sheet.name)).casefold())
    filled = [number for number, row in enumerate(sheet.rows) if is_filled(row)]
    why = _why_left_out(sheet, kind, filled)
    if why is not None or kind is None:
        found.ignored.append(Ignored(table.file, sheet.name, len(filled), why or _UNKNOWN))
        return
    header = header_row(sheet.rows, filled, field_headings(kind))
    plan = _fact_plan(table, sheet, header, kind, found.problems)
    if plan is None:
        where = Place(table.file, sheet.name, header + 1)
        found.problems.append(MissingIdColumn(where))
        found.ignored.append(Ignored(table.file, sheet.name, len(filled), MissingIdColumn.says))
        return
    above = filled.index(header)
    below = sum(holds_no_entry(sheet.rows[number], sheet.rows[header], plan.id.index) for number in filled[above + 1 :])
    for rows, reason in ((above, _ABOVE), (below, _NO_ENTRIES)):
        if rows:
            found.ignored.append(Ignored(table.file, sheet.name, rows, reason))
    found.sheets.append(SheetPlan(table, sheet, header, (plan,)))


def _why_left_out(sheet: Sheet, kind: FactType | None, filled: list[int]) -> Text | None:
    if sheet.name in OWN_SHEETS:
        return OWN_SHEET
    if not filled:
        return EMPTY
    if kind is None:
        return _UNKNOWN
    return NO_ROWS if len(filled) == 1 else None


def _fact_plan(table: Table, sheet: Sheet, header: int, kind: FactType, problems: list[Problem]) -> FactPlan | None:
    headings = field_headings(kind)
    sources: dict[str, Source] = {}
    customs: dict[str, int] = {}
    cells, odd = sheet.rows[header], list[Problem]()
    for index, cell in enumerate(cells):
        heading = " ".join(str(clean_text(str(cell))).split()) if cell is not None else ""
        place = Place(table.file, sheet.name, header + 1, column_letter(index), heading)
        known = headings.get(heading_key(cell))
        if not heading:
            continue
        if (known.name in sources) if known else (heading in customs):
            odd.append(RepeatedHeading(place, heading))
        elif known:
            sources[known.name] = Source(known, heading, index)
        else:
            customs[heading] = index
            odd.append(CustomColumn(place, heading))
    if "id" not in sources:
        return None
    problems += odd
    key = sources.pop("id")
    return FactPlan(
        kind, key, tuple(sources.values()), tuple((index, name) for name, index in customs.items()),
        where=lambda row: not holds_no_entry(row, cells, key.index),
    )  # fmt: skip


def field_headings(kind: FactType) -> dict[str, Column | Link]:
    """Every heading a field of this type is known by, lower case."""
    known: dict[str, Column | Link] = {}
    for item in kind.fields:
        for heading in (item.name, *(item.title.in_(lang) for lang in LANGS)):
            known.setdefault(heading_key(heading), item)
    return known
