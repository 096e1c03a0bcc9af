"""A bridge for scripts that still use py2neo: the same graph, by the same user and password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.i18n import Text

if TYPE_CHECKING:
    import py2neo


def connect(address: GraphAddress) -> py2neo.Graph:
    """The graph as py2neo sees it; py2neo comes only with the extra of its name."""
    try:
        import py2neo
    except ImportError as fault:
        raise WrongUsage(
            fault=Text("py2neo ist nicht installiert.", "py2neo is not installed."),
            hint=Text(
                "Installieren Sie es mit: pip install ea-cockpit[py2neo]",
                "Install it with: pip install ea-cockpit[py2neo]",
            ),
        ) from fault
    return py2neo.Graph(address.uri, auth=address.auth, name=address.database)
