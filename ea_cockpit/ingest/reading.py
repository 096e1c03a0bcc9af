"""Reads several files; one that cannot be read is a problem among others, not the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.ingest.file_problems import file_problem
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.tabular.reader import Table, read_table

Tell = Callable[[int], None]


def read_files(paths: Sequence[Path], tell: Tell) -> tuple[list[Table], list[Problem]]:
    """The files that can be read, and a problem for each other one; raises where none can be read at all."""
    tables, faults = list[Table](), list[UnreadableInput]()
    for number, (path, name) in enumerate(zip(paths, _names(paths), strict=True)):
        tell(number)
        try:
            tables.append(replace(read_table(path), file=name))
        except UnreadableInput as fault:
            faults.append(fault)
    if faults and not tables:
        raise faults[0]
    return tables, [file_problem(fault) for fault in faults]


def with_unread(plan: Plan, problems: Sequence[Problem]) -> Plan:
    """The plan, telling first which files it is not about."""
    return replace(plan, problems=(*problems, *plan.problems))


def _names(paths: Sequence[Path]) -> list[str]:
    """A name for each file: its own, with the folder before it where two are called alike."""
    count = Counter(path.name for path in paths)
    names = [path.name if count[path.name] == 1 else f"{path.resolve().parent.name}/{path.name}" for path in paths]
    again = Counter(names)
    # The same file given twice, or folders called alike: the whole path tells them apart.
    return [name if again[name] == 1 else str(path) for name, path in zip(names, paths, strict=True)]
