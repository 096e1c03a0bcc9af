"""What each import changed, undoing it, the graph as it was, and what differs between two states."""

from __future__ import annotations

from ea_cockpit.graph.catalogue_runs import runs as history
from ea_cockpit.graph.history_as_of import as_of
from ea_cockpit.graph.history_delta import Delta, Touch, differences
from ea_cockpit.graph.history_kept import Keeping
from ea_cockpit.graph.history_read import (
    FactChanges,
    FieldChange,
    LinkChange,
    RunChanges,
    ValueChange,
    What,
    fact_history,
    net_changes,
    run_changes,
)
from ea_cockpit.graph.history_runs import Run, State, When, all_runs, run_at, state_of
from ea_cockpit.graph.history_span import Span, moment, span
from ea_cockpit.graph.history_undo import Obstacle, Undone, undo

__all__ = [
    "Delta", "FactChanges", "FieldChange", "Keeping", "LinkChange", "Obstacle", "Run", "RunChanges", "Span",
    "State", "Touch", "Undone", "ValueChange", "What", "When", "all_runs", "as_of", "differences", "fact_history",
    "history", "moment", "net_changes", "run_at", "run_changes", "span", "state_of", "undo",
]  # fmt: skip
