"""How well messy files are read without a profile: each cell against the truth, and whether the rest is told.

`python -m bench.placement` prints every kind of mess alone, pairs of kinds, and all together from several seeds.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.placement_judge import Judge, Outcome
from bench.placement_samples import layout_table
from ea_cockpit.errors import CockpitError
from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.sample.generate import Sample, generate
from ea_cockpit.sample.mess.kind import mess_kinds
from ea_cockpit.sample.mess.make import Messy, make_mess
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.tabular.reader import Table, read_bytes


@dataclass(slots=True)
class Score:
    """How many cells there were, how many came to the right place, how many of the others are told.

    `invented` are rows imported as facts that describe none; `lost_rows` are rows nobody says anything about; `why`
    counts what went wrong, by field.
    """

    cells: int = 0
    placed: int = 0
    told: int = 0
    invented: int = 0
    references: int = 0
    resolved: int = 0
    lost_rows: int = 0
    why: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def unaccounted(self) -> int:
        """Cells neither rightly placed nor told."""
        return self.cells - self.placed - self.told

    @property
    def share(self) -> float:
        """The share of cells rightly placed."""
        return self.placed / self.cells if self.cells else 1.0

    def add(self, other: Score) -> None:
        """Count another score in."""
        for name in ("cells", "placed", "told", "invented", "references", "resolved", "lost_rows"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.why += other.why
        self.wrong += other.wrong


def measure(messy: Messy, metamodel: Metamodel) -> Score:
    """Read the files as an import would, with no profile, and judge every cell of the truth."""
    outcome = read_all(messy, metamodel)
    judge = Judge(outcome, messy.truth)
    invented = sum(judge.is_invented(row) for row in messy.truth.left_out)
    score = Score(invented=invented, lost_rows=outcome.lost_rows)
    for cell in messy.truth.cells:
        verdict = judge.verdict(cell)
        # What the file holds no value of cannot be placed; it must be told, where the file shows that there was one.
        is_book = messy.files[cell.file].startswith(b"PK")
        if not cell.readable and (verdict.told or not is_book):
            continue
        score.cells += 1
        score.placed += verdict.placed
        score.told += verdict.told and not verdict.placed
        score.references += verdict.is_reference
        score.resolved += verdict.resolved
        if not verdict.placed:
            told = "told" if verdict.told else "NOT TOLD"
            score.why[f"{told}: {cell.label}.{'*' if cell.custom else cell.field}: {verdict.why}"] += 1
            score.wrong.append(f"{told}: {cell.file} {cell.sheet}!{cell.column}{cell.row} {cell.text!r}: {verdict.why}")
    return score


def read_all(messy: Messy, metamodel: Metamodel) -> Outcome:
    """Files read, recognised and checked as an import would, without a graph."""
    tables: list[Table] = []
    unread: list[str] = []
    for name, content in messy.files.items():
        try:
            tables.append(read_bytes(name, content))
        except CockpitError:
            unread.append(name)
    plan, profile = recognise(tables, metamodel)
    report = check_only(Request(tables, plan, profile=profile), metamodel, None)
    changes = [change.draft for listed in report.changes.created.values() for change in listed]
    lost = sum(s.read - s.imported - s.rejected - s.left_out for s in report.sheets)
    return Outcome(plan, [draft for draft in changes if draft], report.problems, tuple(unread), lost)


def single_kinds(
    sample: Sample, noise: Noise, seeds: Sequence[int], only: Sequence[str]
) -> Iterator[tuple[str, Score]]:
    """Every kind alone."""
    metamodel = standard_metamodel()
    for name in ("", *mess_kinds()):
        score = Score()
        for seed in seeds:
            score.add(measure(make_mess(sample, [name] if name else [], noise, seed, only), metamodel))
        yield name or "(no mess)", score


def combinations(
    sample: Sample, noise: Noise, seeds: Sequence[int], only: Sequence[str], count: int
) -> Iterator[tuple[str, Score]]:
    """Sampled pairs, then half of all kinds, then all together."""
    metamodel, kinds = standard_metamodel(), list(mess_kinds())
    dice = random.Random(seeds[0])  # noqa: S311  not for secrets
    pairs = dice.sample(list(itertools.combinations(kinds, 2)), count)
    total = Score()
    for seed, pair in enumerate(pairs, start=seeds[0]):
        total.add(measure(make_mess(sample, pair, noise, seed, only), metamodel))
    yield f"{count} pairs", total
    for label, size in (("five at random", 5), ("half of all", len(kinds) // 2), ("all together", len(kinds))):
        total = Score()
        for seed in seeds:
            total.add(measure(make_mess(sample, dice.sample(kinds, size), noise, seed, only), metamodel))
        yield label, total


def table(rows: Sequence[tuple[str, Score]]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| mess | cells | rightly placed | unplaced and told | unaccounted | rows invented | references resolved |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, s in rows:
        resolved = f"{s.resolved / s.references:.1%}" if s.references else ""
        lines.append(
            f"| {name} | {s.cells:,} | {s.share:.2%} | {s.told:,} | {s.unaccounted:,} | {s.invented:,} | {resolved} |"
        )
    return "\n".join(lines)


def explained(rows: Sequence[tuple[str, Score]]) -> Iterator[str]:
    """What went wrong where much did: by field, and the first cells nobody told of."""
    for name, score in sorted(rows, key=lambda row: row[1].share):
        if score.share < 0.97 or score.unaccounted:
            yield f"\n{name}"
            # A rejected row takes all its cells along; what it was rejected for stands in its problems.
            causes = [(why, count) for why, count in score.why.most_common() if "row rejected" not in why]
            yield from (f"{count:7} {why}" for why, count in causes[:12])
            yield from [f"        {text}" for text in sorted(score.wrong) if text.startswith("NOT TOLD")][:6]


def show(
    applications: int = 150,
    noise: Noise = Noise.MEDIUM,
    seeds: Sequence[int] = (1,),
    only: Sequence[str] = (),
    pairs: int = 20,
    explain: bool = False,
) -> None:
    """Print the table of all kinds, and that of known foreign layouts read without their profile."""
    sample = generate(applications, 1)
    rows = [*single_kinds(sample, noise, seeds, only), *combinations(sample, noise, seeds, only, pairs)]
    print(table(rows), end="\n\n")
    print(layout_table(standard_metamodel()))
    if explain:
        print(*explained(rows), sep="\n")


def show_kinds(names: Sequence[str], noise: Noise, seeds: Sequence[int], only: Sequence[str], cells: int) -> None:
    """Print how some kinds together are read, and what went wrong."""
    sample, score = generate(150, 1), Score()
    for seed in seeds:
        score.add(measure(make_mess(sample, names, noise, seed, only), standard_metamodel()))
    print(table([(" ".join(names), score)]))
    print(*(f"{count:7} {why}" for why, count in score.why.most_common(40)), sep="\n")
    print(*sorted(score.wrong)[:cells], sep="\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=150)
    parser.add_argument("--noise", type=Noise, default=Noise.MEDIUM)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--books", nargs="*", default=[], help="only these workbooks")
    parser.add_argument("--explain", action="store_true", help="what went wrong in the worst kinds")
    parser.add_argument("--kinds", nargs="*", help="these kinds together, and what went wrong")
    parser.add_argument("--cells", type=int, default=0, help="with --kinds: show so many of the cells that went wrong")
    options = parser.parse_args()
    seeds = range(1, options.seeds + 1)
    if options.kinds:
        show_kinds(options.kinds, options.noise, seeds, options.books, options.cells)
    else:
        show(options.applications, options.noise, seeds, options.books, options.pairs, options.explain)


if __name__ == "__main__":
    main()
