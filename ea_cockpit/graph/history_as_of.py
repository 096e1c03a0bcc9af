"""The graph as it was: the reverse of all later imports, applied in a transaction that is thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ea_cockpit.graph.history_apply import apply
from ea_cockpit.graph.history_kept import changes_of
from ea_cockpit.graph.history_runs import When, all_runs, run_at, runs_between
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.model.metamodel import Metamodel


@contextmanager
def as_of(store: GraphStore, when: When, metamodel: Metamodel) -> Iterator[Transaction]:
    """A reader that sees the graph as it was after an import or at the end of a day; nothing of it stays.

    Imports that were undone since count as never made. Other imports wait until the block is left.
    """
    with store.rolled_back() as tx:
        tx.write(load("history/lock"))
        runs = all_runs(tx)
        last = runs[-1].number if runs else 0
        later = runs_between(run_at(when, runs), last, runs)
        if later:
            apply(changes_of(later, tx).inverse(), metamodel, tx)
        yield tx
