"""Numbers, days and words as Swiss readers write them; files that Excel opens without running anything."""

from __future__ import annotations

import datetime as dt

import pytest

from ea_cockpit.model.facts.application import ApplicationStatus
from ea_cockpit.ui.panels.basic import escape_markdown
from ea_cockpit.ui.panels.downloads import csv_bytes, file_name
from ea_cockpit.ui.wording import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), ((), ""), (0, "0"), (12500, "12'500"), (12500.0, "12'500"), (1234567.5, "1'234'567.50"),
        (True, "ja"),
        (dt.date(2026, 3, 9), "09.03.2026"), (ApplicationStatus.PHASE_OUT, "Auslaufend"), (("a", "b"), "a; b"),
    ],
)  # fmt: skip
def test_values_in_words(value: object, text: str) -> None:
    assert shown(value, "de") == text


def test_csv_runs_no_formula() -> None:
    content = csv_bytes(["=A"], [["=1+1"], ["+1"], ["-1"], ["@x"], [-5], ["plain"]], "de").decode("utf-8-sig")
    assert content.split("\r\n") == ["'=A", "'=1+1", "'+1", "'-1", "'@x", "-5", "plain", ""]


def test_file_names_are_plain_letters() -> None:
    assert file_name("Geschäftsfähigkeiten / Ämter", ending="csv") == "geschaeftsfaehigkeiten-aemter.csv"


def test_markup_is_only_text() -> None:
    assert escape_markdown("**a** [b](c)") == r"\*\*a\*\* \[b\]\(c\)"
