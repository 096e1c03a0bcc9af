"""The catalogue as pages, exports and analyses read it: facts, one fact, search, counts, imports, pictures."""

from __future__ import annotations

from ea_cockpit.graph.catalogue_facts import fact_page, facts_of, find, owners, refs_of, search
from ea_cockpit.graph.catalogue_graph import landscape, neighbourhood, relation
from ea_cockpit.graph.catalogue_runs import counts, freshness, runs
from ea_cockpit.graph.catalogue_values import (
    FactPage,
    FactRef,
    Freshness,
    Origin,
    Partners,
    Reader,
    RunInfo,
)

__all__ = [
    "FactPage", "FactRef", "Freshness", "Origin", "Partners", "Reader", "RunInfo",
    "counts", "fact_page", "facts_of", "find", "freshness", "landscape", "neighbourhood", "owners", "refs_of",
    "relation", "runs", "search",
]  # fmt: skip
