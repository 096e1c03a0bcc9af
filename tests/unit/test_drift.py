"""What is derived from the declarations is current."""

from __future__ import annotations

from tools.docs import ROOT, derived, same, stray


def test_derived_files_are_current() -> None:
    files = dict(derived())
    outdated = [str(path.relative_to(ROOT)) for path, content in files.items() if not same(path, content)]
    assert outdated + [str(path) for path in stray(set(files))] == [], "run: make docs"
