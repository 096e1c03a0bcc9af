"""Drafts of very many facts, packed: a draft is made anew each time it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.tabular.packed import Packed

_Line = tuple[int, str, int, tuple[Any, ...], tuple[Any, ...], tuple[Any, ...]]
"""The number of its shape, its id and row, then its values, references and additional attributes."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What all drafts from one sheet have in common."""

    kind: FactType
    file: str
    sheet: str
    values: tuple[str, ...]
    refs: tuple[str, ...]
    custom: tuple[str, ...]
    columns: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, draft: Draft) -> _Shape:
        return cls(
            draft.kind, draft.file, draft.sheet, tuple(draft.values), tuple(draft.refs), tuple(draft.custom),
            draft.columns,
        )  # fmt: skip

    def draft(self, line: _Line) -> Draft:
        _, id_, row, values, refs, custom = line
        return Draft(
            self.kind, id_, self.file, self.sheet, row,
            dict(zip(self.values, values, strict=True)), dict(zip(self.refs, refs, strict=True)),
            dict(zip(self.custom, custom, strict=True)), False, self.columns,
        )  # fmt: skip


class PackedDrafts(MutableMapping[Key, Draft]):
    """Drafts by key, in the order they came; what is changed in one of them is not kept."""

    def __init__(self) -> None:
        self.ids: dict[str, dict[str, int]] = {}
        self._lines: Packed[_Line] = Packed()
        self._shapes: list[_Shape] = []
        self._numbers: dict[int, int] = {}

    def __setitem__(self, key: Key, draft: Draft) -> None:
        label, id_ = key
        ids = self.ids.setdefault(label, {})
        if id_ in ids:
            raise KeyError(key)
        ids[id_] = len(self._lines)
        custom, refs = tuple(draft.custom.values()), tuple(draft.refs.values())
        self._lines.append((self._shape(draft), id_, draft.row, tuple(draft.values.values()), refs, custom))

    def _shape(self, draft: Draft) -> int:
        # All drafts from one sheet share the very same columns, and the shape keeps these alive.
        number = self._numbers.get(id(draft.columns))
        if number is None:
            number = self._numbers[id(draft.columns)] = len(self._shapes)
            self._shapes.append(_Shape.of(draft))
        return number

    def __getitem__(self, key: Key) -> Draft:
        label, id_ = key
        return self._draft(self._lines[self.ids.get(label, {})[id_]])

    def _draft(self, line: _Line) -> Draft:
        return self._shapes[line[0]].draft(line)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and key[1] in self.ids.get(key[0], ())

    def get(self, key: Key, default: Any = None) -> Any:
        """The draft, or the default."""
        label, id_ = key
        number = self.ids.get(label, {}).get(id_)
        return default if number is None else self._draft(self._lines[number])

    def __delitem__(self, key: Key) -> None:
        raise KeyError(key)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._lines)

    def __iter__(self) -> Iterator[Key]:
        return ((self._shapes[line[0]].kind.label, line[1]) for line in self._lines)

    def in_order(self) -> Iterator[Draft]:
        """All drafts, one after the other."""
        return map(self._draft, self._lines)

    def of(self, label: str) -> Iterator[Draft]:
        """The drafts of one type."""
        wanted = {number for number, shape in enumerate(self._shapes) if shape.kind.label == label}
        return (self._draft(line) for line in self._lines if line[0] in wanted) if wanted else iter(())
