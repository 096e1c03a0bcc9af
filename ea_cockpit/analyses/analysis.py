"""What every analysis is: a question with parameters, a row model, and a result that goes to a table, JSON or a page.

Title, question, why and remedy stand in the front matter of its `cypher/analyses/<name>.cypher`, in both languages.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, cast, get_args

from pydantic import BaseModel, ConfigDict, Field

from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import Parameter, settle
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef, Reader
from ea_cockpit.graph.queries import Query, load
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.values import Choice


def result(title: tuple[str, str], help: tuple[str, str], default: Any = None) -> Any:  # noqa: A002
    """Declare a column of a result: title and help as (German, English)."""
    return Field(default, json_schema_extra={"title": [*title], "help": [*help]})


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of a result: its field's name, title and help."""

    name: str
    title: Text
    help: Text


class AnalysisRow(BaseModel):
    """One line of a result; fields are declared with `result`."""

    model_config = ConfigDict(frozen=True)

    @classmethod
    def columns(cls) -> tuple[ResultColumn, ...]:
        """The columns in the order they are declared."""
        found = []
        for name, info in cls.model_fields.items():
            extra = cast("dict[str, Any]", info.json_schema_extra)
            found.append(ResultColumn(name, Text(*extra["title"]), Text(*extra["help"])))
        return tuple(found)

    def subject(self) -> FactRef | None:
        """The fact the line is about, for a link to its page; None where there is no such page."""
        return None

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The line for scripts: words of closed lists as stored, days as ISO text."""
        return {column.name: _plain(getattr(self, column.name), lang) for column in self.columns()}

    def cells(self, lang: Lang) -> dict[str, Any]:
        """The line for readers: words in their language, several values in one text; numbers and days as they are."""
        return {column.name: _cell(getattr(self, column.name), lang) for column in self.columns()}


class AboutFact(AnalysisRow):
    """One line about one fact: its type, id and name come first, and a click leads to its page."""

    label: str = result(("Typ", "Type"), ("Typ des Eintrags.", "Type of the entry."), ...)
    id: str = result(("ID", "ID"), ("ID des Eintrags.", "Id of the entry."), ...)
    name: str | None = result(("Name", "Name"), ("Name des Eintrags.", "Name of the entry."))

    def subject(self) -> FactRef:
        """The fact."""
        return FactRef(self.label, self.id, self.name)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an analysis is asked, and what it answers from: the graph, the metamodel, and the office's own rules."""

    reader: Reader
    metamodel: Metamodel
    params: dict[str, Any]
    policy: Policy

    def read(self, query: Query | str, /, **params: Any) -> list[dict[str, Any]]:
        """Rows of a statement."""
        return self.reader.read(query, **params)

    def __getitem__(self, name: str) -> Any:
        """The value of a parameter."""
        return self.params[name]


@dataclass(frozen=True, slots=True)
class Result:
    """What an analysis found: its lines, and the figures that sum them up."""

    analysis: str
    params: dict[str, Any]
    columns: tuple[ResultColumn, ...]
    rows: list[AnalysisRow]
    summary: dict[str, Any]

    def as_json(self, lang: Lang = "de") -> dict[str, Any]:
        """The result as the command line's contract has it."""
        return {
            "analysis": self.analysis,
            "params": {name: _plain(value, lang) for name, value in self.params.items()},
            "columns": [column.name for column in self.columns],
            "rows": [row.as_json(lang) for row in self.rows],
            "summary": {name: _plain(value, lang) for name, value in self.summary.items()},
        }


def table_of(result: Result, metamodel: Metamodel, lang: Lang) -> tuple[list[str], list[list[Any]]]:
    """Headings and cells of a result for readers; a fact type goes by its title."""
    rows = [readable(row, metamodel, lang) for row in result.rows]
    return [column.title.in_(lang) for column in result.columns], rows


def readable(row: AnalysisRow, metamodel: Metamodel, lang: Lang) -> list[Any]:
    """The cells of a row for readers; a fact type goes by its title, but no word of a list that reads the same."""
    found = []
    for name, cell in row.cells(lang).items():
        stored: object = getattr(row, name, None)
        found.append(metamodel[stored].title.in_(lang) if type(stored) is str and stored in metamodel else cell)
    return found


def word_of(row: type[AnalysisRow], key: str, metamodel: Metamodel, lang: Lang) -> str:
    """A key of a figure for readers: a fact type, one of its fields (`Label.field`), a word of a list the rows use."""
    if key in metamodel:
        return metamodel[key].plural.in_(lang)
    label, _, name = key.partition(".")
    if label in metamodel and name in (fields := metamodel[label].by_name):
        return f"{metamodel[label].title.in_(lang)}: {fields[name].title.in_(lang)}"
    for info in row.model_fields.values():
        for kind in (info.annotation, *get_args(info.annotation)):
            if isinstance(kind, type) and issubclass(kind, Choice) and key in {word.value for word in kind}:
                return kind.word(key).in_(lang)
    return key


class Analysis(ABC):
    """A question about the landscape; a subclass names itself, its parameters and its row, and answers."""

    name: ClassVar[str]
    topic: ClassVar[Topic] = Topic.QUALITY
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    row: ClassVar[type[AnalysisRow]]
    helpers: ClassVar[tuple[str, ...]] = ()
    """Columns of its statement that serve the module only."""
    worked_out: ClassVar[tuple[str, ...]] = ()
    """Fields of its row that the module works out; all others are columns of the statement."""
    figures: ClassVar[dict[str, Text]] = {}
    """Titles of the figures in the summary."""

    @property
    def query(self) -> Query:
        """Its statement."""
        return load(f"analyses/{self.name}")

    @property
    def title(self) -> Text:
        """What it is called."""
        return self._says("title")

    @property
    def question(self) -> Text:
        """The question it answers."""
        return self._says("question")

    @property
    def why(self) -> Text:
        """Why one should ask."""
        return self._says("why")

    @property
    def remedy(self) -> Text:
        """What to do about what it finds."""
        return self._says("remedy")

    def _says(self, key: str) -> Text:
        return Text(**self.query.front_matter[key])

    def run(self, reader: Reader, metamodel: Metamodel, policy: Policy = SHIPPED, /, **given: Any) -> Result:
        """The answer for these parameters; a parameter that does not fit raises a `WrongParameter`."""
        params = settle(self.name, self.parameters, given, reader, metamodel)
        with one_view(reader) as view, collector_paused():
            rows = self.answer(Asked(view, metamodel, params, policy))
        return Result(self.name, params, self.row.columns(), rows, self.summary(rows))

    @abstractmethod
    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """The lines of the answer."""

    def summary(self, rows: Sequence[Any]) -> dict[str, Any]:
        """The figures that sum the lines up."""
        return {"rows": len(rows)}


@contextmanager
def one_view(reader: Reader) -> Iterator[Reader]:
    """One transaction for all reads of an answer; a transaction given (what-if, as-of) is used as it is."""
    if isinstance(reader, GraphStore):
        with reader.reading() as transaction:
            yield transaction
    else:
        yield reader


def _plain(value: Any, lang: Lang) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item, lang) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, lang) for item in value]
    if isinstance(value, Text):
        return value.in_(lang)
    if isinstance(value, Interval):
        return value.as_json()
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.key if isinstance(value, FactRef) else value.value if isinstance(value, Choice) else value


def _cell(value: Any, lang: Lang) -> Any:
    if isinstance(value, Text | Choice | Interval):
        return value.in_(lang)
    if isinstance(value, tuple):
        return "; ".join(str(_cell(item, lang)) for item in value)
    return value
