"""Reads YAML as people mean it: every value stays the text that was written, and no entry is written twice.

`version: 8.10` would else become the number 8.1, and of two entries of one name the first would vanish without a word.
"""

from __future__ import annotations

from typing import Any

import yaml

from ea_cockpit.analyses.rules.faults import UnreadableRules
from ea_cockpit.i18n import Text


class _Reader(yaml.BaseLoader):
    """Reads texts, lists and mappings only."""


def _mapping(loader: _Reader, node: yaml.MappingNode) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str) or key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"«{key}» twice, or no name", key_node.start_mark)
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Reader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(text: str, file: str) -> Any:
    """The content; what is no YAML raises an `UnreadableRules` with the line."""
    try:
        return yaml.load(text, _Reader)  # noqa: S506  a BaseLoader makes nothing but texts
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else "?"
        why = getattr(fault, "problem", None) or type(fault).__name__
        raise UnreadableRules(file=file, place=Text(f"Zeile {line}", f"line {line}"), why=why) from None


def flow(content: Any) -> str:
    """The content on one line, as it fits a cell of a workbook."""
    text: str = yaml.safe_dump(content, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False)
    return text.strip()
