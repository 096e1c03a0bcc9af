"""`make bench`: the import of a large inventory beside its floor, the same again, impact, memory, analyses; tables.

The floor is what no import can do without: reading the same files with the same library, and writing the same rows and
links with bare statements into the same schema. Both run on one server, after the same warm-up, turn by turn.
"""

from __future__ import annotations

import argparse
import platform
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psutil

from bench import analyses, big, centralisation, placement, resolution
from bench.floor import rows_of, write_bare
from bench.worker import import_apart
from ea_cockpit.analyses import registry
from ea_cockpit.graph.local_server import LocalServer
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.sample.generate import SMALLEST, write_sample
from ea_cockpit.settings import Settings, load_settings
from ea_cockpit.tabular.reader import read_table

OUT = Path(__file__).parent / "out"
ROUNDS = 2


@dataclass
class Hops:
    """What was measured at one number of hops: time, and how many facts were found."""

    milliseconds: list[float] = field(default_factory=list)
    facts: list[int] = field(default_factory=list)


@dataclass
class Figures:
    """Everything measured, in seconds, milliseconds and megabytes."""

    reading: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    impact: dict[int, Hops] = field(default_factory=dict)
    importer_mb: float = 0
    server_mb: float = 0
    rows: int = 0
    links: int = 0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--big", action="store_true", help="also read and check a workbook of 500,000 rows")
    options = parser.parse_args()
    files = sample(options.applications)
    small = max(SMALLEST, options.applications // 10)
    with server() as (store, pid):
        figures = measure(store, files, options.rounds)
        figures.server_mb = psutil.Process(pid).memory_info().rss / 2**20
        large = analyses.measure(store, standard_metamodel())
        wipe(store)
        import_apart(sample(small), store.address)
        little = analyses.measure(store, standard_metamodel())
    print(table(figures, options.applications))
    print(f"\n{analyses.table(little, large, (small, options.applications))}\n")
    centralisation.show()
    resolution.main()
    placement.show()
    if options.big:
        big.main()


def sample(applications: int) -> list[Path]:
    """The inventory, made once and kept."""
    folder = OUT / f"musterkanton-{applications}"
    if not (folder / "truth.json").is_file():
        write_sample(applications, 1, folder, standard_metamodel())
    return sorted(folder.glob("*.xlsx"))


@contextmanager
def server() -> Iterator[tuple[GraphStore, int]]:
    """A Neo4j of its own, thrown away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="ea-bench-"))
    local = LocalServer(Settings(data_folder=folder), jars=load_settings().data_folder / "jars")
    try:
        with GraphStore(local.start()) as store:
            store.apply_schema(standard_metamodel())
            yield store, local.status().pid or 0
    finally:
        local.stop()
        with suppress(OSError):
            shutil.rmtree(folder)


def measure(store: GraphStore, files: list[Path], rounds: int) -> Figures:
    """Warm up, then floor and import in turn."""
    metamodel = standard_metamodel()
    figures = Figures()
    rows = rows_of([read_table(path) for path in files], metamodel)
    figures.rows, figures.links = rows.facts, rows.pairs
    write_bare(rows, store)
    for _ in range(rounds):
        wipe(store)
        figures.reading.append(timed(lambda: [read_table(path) for path in files]))
        figures.bare.append(timed(lambda: write_bare(rows, store)))
        wipe(store)
        for seconds in (figures.first, figures.again):
            done = import_apart(files, store.address)
            seconds.append(done.seconds)
            figures.importer_mb = max(figures.importer_mb, done.peak_mb)
    figures.impact = impact(store, metamodel)
    return figures


def timed(work: Callable[[], object]) -> float:
    """Seconds a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def wipe(store: GraphStore) -> None:
    """Empty the graph in portions."""
    while store.read("MATCH (n) RETURN count(n) AS n")[0]["n"]:
        with store.writing() as tx:
            tx.write("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n")


def impact(store: GraphStore, metamodel: Metamodel, asked: int = 60) -> dict[int, Hops]:
    """Milliseconds and facts found of the impact of random applications, by hops; others warm it up before."""
    ids = [row["id"] for row in store.read("MATCH (n:Application) RETURN n.id AS id ORDER BY id")]
    chosen = random.Random(1).sample(ids, min(2 * asked, len(ids)))  # noqa: S311  not for secrets
    analysis = registry()["impact"]
    found: dict[int, Hops] = {}
    with store.reading() as tx:
        for hops in range(1, 7):
            ask = partial(analysis.run, tx, metamodel, hops=hops)
            for id_ in chosen[asked:]:
                ask(fact=f"Application:{id_}")
            found[hops] = Hops()
            for id_ in chosen[:asked]:
                start = time.perf_counter()
                result = ask(fact=f"Application:{id_}")
                found[hops].milliseconds.append((time.perf_counter() - start) * 1000)
                found[hops].facts.append(len(result.rows))
    return found


def table(figures: Figures, applications: int) -> str:
    """The figures as a Markdown table; each row's ratio says what it is compared with."""
    reading, bare, first, again = (min(x) for x in (figures.reading, figures.bare, figures.first, figures.again))
    floor = reading + bare
    memory = psutil.virtual_memory().total / 2**30
    lines = [
        f"{applications:,} applications: {figures.rows:,} facts, {figures.links:,} links; best of {len(figures.first)}",
        f"{psutil.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}",
        "",
        "| what | measured | ratio | aim |",
        "|---|---:|---:|---:|",
        f"| floor: reading the files | {reading:.1f} s | | |",
        f"| floor: bare rows and links | {bare:.1f} s | | |",
        f"| first import | {first:.1f} s | {first / floor:.2f} of the floor | 1.5 |",
        f"| the same again, nothing changes | {again:.1f} s | {again / first:.2f} of the first | 0.6 |",
        f"| peak memory of the importer | {figures.importer_mb:.0f} MB | | |",
        f"| memory of the graph server afterwards | {figures.server_mb:.0f} MB | | |",
    ]
    for hops, runs in figures.impact.items():
        times, facts = (_middle_and_ninth(values) for values in (runs.milliseconds, runs.facts))
        lines.append(
            f"| impact, {hops} hops: median (nine of ten) | {times[0]:.1f} ({times[1]:.1f}) ms"
            f" | for {facts[0]:,.0f} ({facts[1]:,.0f}) facts | 10 ms |"
        )
    return "\n".join(lines)


def _middle_and_ninth(values: Sequence[float]) -> tuple[float, float]:
    return statistics.median(values), statistics.quantiles(values, n=10)[-1]


if __name__ == "__main__":
    main()
