"""Recognises the template's own layout: sheets and headings in German or English, or by the names of the metamodel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.plan import OWN_SHEET, FactPlan, Ignored, Plan, SheetPlan, Source, column_letter, is_filled
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.ingest.problems import CustomColumn, MissingIdColumn, NothingRecognised, RepeatedHeading
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.model.values import clean_text
from ea_cockpit.tabular.cells import sheet_title
from ea_cockpit.tabular.guide import GUIDE_TITLE
from ea_cockpit.tabular.inventory import LISTS_SHEET
from ea_cockpit.tabular.reader import Sheet, Table

_EMPTY = Text("leer", "empty")
_NO_ROWS = Text("nur Überschriften, keine Zeilen", "headings only, no rows")
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
        known = {title.casefold() for title in titles}
        # A template without entries is recognised all the same: it is empty, not foreign.
        if len(found.sheets) == before and not any(sheet.name.casefold() in known for sheet in table.sheets):
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
    own = sheet.name == LISTS_SHEET or sheet.name in (GUIDE_TITLE.de, GUIDE_TITLE.en)
    why = (
        OWN_SHEET
        if own
        else _EMPTY
        if not filled
        else _UNKNOWN
        if kind is None
        else _NO_ROWS
        if len(filled) == 1
        else None
    )
    if why is not None or kind is None:
        found.ignored.append(Ignored(table.file, sheet.name, len(filled), why or _UNKNOWN))
        return
    plan = _fact_plan(table, sheet, filled[0], kind, found.problems)
    if plan is None:
        where = Place(table.file, sheet.name, filled[0] + 1)
        found.problems.append(MissingIdColumn(where))
        found.ignored.append(Ignored(table.file, sheet.name, len(filled), MissingIdColumn.says))
        return
    found.sheets.append(SheetPlan(table, sheet, filled[0], (plan,)))


def _fact_plan(table: Table, sheet: Sheet, header: int, kind: FactType, problems: list[Problem]) -> FactPlan | None:
    headings = field_headings(kind)
    sources: dict[str, Source] = {}
    customs: dict[str, int] = {}
    for index, cell in enumerate(sheet.rows[header]):
        heading = str(clean_text(str(cell))) if cell is not None else ""
        place = Place(table.file, sheet.name, header + 1, column_letter(index), heading)
        known = headings.get(heading.casefold())
        if not heading:
            continue
        if (known.name in sources) if known else (heading in customs):
            problems.append(RepeatedHeading(place, heading))
        elif known:
            sources[known.name] = Source(known, heading, index)
        else:
            customs[heading] = index
            problems.append(CustomColumn(place, heading))
    if "id" not in sources:
        return None
    key = sources.pop("id")
    return FactPlan(kind, key, tuple(sources.values()), tuple((index, name) for name, index in customs.items()))


def field_headings(kind: FactType) -> dict[str, Column | Link]:
    """Every heading a field of this type is known by, lower case."""
    known: dict[str, Column | Link] = {}
    for item in kind.fields:
        for heading in (item.name, *(item.title.in_(lang) for lang in LANGS)):
            known.setdefault(heading.casefold(), item)
    return known
