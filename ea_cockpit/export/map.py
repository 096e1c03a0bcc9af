"""The map of the landscape as one HTML file: applications, data stores and the flows between them."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from ea_cockpit.export.pyvis_map import map_html
from ea_cockpit.graph.catalogue import landscape
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import Metamodel

_TITLE = Text("Applikationslandschaft", "Application landscape")


def write_map(reader: GraphStore | Transaction, metamodel: Metamodel, out: Path | IO[bytes], lang: Lang = "de") -> None:
    """Write the map; the file opens in any browser and loads nothing from anywhere."""
    page = map_html(landscape(reader, metamodel, lang=lang), _TITLE.in_(lang), lang).encode()
    if isinstance(out, Path):
        out.write_bytes(page)
    else:
        out.write(page)
