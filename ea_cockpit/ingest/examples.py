"""The file that shows a problem, as `import_samples/broken` holds it and a user may open it."""

from __future__ import annotations

from pathlib import PurePath

from ea_cockpit.ingest.problem import Problem
from ea_cockpit.tabular.examples import example_workbook


def example_file(kind: type[Problem]) -> tuple[str, bytes] | None:
    """Name (the problem's code, with the suffix that fits) and content; None where no single file can show it."""
    example = getattr(kind, "example", None)
    if example is None:
        return None
    if callable(example):
        name, content = example()
        return kind.code + PurePath(name).suffix, content
    return f"{kind.code}.xlsx", example_workbook(example, kind.code)
