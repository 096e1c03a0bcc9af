"""How well the groups to centralise are found, in clean and in messy inventories.

`python -m bench.centralisation` makes the sample messy, as offices hand it in, imports it
the way a user does (no profile, valid rows accepted), and compares groups and pairs with `same_work` in truth.json.
The weights were set on the seeds 5 to 9, how names and offices are read on these and 501 to 516; it measures on others.
An application that is planned or retired, but whose status the mess has taken out of the files, counts neither for nor
against.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ea_cockpit.analyses import registry
from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import Sample, generate
from ea_cockpit.sample.mess.kind import mess_kinds
from ea_cockpit.sample.mess.make import make_mess
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.tabular.reader import Table, read_bytes

SEEDS = (401, 402, 403, 404)
APPLICATIONS = 150
Groups = list[frozenset[str]]
NOISES: tuple[Noise | None, ...] = (None, *Noise)
GAPS_AND_SPELLING = (
    "half-filled", "columns-missing", "ids-missing", "placeholders", "stray-blanks", "upper-case", "other-words",
    "references-by-name", "references-near", "odd-separators", "headings-synonyms", "headings-abbreviated",
    "headings-typos", "columns-shuffled", "offices-merged", "sheet-names-free", "old-copies",
)  # fmt: skip
"""What makes entries incomplete and unlike each other; the other kinds of mess make files harder to read."""


@dataclass
class Score:
    """Pairs and groups: how many were found, are true, and are both."""

    pairs: list[int] = field(default_factory=lambda: [0, 0, 0])
    groups: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    def add(self, found: Groups, true: Groups) -> None:
        """Count one inventory in; a group is right where it shares at least half of all members with a true one."""
        listed, wanted = pairs_of(found), pairs_of(true)
        for place, count in enumerate((len(listed), len(wanted), len(listed & wanted))):
            self.pairs[place] += count
        right = sum(any(_alike(one, other) for other in true) for one in found)
        met = sum(any(_alike(one, other) for other in found) for one in true)
        for place, count in enumerate((len(found), right, len(true), met)):
            self.groups[place] += count

    def cells(self) -> list[str]:
        """Precision and recall of pairs, then of groups."""
        found, true, both = self.pairs
        listed, right, wanted, met = self.groups
        shares = (both, found), (both, true), (right, listed), (met, wanted)
        return [f"{part / whole:.3f} ({part}/{whole})" if whole else "–" for part, whole in shares]


def pairs_of(groups: Iterable[frozenset[str]]) -> set[tuple[str, str]]:
    """Every two members of a group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= len(one | other)


def truth(sample: Sample) -> Groups:
    """The groups that are there."""
    return [frozenset(entry["applications"]) for entry in sample.truth.findings["same_work"]]


def measure(store: GraphStore, noise: Noise | None, seeds: Sequence[int], kinds: Sequence[str]) -> Score:
    """Import each inventory alone and compare."""
    score = Score()
    for seed in seeds:
        sample = generate(APPLICATIONS, seed)
        score.add(found_in(store, sample, noise, seed, kinds), truth(sample))
    return score


def found_in(store: GraphStore, sample: Sample, noise: Noise | None, seed: int, kinds: Sequence[str]) -> Groups:
    """The groups found after the import of a messy (None: clean) inventory, by the ids of the truth."""
    metamodel = standard_metamodel()
    messy = make_mess(sample, kinds if noise else [], noise or Noise.LOW, seed)
    wipe(store)
    tables: list[Table] = []
    for name, content in messy.files.items():
        try:
            tables.append(read_bytes(name, content))
        except CockpitError as error:
            # A file cut off in the middle is sent back to the office; the others are imported.
            print(error.message("en"), file=sys.stderr)
    plan, profile = recognise(tables, metamodel)
    run_import(Request(tables, plan, profile=profile, accept_valid=True), metamodel, store)
    true_id = {(cell.file, cell.sheet, cell.row): cell.id for cell in messy.truth.cells if cell.label == "Application"}
    rows = store.read(
        "MATCH (a:Application) OPTIONAL MATCH (w:Workbook {key: a._workbook}) "
        "RETURN a.id AS id, w.name AS file, a._sheet AS sheet, a._row AS row, a.status AS status ORDER BY id"
    )
    known = {row["id"]: true_id.get((row["file"], row["sheet"], row["row"]), f"? {row['id']}") for row in rows}
    answer = registry()["centralisation_candidates"].run(store, metamodel, day=sample.truth.as_of).as_json("de")
    silent = {known[row["id"]] for row in rows if row["status"] is None} & _not_running(sample)
    groups = [frozenset(known[id_] for id_ in row["applications"]) - silent for row in answer["rows"]]
    # One that was imported twice is still one.
    return [group for group in groups if len(group) > 1]


def _not_running(sample: Sample) -> set[str]:
    """Planned and retired applications; where the files hold no status, nobody can tell."""
    return {fact.id for fact in sample.facts["Application"] if getattr(fact, "status", None) in ("planned", "retired")}


def wipe(store: GraphStore) -> None:
    """Empty the graph."""
    with store.writing() as tx:
        tx.write("MATCH (n) DETACH DELETE n")


def show() -> None:
    """Print the table, on a server of its own."""
    from bench.__main__ import server

    with server() as (store, _pid):
        print_table(store)


def print_table(store: GraphStore) -> None:
    """Print the table; the graph is emptied for it."""
    everything = tuple(mess_kinds())
    print(f"\nCentralisation: groups against truth, {len(SEEDS)} inventories of {APPLICATIONS} applications each\n")
    print("| mess | noise | pairs: precision | recall | groups: precision | recall |")
    print("|---|---|---:|---:|---:|---:|")
    title = f"gaps and spelling ({len(GAPS_AND_SPELLING)} kinds at once)"
    rows: list[tuple[str, tuple[str, ...], Noise | None]] = [(title, GAPS_AND_SPELLING, noise) for noise in NOISES]
    rows.append((f"all {len(everything)} kinds at once", everything, Noise.MEDIUM))
    for title, kinds, noise in rows:
        cells = measure(store, noise, SEEDS, kinds).cells()
        print(f"| {title} | {noise.value if noise else 'none'} | {' | '.join(cells)} |", flush=True)
    wipe(store)


if __name__ == "__main__":
    show()
