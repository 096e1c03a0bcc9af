"""A line of a query's answer: columns are known from its front matter, or only once it was run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ConfigDict

from ea_cockpit.analyses.analysis import AnalysisRow, ResultColumn
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.user_query_values import documents, words
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import FactType, Metamodel
from ea_cockpit.tabular.cells import cell_value


@dataclass(frozen=True, slots=True)
class Shape:
    """What the columns of an answer are: their titles, how to read words stored in them, types of facts they name."""

    columns: tuple[ResultColumn, ...]
    readings: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


class Line(AnalysisRow):
    """One line: its values by column."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    values: dict[str, Any]
    shape: Shape

    @classmethod
    def columns(cls) -> tuple[ResultColumn, ...]:
        """None that all lines have: each answer has its own."""
        return ()

    def subject(self) -> FactRef | None:
        """The fact whose id stands in the first column that names one."""
        for name, label in self.shape.labels.items():
            id_ = self.values.get(name)
            if isinstance(id_, str):
                return FactRef(label, id_, None)
        return None

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The values for scripts, words as stored."""
        del lang
        return {name: documents(value) for name, value in self.values.items()}

    def cells(self, lang: Lang) -> dict[str, Any]:
        """The values for readers."""
        return {name: self._cell(name, value, lang) for name, value in self.values.items()}

    def _cell(self, name: str, value: Any, lang: Lang) -> Any:
        reading = self.shape.readings.get(name, {})
        items = value if isinstance(value, list) else [value]
        read = [reading[item].in_(lang) if isinstance(item, str) and item in reading else item for item in items]
        return words(read) if isinstance(value, list) else cell_value(words(read[0]), lang)


def shape_of(names: tuple[str, ...], told: Mapping[str, Any], metamodel: Metamodel) -> Shape:
    """What front matter says of the columns, as `[German, English]` or `[German, English, what it holds]`.

    What it holds is a field with a closed list (`Application.status`), names of fields (`Application.*`),
    names of fact types (`*`), or ids of facts of one type (`Application`).
    """
    columns, readings, labels = [], {}, {}
    for name in names:
        de, en, *holds = map(str, _title(name, told.get(name)))
        columns.append(ResultColumn(name, Text(de, en), Text(de, en)))
        label, _, field_name = (holds[0] if holds else "").partition(".")
        if label == "*":
            readings[name] = {kind.label: kind.title for kind in metamodel}
        elif label not in metamodel:
            continue
        elif field_name:
            readings[name] = _reading(metamodel[label], field_name)
        else:
            labels[name] = label
    return Shape(tuple(columns), readings, labels)


def _title(name: str, told: Any) -> list[Any]:
    fits = isinstance(told, list) and len(told) in (2, 3)
    return told if fits else [name, name]


def _reading(kind: FactType, field_name: str) -> dict[str, Text]:
    if field_name == "*":
        return {each.name: each.title for each in kind.fields}
    choices = getattr(kind.by_name.get(field_name), "choices", None)
    return {word.value: word.text for word in choices or ()}
