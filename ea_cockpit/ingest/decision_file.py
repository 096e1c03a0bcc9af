"""Reads decisions from a file: a table with the columns fact, field and side, or JSON as the import prints it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.graph.statements import CUSTOM
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.ingest.draft import Key
from ea_cockpit.model.metamodel import FactType, Metamodel
from ea_cockpit.tabular.fault import in_words
from ea_cockpit.tabular.reader import FileNotThere, read_bytes

Entry = Mapping[str, Any]


class UnreadableDecisions(UnreadableInput):
    """The file of decisions cannot be read, or one of its entries says nothing that can be done."""

    says = Text("{file}: {why}", "{file}: {why}")
    remedy = Text(
        "Erwartet sind die Spalten fact (Application:APP-1), field (status, leer für die ganze Zeile) und side (theirs"
        " oder ours), als CSV oder als JSON wie unter «conflicts» von «import --format json».",
        "Expected are the columns fact (Application:APP-1), field (status, empty for the whole row) and side (theirs or"
        " ours), as CSV, or as JSON like under 'conflicts' of 'import --format json'.",
    )


def read_decisions(path: Path, metamodel: Metamodel, everywhere: Side | None = None) -> Decisions:
    """The decisions of a file; entries without a side are still open. `everywhere` counts where the file is silent."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise FileNotThere(file=path.name, why=in_words(fault)) from None
    entries = (
        _from_json(path.name, content) if content.lstrip()[:1] in (b"{", b"[") else _from_table(path.name, content)
    )
    cells: dict[tuple[Key, str], Side] = {}
    rows: dict[Key, Side] = {}
    files: dict[str, Side] = {}
    for number, entry in enumerate(entries, start=1):
        side = _side(path.name, number, entry)
        if side is None:
            continue
        if not _word(entry, "fact"):
            files[_word(entry, "file")] = side
            continue
        key, kind = _key(path.name, number, entry, metamodel)
        name = _word(entry, "field")
        if name in ("", "*"):
            rows[key] = side
        else:
            cells[key, _field(path.name, number, kind, name)] = side
    return Decisions(cells, rows, files, everywhere)


def _from_json(file: str, content: bytes) -> list[Entry]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        why = Text("das ist kein gültiges JSON.", "this is no valid JSON.")
        raise UnreadableDecisions(file=file, why=why) from None
    entries = document.get("conflicts") if isinstance(document, dict) else document
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        why = Text("das ist keine Liste von Entscheiden.", "this is no list of decisions.")
        raise UnreadableDecisions(file=file, why=why)
    return entries


def _from_table(file: str, content: bytes) -> Iterator[Entry]:
    rows = [row for sheet in read_bytes(file, content).sheets[:1] for row in sheet.rows]
    heads = [str(cell).strip().casefold() for cell in rows[0]] if rows else []
    if "fact" not in heads or "side" not in heads:
        why = Text("die Spalten fact und side fehlen.", "the columns fact and side are missing.")
        raise UnreadableDecisions(file=file, why=why)
    for row in rows[1:]:
        yield dict(zip(heads, row, strict=False))


def _word(entry: Entry, name: str) -> str:
    value = entry.get(name)
    return "" if value is None else str(value).strip()


def _side(file: str, number: int, entry: Entry) -> Side | None:
    word = _word(entry, "side").casefold()
    if not word:
        return None
    try:
        return Side(word)
    except ValueError:
        why = Text(
            "Eintrag {n}: «{word}» ist weder theirs noch ours.", "entry {n}: '{word}' is neither theirs nor ours."
        )
        raise UnreadableDecisions(file=file, why=why.format(n=number, word=word)) from None


def _key(file: str, number: int, entry: Entry, metamodel: Metamodel) -> tuple[Key, FactType]:
    word, _, id_ = _word(entry, "fact").partition(":")
    label = metamodel.label_of(word)
    if label is None or not id_.strip():
        why = Text(
            "Eintrag {n}: «{fact}» nennt keinen Eintrag wie Application:APP-1.",
            "entry {n}: '{fact}' names no fact like Application:APP-1.",
        )
        raise UnreadableDecisions(file=file, why=why.format(n=number, fact=_word(entry, "fact")))
    return (label, id_.strip()), metamodel[label]


def _field(file: str, number: int, kind: FactType, name: str) -> str:
    """The field's own name; its title in either language does as well."""
    if name in kind.by_name or name.startswith(CUSTOM):
        return name
    titles = {field.title.in_(lang).casefold(): field.name for field in kind.fields for lang in LANGS}
    if name.casefold() in titles:
        return titles[name.casefold()]
    why = Text("Eintrag {n}: «{name}» ist kein Feld von {kind}.", "entry {n}: '{name}' is no field of {kind}.")
    raise UnreadableDecisions(file=file, why=why.format(n=number, name=name, kind=kind.title))
