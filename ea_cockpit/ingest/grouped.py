"""Problems for people to read: the worst first, and what occurs often in a column told once with its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ea_cockpit.i18n import Lang, Text, translator
from ea_cockpit.ingest.capped import More
from ea_cockpit.ingest.problem import Problem, Severity, shorten

# From this number on one of a kind stands for all of them.
_MANY = 5
_RANK = list(Severity)
_WORDS = {
    Severity.ERROR: Text("Fehler", "Error"), Severity.WARNING: Text("Warnung", "Warning"),
    Severity.HINT: Text("Hinweis", "Hint"),
}  # fmt: skip
_MOST_RANGES, _MOST_VALUES = 6, 5


def groups_of(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Problems of one kind in one column as a group where they are many, else each alone; the worst first."""
    found: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        found.setdefault(_column_of(problem), []).append(problem)
    groups = [
        group for listed in found.values() for group in ([listed] if len(listed) > _MANY else [[p] for p in listed])
    ]
    return sorted(groups, key=lambda group: _RANK.index(group[0].severity))


def problem_lines(problems: Sequence[Problem], lang: Lang, most: int, more: Iterable[More] = ()) -> Iterator[str]:
    """The problems for a terminal: place, fault, remedy, and how many more there are of each.

    `more` are those that were only counted.
    """
    beyond: dict[tuple[str, ...], int] = {
        (m.kind.code, m.place.file, m.place.sheet, m.place.column): m.count for m in more
    }
    _ = translator(lang)
    groups = groups_of(problems)
    several = len({problem.place.file for problem in problems}) > 1
    for group in groups[:most]:
        first = group[0]
        message = first.message(lang)
        # Some sentences begin with the file as it is.
        file = f"{first.place.file}  " if several and not message.startswith(first.place.file) else ""
        yield ""
        yield f"{_WORDS[first.severity].in_(lang)}  {file}{message}"
        yield f"        {first.way_out(lang)} [{first.code}]"
        if len(group) > 1:
            yield "        " + _more(group, lang, beyond.get(_column_of(first), 0))
    if len(groups) > most:
        rest = sum(len(group) + beyond.get(_column_of(group[0]), 0) for group in groups[most:])
        yield ""
        yield _("… and {count} more; --format json lists them all.").format(count=rest)


def _column_of(problem: Problem) -> tuple[str, ...]:
    place = problem.place
    return problem.code, place.file, place.sheet, place.column


def counted(problems: Iterable[Problem], lang: Lang, more: Iterable[More] = ()) -> str:
    """How many there are of each severity, in words."""
    _ = translator(lang)
    count = Counter(problem.severity for problem in problems)
    for one in more:
        count[one.kind.severity] += one.count
    return _("{errors} errors, {warnings} warnings, {hints} hints").format(
        errors=count[Severity.ERROR], warnings=count[Severity.WARNING], hints=count[Severity.HINT]
    )


def _more(group: Sequence[Problem], lang: Lang, beyond: int) -> str:
    others = [
        value for value in dict.fromkeys(shorten(p.value, 30) for p in group) if value != shorten(group[0].value, 30)
    ]
    values = ", ".join([*others[:_MOST_VALUES], "…"] if len(others) > _MOST_VALUES else others)
    return _rows(group, lang, beyond) + (f": {values}" if values else "")


def _rows(group: Sequence[Problem], lang: Lang, beyond: int) -> str:
    _ = translator(lang)
    rows = ranges([problem.place.row for problem in group[1:] if problem.place.row])
    # Rows that were only counted stand below those listed.
    rows += ", …" if rows and beyond and not rows.endswith("…") else ""
    count = len(group) - 1 + beyond
    if group[0].place.column:
        return _("… and {count} more in this column (rows {rows})").format(count=count, rows=rows)
    if rows:
        return _("… and {count} more in this sheet (rows {rows})").format(count=count, rows=rows)
    return _("… and {count} more of this kind").format(count=count)


def ranges(rows: Iterable[int]) -> str:
    """Row numbers as people write them: 3–46, 50, 52–60."""
    # Neighbours have the same distance to their place in the list.
    runs = [[row for _, row in run] for _, run in groupby(enumerate(sorted(set(rows))), key=lambda it: it[1] - it[0])]
    listed = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:_MOST_RANGES]]
    return ", ".join([*listed, "…"] if len(runs) > _MOST_RANGES else listed)
