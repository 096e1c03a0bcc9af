"""How long every analysis takes, and how much longer it takes with ten times the data; one table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from typing import Any

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Analysis
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

Measured = dict[str, tuple[float, int]]
"""By analysis: median milliseconds, rows."""
DAY = "2026-06-30"
"""The day the sample was taken: the answer must not change with the day of the measurement."""
_ROUNDS = 5


def measure(store: GraphStore, metamodel: Metamodel) -> Measured:
    """Run every analysis with its defaults; what asks for one fact is asked about several, one after the other."""
    return {name: _measured(analysis, store, metamodel) for name, analysis in registry().items()}


def _measured(analysis: Analysis, store: GraphStore, metamodel: Metamodel) -> tuple[float, int]:
    times, rows = [], 0
    with store.reading() as tx:
        for given in _asked(analysis, store, metamodel):
            start = time.perf_counter()
            rows = max(rows, len(analysis.run(tx, metamodel, **given).rows))
            times.append((time.perf_counter() - start) * 1000)
    # The first run plans the statement and fills the server's caches.
    return statistics.median(times[1:]), rows


def _asked(analysis: Analysis, store: GraphStore, metamodel: Metamodel) -> list[dict[str, Any]]:
    day = {"day": DAY} if any(p.name == "day" for p in analysis.parameters) else {}
    needed = [p for p in analysis.parameters if p.required and p.kind == "fact"]
    if not needed:
        return [day] * (_ROUNDS + 1)
    label = "Application" if "Application" in needed[0].labels(metamodel) else needed[0].labels(metamodel)[0]
    found = store.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id LIMIT 2000")
    chosen = found[:: max(1, len(found) // 20)]
    return [{needed[0].name: f"{label}:{row['id']}", **day} for row in chosen]


def table(small: Measured, large: Measured, sizes: Sequence[int]) -> str:
    """Both measurements side by side as a Markdown table."""
    lines = [
        f"| analysis | {sizes[0]:,} applications | {sizes[1]:,} applications | ratio (aim {_aim(sizes):.0f}) | rows |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, (milliseconds, rows) in large.items():
        before = small[name][0]
        lines.append(f"| {name} | {before:.0f} ms | {milliseconds:.0f} ms | {milliseconds / before:.1f} | {rows:,} |")
    return "\n".join(lines)


def _aim(sizes: Sequence[int]) -> float:
    return 1.5 * sizes[1] / sizes[0]
