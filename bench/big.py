"""`python -m bench.big`: a workbook of 50 MB and 500,000 rows, read alone and checked; time and memory of each.

Each measurement runs in a process of its own. A tenth of the rows beside it shows how both grow.
"""

from __future__ import annotations

import json
import platform
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import xlsxwriter

from ea_cockpit.model.facts import standard_metamodel

OUT = Path(__file__).parent / "out"
SIZES = (50_000, 500_000)
UNITS = 300
HEADINGS = [
    "ID", "Name", "Status", "Zuständiges Amt", "Betriebskosten (CHF/Jahr)", "Produktiv seit", "Anzahl Benutzende",
    "Beschreibung", "Kontakt", "Quelle",
]  # fmt: skip
WORK = """
import json, resource, sys, time
from pathlib import Path
from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.tabular.reader import read_table

file, what = sys.argv[1:]
metamodel = standard_metamodel()
steps = []
start, used = time.perf_counter(), time.process_time()
tables = [read_table(Path(file))]
problems = 0
if what == "check":
    plan, _ = recognise(tables, metamodel)
    report = check_only(Request(tables, plan), metamodel, None, lambda *step: steps.append(step))
    assert sum(count.rows for count in report.facts.values()) > 0
    problems = len(report.problems) + sum(more.count for more in report.more)
seconds, used = time.perf_counter() - start, time.process_time() - used
print(json.dumps([seconds, used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, problems, len(steps)]))
"""


@dataclass(frozen=True)
class Taken:
    """What a piece of work took; how many problems it found, and how often it told how far it was.

    `used` are seconds of the processor: where others share the machine they say more than the clock does.
    """

    seconds: float
    used: float
    peak_mb: float
    problems: int
    told: int


def main() -> None:
    """Measure and print."""
    lines = [
        f"{psutil.cpu_count()} cores, {psutil.virtual_memory().total / 2**30:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; load before: {psutil.getloadavg()[0]:.1f}",
        "",
        "Time by the clock (of the processor); the check reads, too.",
        "",
        "| rows | file | reading alone | peak | check | peak | time, ratio | peak, ratio | progress told |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for units in (True, False):
        for rows in SIZES:
            lines.append(_line(rows, workbook(rows, units), units))
    print("\n".join(lines))


def _line(rows: int, file: Path, units: bool) -> str:
    reading, check = taken(file, "read"), taken(file, "check")
    found = "" if units else f", {check.problems:,} problems"
    cells = [
        f"{rows:,}{found}", f"{file.stat().st_size / 1e6:.0f} MB", *_shown(reading), *_shown(check),
        f"{check.used / reading.used:.1f}", f"{check.peak_mb / reading.peak_mb:.2f}", f"{check.told} times",
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _shown(work: Taken) -> tuple[str, str]:
    return f"{work.seconds:.1f} ({work.used:.1f}) s", f"{work.peak_mb:.0f} MB"


def taken(file: Path, what: str) -> Taken:
    """Read or check a file in a process of its own."""
    done = subprocess.run([sys.executable, "-c", WORK, str(file), what], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return Taken(*json.loads(done.stdout))


def workbook(rows: int, units: bool) -> Path:
    """A workbook of so many applications, written once and kept; without units every reference to one stays open."""
    file = OUT / f"big-{rows}{'' if units else '-open'}.xlsx"
    if not file.is_file():
        OUT.mkdir(exist_ok=True)
        draft = file.with_suffix(".part")
        with xlsxwriter.Workbook(draft, {"constant_memory": True}) as book:
            _write(book, "Applikationen", HEADINGS, _applications(rows))
            if units:
                heads = ["ID", "Name"]
                _write(book, "Organisationseinheiten", heads, ([f"OE-{n}", f"Amt Nummer {n}"] for n in range(UNITS)))
        draft.rename(file)
    return file


def _write(book: xlsxwriter.Workbook, name: str, headings: list[str], rows: Iterator[list[object]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, headings)
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)


def _applications(rows: int) -> Iterator[list[object]]:
    chance = random.Random(1)  # noqa: S311  not for secrets
    field = standard_metamodel()["Application"].by_name["status"]
    words = [choice.text.de for choice in getattr(field, "choices", ())]
    for number in range(1, rows + 1):
        day = f"{chance.randrange(1, 29):02}.{chance.randrange(1, 13):02}.{chance.randrange(1995, 2026)}"
        text = f"Beschreibung der Anwendung {number}: {chance.random()}, {chance.random()}, {chance.random()}"
        yield [
            f"APP-{number}", f"Fachanwendung {number} für {chance.choice('abcdefgh') * 5}", chance.choice(words),
            f"OE-{chance.randrange(UNITS)}", chance.randrange(500_000), day, chance.randrange(2_000), text,
            f"Stelle {chance.randrange(1_000)}", "Inventar",
        ]  # fmt: skip


if __name__ == "__main__":
    main()
