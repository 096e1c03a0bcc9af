"""YAML that people write: read as texts, with the place and the reason of what cannot be read."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

from ea_cockpit.i18n import Text

_NOWHERE = Text("YAML", "YAML")


class TextLoader(yaml.BaseLoader):
    """YAML as texts, lists and mappings; a name given twice is a fault, not a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping whose names all differ."""
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' ×2", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def line_of(fault: yaml.YAMLError, otherwise: Text = _NOWHERE) -> Text:
    """The line of a fault, counted from 1; `otherwise` where it has none."""
    mark = getattr(fault, "problem_mark", None)
    return Text(f"Zeile {mark.line + 1}", f"line {mark.line + 1}") if mark else otherwise


def why_of(fault: yaml.YAMLError) -> str:
    """What the library says of it, in a line."""
    return str(getattr(fault, "problem", None) or str(fault).splitlines()[0])
