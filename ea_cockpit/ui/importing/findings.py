"""Step 3: what is wrong, each beside the row it stands in, and the file to correct it in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from ea_cockpit.i18n import translator
from ea_cockpit.ingest.annotated import annotated
from ea_cockpit.ingest.capped import MOST
from ea_cockpit.ingest.parse import as_text
from ea_cockpit.ingest.plan import Plan, SheetPlan, column_letter
from ea_cockpit.ingest.problem import Place, Problem, Severity
from ea_cockpit.ingest.report import Report
from ea_cockpit.tabular.reader import Table
from ea_cockpit.ui.panels.basic import Html, rows
from ea_cockpit.ui.panels.downloads import XLSX, download, file_name
from ea_cockpit.ui.panels.import_report import SEVERITIES, problem_table
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

_MOST_ROWS, _MOST_COLUMNS, _SHORT = 30, 6, 40
COLORS = {Severity.ERROR: "#fbdcd9", Severity.WARNING: "#fdeebf", Severity.HINT: "#dcecf9"}


def draw_findings(session: Session, tables: Sequence[Table], plan: Plan, report: Report) -> None:
    """Choice of severity, rows with their findings, all of them as a list, annotated workbooks."""
    _ = translator(session.lang)
    if not report.problems:
        st.success(_("Nothing to object to."), icon=":material/check_circle:")
        return
    _annotated(session, tables, report)
    if report.more:
        st.caption(_("Of very many alike in a column only the first {count} are listed.").format(count=number(MOST)))
    there = [severity for severity in Severity if any(p.severity is severity for p in report.problems)]
    counts = {severity: report.count(severity) for severity in there}
    chosen = st.segmented_control(
        _("Show"), there, default=there[0], key="findings-severity", required=True,
        format_func=lambda s: f"{SEVERITIES[s].in_(session.lang)} ({number(counts[s])})",
    )  # fmt: skip
    found = [problem for problem in report.problems if problem.severity is chosen]
    in_rows, elsewhere = list[Problem](), list[Problem]()
    for problem in found:
        (in_rows if problem.place.sheet and problem.place.row else elsewhere).append(problem)
    _whole(session, elsewhere if len(found) < 5_000 else [])
    for sheet in plan.sheets:
        _sheet(session, sheet, [p for p in in_rows if _is_in(p.place, sheet)])
    with st.expander(_("All findings as a list")):
        problem_table(session, report.problems)


def _is_in(place: Place, sheet: SheetPlan) -> bool:
    return place.file == sheet.table.file and place.sheet == sheet.sheet.name


def _annotated(session: Session, tables: Sequence[Table], report: Report) -> None:
    _ = translator(session.lang)
    concerned = {problem.place.file for problem in report.problems}
    with st.container(horizontal=True):
        for table in (table for table in tables if table.file in concerned):
            label = _("{file} with notes").format(file=table.file)
            name = file_name(table.file.rpartition(".")[0] or table.file, _("findings"), ending="xlsx")
            download(
                label, lambda table=table: annotated(table, report.problems, session.lang), name, XLSX,  # type: ignore[misc]
                key=f"annotated-{table.file}", help=_("Your own file with coloured cells and a sheet of all findings."),
            )  # fmt: skip


def _whole(session: Session, found: Iterable[Problem]) -> None:
    """Findings on files and sheets as a whole."""
    _ = translator(session.lang)
    body = [
        (p.place.file, p.place.sheet, p.sentence(session.lang), p.way_out(session.lang)) for p in found
    ]  # fmt: skip
    if body:
        rows((_("File"), _("Sheet"), _("Message"), _("Remedy")), body)


def _sheet(session: Session, sheet: SheetPlan, found: Sequence[Problem]) -> None:
    """The rows of one sheet that something was found in, the cells at fault coloured."""
    if not found:
        return
    _ = translator(session.lang)
    by_row: dict[int, list[Problem]] = {}
    for problem in found:
        by_row.setdefault(problem.place.row, []).append(problem)
    st.subheader(f"{sheet.sheet.name} ({number(len(by_row))})", anchor=False)
    shown = sorted(by_row)[:_MOST_ROWS]
    letters = _columns(sheet, [p for row in shown for p in by_row[row]])
    headings = (_("Row"), *(name for _index, name in letters), _("Finding"))
    rows(headings, [_row(session, sheet, row, letters, by_row[row]) for row in shown], numbers=(0,))
    if len(by_row) > len(shown):
        st.caption(_("… and {count} more rows; the workbook with notes has them all.").format(
            count=number(len(by_row) - len(shown))
        ))  # fmt: skip


def _columns(sheet: SheetPlan, found: Sequence[Problem]) -> list[tuple[int, str]]:
    """The columns to show: those that tell entries apart, then those at fault."""
    by_letter = {column_letter(c.index): (c.index, c.heading) for c in sheet.columns}
    telling = [(c.index, c.heading) for c in sheet.columns if c.field in ("id", "name")]
    at_fault = [by_letter[p.place.column] for p in found if p.place.column in by_letter]
    return list(dict.fromkeys([*telling[:2], *at_fault]))[:_MOST_COLUMNS]


def _row(
    session: Session, sheet: SheetPlan, row: int, columns: Sequence[tuple[int, str]], found: Sequence[Problem]
) -> tuple[object, ...]:
    cells = _read_row(sheet, row)
    wrong = {p.place.column: COLORS[p.severity] for p in found}
    marked = [_cell(cells[i] if i < len(cells) else "", wrong.get(column_letter(i))) for i, _name in columns]
    told = "<br>".join(
        f"<b>{escape(p.sentence(session.lang))}</b><br>{escape(p.way_out(session.lang))}" for p in found
    )  # fmt: skip
    return row, *marked, Html(told)


def _cell(value: object, color: str | None) -> Html:
    text = as_text(value) if value is not None else ""
    short = escape(text if len(text) <= _SHORT else text[: _SHORT - 1] + "…")
    return Html(f'<span class="ea-mark" style="background:{color}">{short or "&nbsp;"}</span>' if color else short)


def _read_row(sheet: SheetPlan, row: int) -> Sequence[object]:
    return sheet.sheet.rows[row - 1] if row <= len(sheet.sheet.rows) else ()
