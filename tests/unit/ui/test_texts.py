"""Every sentence of the product has its German; Swiss spelling throughout."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import ea_cockpit
from ea_cockpit.i18n import translations

PACKAGE = Path(ea_cockpit.__file__).parent


def sentences() -> Iterator[str]:
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and is_translator(node.func):
                choices = (
                    [node.args[0].body, node.args[0].orelse] if isinstance(node.args[0], ast.IfExp) else node.args[:1]
                )
                yield from (
                    text.value for text in choices if isinstance(text, ast.Constant) and isinstance(text.value, str)
                )


def is_translator(called: ast.expr) -> bool:
    if isinstance(called, ast.Call):
        return isinstance(called.func, ast.Name) and called.func.id == "translator"
    return isinstance(called, ast.Name) and called.id == "_"


def german() -> dict[str, str]:
    return {key: text for key, text in translations("de")._catalog.items() if key}  # type: ignore[attr-defined]


def test_every_sentence_has_its_german() -> None:
    found = set(sentences())
    assert len(found) > 100
    assert found - set(german()) == set()


def test_placeholders_are_the_same_in_both_languages() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert [key for key, text in german().items() if fields(key) != fields(text)] == []


def test_swiss_spelling() -> None:
    assert [text for text in german().values() if "ß" in text] == []
