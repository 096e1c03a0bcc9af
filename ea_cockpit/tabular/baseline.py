"""What a workbook held when it was exported, kept in a hidden sheet of it: so what comes back can be told apart.

The sheet has one column of texts: the format, a header to read (JSON), a SHA-256 over header and content, then the
content: JSON, packed, in numbered pieces that fit into cells.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.i18n import Lang
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.values import Choice
from ea_cockpit.tabular.reader import Sheet, Table

BASELINE_SHEET = "_EA-Cockpit"
CUSTOM = "custom."
_FORMAT = "EA-Cockpit 1"
# Excel keeps 32,767 characters in a cell.
_PIECE = 32_000
# A real one of 100,000 facts unpacks to about 50 MB; what unpacks to more is a trap.
_LARGEST = 400_000_000

Key = tuple[str, str]
Cells = Mapping[str, Any]
"""Values of a fact's fields in plain form; what is empty is not named."""


class DamagedBaseline(ValueError):
    """The hidden sheet was edited, cut or written by another version."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The state of the graph when a workbook was exported: its last run, the scope, and each fact's cells by key."""

    run: int | None = None
    run_at: str = ""
    at: str = ""
    scope: str = ""
    lang: Lang = "de"
    facts: Mapping[Key, Cells] = field(default_factory=dict, repr=False)


def plain(value: Any) -> Any:
    """A value as it is compared and kept: words as stored, days in ISO form, lists sorted, nothing for empty."""
    if type(value) is str:  # what most cells hold; words of a list are no plain `str`
        return value or None
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, list | tuple):
        return sorted(value) or None
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def cells_of(fact: Fact) -> dict[str, Any]:
    """A fact's filled cells in plain form; custom attributes carry a prefix."""
    found = {
        name: kept
        for name, value in fact.__dict__.items()
        if name not in ("id", "custom") and value is not None and (kept := plain(value)) is not None
    }
    found.update((CUSTOM + heading, text) for heading, text in fact.custom.items())
    return found


@collector_paused()
def facts_cells(facts: Mapping[str, Sequence[Fact]]) -> dict[Key, Cells]:
    """The cells of all facts, by label and id."""
    return {(label, fact.id): cells_of(fact) for label, listed in facts.items() for fact in listed}


@collector_paused()
def write_baseline(book: Any, baseline: Baseline) -> None:
    """Add the hidden sheet to a workbook that is being written."""
    sheet = book.add_worksheet(BASELINE_SHEET)
    for row, text in enumerate(lines(baseline)):
        sheet.write_string(row, 0, text)
    sheet.protect()
    sheet.very_hidden()


def lines(baseline: Baseline) -> Iterator[str]:
    """The texts of the hidden sheet, row by row."""
    head = json.dumps(
        {"run": baseline.run, "run_at": baseline.run_at, "at": baseline.at, "scope": baseline.scope,
         "lang": baseline.lang}, ensure_ascii=False,
    )  # fmt: skip
    whole = json.dumps(_packed(baseline.facts), ensure_ascii=False, separators=(",", ":")).encode()
    content = base64.b64encode(zlib.compress(whole, 6)).decode()
    yield _FORMAT
    yield head
    yield _checksum(head, content)
    for number, start in enumerate(range(0, len(content), _PIECE), start=1):
        # The number keeps a piece from looking like a formula, and shows when one was moved.
        yield f"{number}:{content[start : start + _PIECE]}"


@collector_paused()
def read_baseline(table: Table) -> Baseline | None:
    """The workbook's baseline, None where it has none; raises `DamagedBaseline` when it does not fit its checksum."""
    sheet = next((sheet for sheet in table.sheets if sheet.name == BASELINE_SHEET), None)
    if sheet is None:
        return None
    try:
        return _unpacked(sheet)
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error, binascii.Error, RecursionError) as fault:
        raise DamagedBaseline(str(fault)) from None


def _checksum(head: str, content: str) -> str:
    return hashlib.sha256(f"{_FORMAT}\n{head}\n{content}".encode()).hexdigest()


def _packed(facts: Mapping[Key, Cells]) -> dict[str, Any]:
    """By label: the ids, and column by column the values; equal values side by side pack well."""
    by_label: dict[str, list[tuple[str, Cells]]] = {}
    for (label, id_), cells in facts.items():
        by_label.setdefault(label, []).append((id_, cells))
    packed = {}
    for label, rows in by_label.items():
        names = sorted({name for _, cells in rows for name in cells})
        columns = {name: [cells.get(name) for _, cells in rows] for name in names}
        packed[label] = {"ids": [id_ for id_, _ in rows], "columns": columns}
    return packed


def _unpacked(sheet: Sheet) -> Baseline:
    texts = [str(row[0]) if row else "" for row in sheet.rows]
    if len(texts) < 3 or texts[0] != _FORMAT:
        raise DamagedBaseline("format")
    pieces = [text.partition(":") for text in texts[3:] if text]
    if [number for number, _, _ in pieces] != [str(number) for number in range(1, len(pieces) + 1)]:
        raise DamagedBaseline("pieces")
    content = "".join(piece for _, _, piece in pieces)
    if _checksum(texts[1], content) != texts[2]:
        raise DamagedBaseline("checksum")
    unpacker = zlib.decompressobj()
    whole = unpacker.decompress(base64.b64decode(content, validate=True), _LARGEST)
    if unpacker.unconsumed_tail:
        raise DamagedBaseline("size")
    return Baseline(**json.loads(texts[1]), facts=_facts(json.loads(whole)))


def _facts(packed: dict[str, Any]) -> dict[Key, Cells]:
    facts: dict[Key, Cells] = {}
    for label, rows in packed.items():
        kept: list[dict[str, Any]] = [{} for _ in rows["ids"]]
        for name, values in rows["columns"].items():
            for cells, value in zip(kept, values, strict=True):
                if value is not None:
                    cells[name] = value
        facts.update({(label, id_): cells for id_, cells in zip(rows["ids"], kept, strict=True)})
    return facts
