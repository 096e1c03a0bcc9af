"""A question of the library, asked like any analysis: its file says all of it, there is no code for a single one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, cast, get_args

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, Result
from ea_cockpit.analyses.library.group import Group
from ea_cockpit.analyses.library.line import Line, Shape, shape_of
from ea_cockpit.analyses.parameter import Parameter, ParameterKind, settle
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.graph.catalogue import FactRef, Reader
from ea_cockpit.graph.queries import Query
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.graph.user_query import Answer, UserQueries
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel

CUT = "more"


class Question(Analysis):
    """A query with front matter; it reads only, within limits, also where it is the product's own."""

    statement: ClassVar[Query]
    group: ClassVar[Group]
    row = Line
    figures: ClassVar[dict[str, Text]] = {"rows": Text("Zeilen", "Rows")}

    @property
    def query(self) -> Query:
        """Its statement."""
        return self.statement

    def shape(self, metamodel: Metamodel, columns: tuple[str, ...] = ()) -> Shape:
        """What its columns are."""
        told = self.statement.front_matter.get("columns") or {}
        return shape_of(columns or self.statement.returns, told, metamodel)

    def run(self, reader: Reader, metamodel: Metamodel, policy: Policy = SHIPPED, /, **given: Any) -> Result:
        """The answer; on a graph within the usual limits, in a view of the past or of a scenario as that gives it."""
        if isinstance(reader, GraphStore):
            return self.ask(UserQueries(reader), metamodel, given)
        params = settle(self.name, self.parameters, given, reader, metamodel)
        rows = self.answer(Asked(reader, metamodel, params, policy))
        return Result(self.name, params, self.shape(metamodel).columns, rows, self.summary(rows))

    def ask(self, queries: UserQueries, metamodel: Metamodel, given: Mapping[str, Any]) -> Result:
        """The answer within these limits; the summary says where reading stopped at the limit of rows."""
        params = settle(self.name, self.parameters, given, queries.store, metamodel)
        answer = queries.ask(self.name, self.statement.text, _values(params))
        return result_of(self.name, params, answer, self.shape(metamodel, answer.columns))

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Its lines."""
        shape = self.shape(asked.metamodel)
        return [Line(values=row, shape=shape) for row in asked.read(self.statement, **_values(asked.params))]


def result_of(name: str, params: dict[str, Any], answer: Answer, shape: Shape) -> Result:
    """An answer as a result like any other."""
    rows: list[AnalysisRow] = [
        Line.model_construct(values=dict(zip(answer.columns, row, strict=True)), shape=shape) for row in answer.rows
    ]
    return Result(name, params, shape.columns, rows, {"rows": len(rows)} | ({CUT: True} if answer.more else {}))


def question_of(query: Query) -> Question:
    """The question a file of the library asks."""
    declared = {
        "name": query.name.rpartition("/")[2],
        "statement": query,
        "group": Group[str(query.front_matter.get("group", "own")).upper()],
        "parameters": parameters_of(query),
        "__doc__": query.front_matter["question"]["en"],
    }
    made = cast("type[Question]", type("LibraryQuestion", (Question,), declared))
    return made()


def parameters_of(query: Query) -> tuple[Parameter, ...]:
    """The parameters its front matter declares."""
    return tuple(_parameter(name, told) for name, told in query.params.items())


def _parameter(name: str, told: Mapping[str, Any]) -> Parameter:
    kind = told["kind"]
    if kind not in get_args(ParameterKind):
        raise ValueError(f"parameter {name}: {kind} is none of {', '.join(get_args(ParameterKind))}")
    title = Text(*told["title"])
    return Parameter(
        name,
        title,
        Text(*told.get("help", told["title"])),
        kind,
        told.get("default"),
        bool(told.get("required")),
        tuple(told.get("of", ())),
        told.get("low"),
        told.get("high"),
        tuple((word, Text(*texts)) for word, texts in told.get("words", {}).items()),
    )


def _values(params: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.id if isinstance(value, FactRef) else value for name, value in params.items()}
