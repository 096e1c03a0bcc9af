"""The outcome of a check or an import: the sentence, the counts, the problems, the sheets left out."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ea_cockpit.i18n import Text, translator
from ea_cockpit.ingest.problem import Problem, Severity
from ea_cockpit.ingest.report import Report
from ea_cockpit.ui.panels.basic import heading, rows
from ea_cockpit.ui.panels.downloads import table_files
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

SEVERITIES = {
    Severity.ERROR: Text("Fehler", "Error"),
    Severity.WARNING: Text("Warnung", "Warning"),
    Severity.HINT: Text("Hinweis", "Hint"),
}
HEIGHT = 420
WHOLE = 40  # as many problems are shown with all their words; more go into a table that scrolls


def summary(session: Session, report: Report) -> None:
    """In a sentence: what happened or would happen, and whether something is in the way."""
    _ = translator(session.lang)
    if report.written:
        done = _(
            "Import {run} is done: {created} new facts, {updated} changed, {unchanged} unchanged; {links} new links."
        )
        st.success(_filled(report, done), icon=":material/check_circle:")
    elif not report.facts:
        st.error(_("None of the sheets was recognised. The list below tells why."), icon=":material/error:")
    elif report.has_errors:
        words = _("Not ready yet, errors: {errors}. Correct them in the files and upload these again.")
        st.error(_filled(report, words), icon=":material/error:")
    else:
        would = _("Ready: {created} facts would be new, {updated} changed, {unchanged} unchanged; {links} new links.")
        st.info(_filled(report, would), icon=":material/task_alt:")


def _filled(report: Report, words: str) -> str:
    counts_ = report.facts.values()
    return words.format(
        run=report.run,
        created=number(sum(c.created for c in counts_)),
        updated=number(sum(c.updated for c in counts_)),
        unchanged=number(sum(c.unchanged for c in counts_)),
        links=number(report.links_created),
        errors=number(report.count(Severity.ERROR)),
    )


def details(session: Session, report: Report) -> None:
    """What is in the way comes first; else the counts, then the remarks."""
    for part in (problems, counts) if report.has_errors else (counts, problems):
        part(session, report)
    left_out(session, report)


def counts(session: Session, report: Report) -> None:
    """One line for each fact type found in the files."""
    _ = translator(session.lang)
    if not report.facts:
        return
    heading(_("Facts"))
    body = [
        (session.metamodel[label].plural.in_(session.lang), c.rows, c.created, c.updated, c.unchanged, c.rejected)
        for label, c in report.facts.items()
    ]
    headings = (_("Type"), _("Rows"), _("New"), _("Changed"), _("Unchanged"), _("Rejected"))
    rows(headings, body, numbers=range(1, 6))
    words = _("Links: {created} new, {removed} removed")
    st.caption(words.format(created=number(report.links_created), removed=number(report.links_removed)))


def problems(session: Session, report: Report) -> None:
    """All problems, the grave ones first, with what to do about each."""
    _ = translator(session.lang)
    if not report.problems:
        return
    heading(f"{_('Problems')} ({number(sum(map(report.count, Severity)))})")
    problem_table(session, report.problems)


def problem_table(session: Session, problems_: Sequence[Problem]) -> None:
    """Problems as a table with its files: the grave ones first."""
    _ = translator(session.lang)
    rank = list(Severity)
    ordered = sorted(problems_, key=lambda problem: rank.index(problem.severity))
    headings = [_("Severity"), _("File"), _("Place"), _("Value"), _("Message"), _("Remedy")]
    body = [_line(session, problem) for problem in ordered]
    table_files(session, _("Problems"), headings, body)
    if len(body) <= WHOLE:
        rows(headings, body)
        return
    frame = pd.DataFrame(body, columns=headings).astype("string")
    wide = {headings[3]: "medium", headings[4]: "large", headings[5]: "large"}
    st.dataframe(
        frame, hide_index=True, placeholder="", height=min(HEIGHT, 38 + 35 * len(frame)), alt=_("Problems"),
        column_config={name: st.column_config.TextColumn(width=width) for name, width in wide.items()},  # type: ignore[arg-type]
    )  # fmt: skip


def _line(session: Session, problem: Problem) -> list[str]:
    place = problem.place
    where = str(place) if place.sheet else ""
    return [
        SEVERITIES[problem.severity].in_(session.lang), place.file, where, problem.value,
        problem.message(session.lang).removeprefix(f"{place}: "), problem.way_out(session.lang),
    ]  # fmt: skip


def left_out(session: Session, report: Report) -> None:
    """Sheets that were not read, with the reason."""
    _ = translator(session.lang)
    if not report.ignored:
        return
    heading(_("Sheets left out"))
    body = [(item.file, item.sheet, item.rows, item.why.in_(session.lang)) for item in report.ignored]
    rows((_("File"), _("Sheet"), _("Rows"), _("Reason")), body, numbers=(2,))
