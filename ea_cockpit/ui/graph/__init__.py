"""The interactive dependency graph of the cockpit's pages."""

from ea_cockpit.ui.graph.component import GraphEvent, dependency_graph

__all__ = ["GraphEvent", "dependency_graph"]
