"""Nothing of a file is ever unaccounted for: what every import in the tests has to keep to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ea_cockpit.ingest.plan import is_filled
from ea_cockpit.ingest.report import Report
from ea_cockpit.tabular.reader import Table


def assert_accounted(report: Report, tables: Sequence[Table]) -> None:
    """Rows read = rows imported + rows rejected + rows left out, and these are the rows the files hold."""
    listed = Counter[tuple[str, str]]()
    for item in report.ignored:
        listed[item.file, item.sheet] += item.rows
    sheets = [(table, sheet) for table in tables for sheet in table.sheets]
    assert [(s.file, s.sheet) for s in report.sheets] == [(table.file, sheet.name) for table, sheet in sheets]
    for count, (_, sheet) in zip(report.sheets, sheets, strict=True):
        assert count.read == sum(map(is_filled, sheet.rows)), count
        assert count.read == count.imported + count.rejected + count.left_out, count
        assert min(count.imported, count.rejected, count.left_out) >= 0, count
        # Headings are the one row left out that needs no line of its own.
        assert count.left_out - listed[count.file, count.sheet] in (0, 1), (count, report.ignored)
