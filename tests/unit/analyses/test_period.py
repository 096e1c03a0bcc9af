"""Retentions as people write them, read as years."""

from __future__ import annotations

import math

import pytest

from ea_cockpit.analyses.data.period import told, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 Jahre", 10), ("7 J.", 7), ("10J", 10), ("10a", 10), ("10 years", 10), ("10 ans", 10), ("zehn Jahre", 10),
        ("10-jährig", 10), ("1,5 Jahre", 1.5), ("2½ Jahre", 2.5), ("½ Jahr", 0.5), ("halbes Jahr", 0.5),
        ("6 Monate", 0.5), ("365 Tage", 1), ("10 Jahre, dann Staatsarchiv", 10),
        ("10 Jahre, dann dauernd im Archiv", 10),
        ("5-10 Jahre", 10), ("5 bis 10 Jahre", 10), ("5 Jahre, Akten 10 Jahre", 10), ("mind. 10 Jahre", 10),
        ("1 Jahr nach Abschluss", 1), ("Nach 10 Jahren löschen (Art. 12 a)", 10), ("  10  JAHRE ", 10),
        ("dauernd", math.inf), ("unbegrenzt", math.inf), ("bis Löschung", math.inf), ("bis auf Weiteres", math.inf),
        ("keine Löschung", math.inf), ("until deleted", math.inf),
        ("gemäss Registraturplan", None), ("10", None), ("a", None), ("§ 12 a", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_retention_is_read_as_years(text: str | None, expected: float | None) -> None:
    assert years(text) == pytest.approx(expected)


def test_a_period_is_told_in_both_languages() -> None:
    assert told(1) == ("1 Jahr", "1 year")
    assert told(10) == ("10 Jahre", "10 years")
    assert told(0.5) == ("6 Monate", "6 months")
    assert told(1 / 365) == ("1 Monat", "1 month")
    assert told(math.inf) == ("ohne Ende", "without end")
