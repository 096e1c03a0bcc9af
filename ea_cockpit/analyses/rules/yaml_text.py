"""Reads rules as people mean them: `version: 8.10` stays the text that was written."""

from __future__ import annotations

from typing import Any

import yaml

from ea_cockpit.analyses.rules.faults import UnreadableRules
from ea_cockpit.model.yaml_text import TextLoader, line_of, why_of


def read_yaml(text: str, file: str) -> Any:
    """The content; what is no YAML raises an `UnreadableRules` with the line."""
    try:
        return yaml.load(text, TextLoader)  # noqa: S506  a BaseLoader makes nothing but texts
    except yaml.YAMLError as fault:
        raise UnreadableRules(file=file, place=line_of(fault), why=why_of(fault)) from None
    except RecursionError:
        raise UnreadableRules(file=file, place="YAML", why="RecursionError") from None


def flow(content: Any) -> str:
    """The content on one line, as it fits a cell of a workbook."""
    text: str = yaml.safe_dump(content, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False)
    return text.strip()
