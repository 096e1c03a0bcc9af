"""Downloads: made only when they are asked for."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import streamlit as st

from ea_cockpit.analyses.analysis import Result
from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.i18n import Lang, translator
from ea_cockpit.tabular.cells import cell_value
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.tabular.rows import rows_as_csv, write_rows
from ea_cockpit.ui.session import Session

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
JSON = "application/json"
HTML = "text/html; charset=utf-8"


def download(label: str, make: Callable[[], bytes], file: str, mime: str, **options: Any) -> None:
    """A button that makes the file when it is clicked."""
    st.download_button(label, make, file, mime, on_click="ignore", icon=":material/download:", **options)


def template(session: Session) -> None:
    """The empty workbook in both languages."""
    _ = translator(session.lang)
    with st.container(horizontal=True):
        for lang, label in (("de", _("Template in German")), ("en", _("Template in English"))):
            name = "inventar-vorlage.xlsx" if lang == "de" else "inventory-template.xlsx"
            download(label, lambda lang=lang: _template(session, lang), name, XLSX, key=f"template-{lang}")  # type: ignore[misc]


def _template(session: Session, lang: Lang) -> bytes:
    out = io.BytesIO()
    write_inventory(out, {}, session.metamodel, lang)
    return out.getvalue()


def catalogue_workbook(session: Session, only: Mapping[str, Collection[str] | None]) -> bytes:
    """These facts as a workbook in the template's layout."""
    out = io.BytesIO()
    write_catalogue(session.store, session.metamodel, out, session.lang, only)
    return out.getvalue()


def csv_bytes(headings: Sequence[str], body: Sequence[Sequence[Any]], lang: Lang) -> bytes:
    """A table as CSV that Excel opens rightly: UTF-8 with its mark, semicolons, nothing that runs as a formula."""
    words = [[cell_value(value, lang) for value in row] for row in body]
    return rows_as_csv(headings, words).encode("utf-8-sig")


def table_files(
    session: Session, name: str, headings: Sequence[str], body: Sequence[Sequence[Any]], result: Result | None = None
) -> None:
    """A table as Excel, CSV and, for the result of an analysis, JSON."""
    with st.container(horizontal=True):
        place = f"{name}:{len(body)}"
        xlsx = file_name(name, ending="xlsx")
        download("Excel", lambda: _workbook(name, headings, body), xlsx, XLSX, key=f"xlsx:{place}")
        csv = file_name(name, ending="csv")
        download("CSV", lambda: csv_bytes(headings, body, session.lang), csv, CSV, key=f"csv:{place}")
        if result is not None:
            file = file_name(name, ending="json")
            download("JSON", lambda: _json(result, session.lang), file, JSON, key=f"json:{place}")


def _json(result: Result, lang: Lang) -> bytes:
    return json.dumps(result.as_json(lang), ensure_ascii=False, indent=2).encode()


def _workbook(name: str, headings: Sequence[str], body: Sequence[Sequence[Any]]) -> bytes:
    out = io.BytesIO()
    write_rows(out, name, headings, body)
    return out.getvalue()


def file_name(*parts: str, ending: str) -> str:
    """A file name of plain letters."""
    words = "-".join(parts).lower()
    for mark, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        words = words.replace(mark, plain)
    return f"{re.sub(r'[^a-z0-9]+', '-', words).strip('-') or 'ea-cockpit'}.{ending}"
