"""How headings are compared before any vocabulary: one line, no star, lower case."""

from __future__ import annotations

from typing import Any

from ea_cockpit.model.values import clean_text


def heading_key(cell: Any) -> str:
    """A heading as it is compared: one line, without the star of required columns, lower case."""
    return " ".join(str(clean_text(str(cell))).split()).rstrip("*: ").casefold() if cell is not None else ""
