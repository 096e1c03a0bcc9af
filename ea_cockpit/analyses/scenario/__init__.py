"""What-if: a scenario is tried on the graph, every analysis can be asked before and after, and nothing stays."""

from __future__ import annotations

from ea_cockpit.analyses.scenario.difference import Change, Difference, RowChange
from ea_cockpit.analyses.scenario.effects import Effects
from ea_cockpit.analyses.scenario.read import example_text, parse_scenario, read_scenario
from ea_cockpit.analyses.scenario.schema import Scenario
from ea_cockpit.analyses.scenario.what_if import effects_of, what_if

__all__ = [
    "Change", "Difference", "Effects", "RowChange", "Scenario", "effects_of", "example_text", "parse_scenario",
    "read_scenario", "what_if",
]  # fmt: skip
