"""A query file of the user's own: front matter is welcome and not needed, values are read as they are written."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.library.line import shape_of
from ea_cockpit.analyses.library.question import result_of
from ea_cockpit.errors import UnreadableInput
from ea_cockpit.graph.queries import Query, own
from ea_cockpit.graph.user_query import UserQueries
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel

SUFFIX = ".cypher"


class UnreadableQuery(UnreadableInput):
    """A query file that is not there or is no text."""

    says = Text("{file}: die Abfrage lässt sich nicht lesen ({why}).", "{file}: the query cannot be read ({why}).")
    remedy = Text(
        "Nennen Sie eine Textdatei in UTF-8, deren Name auf .cypher endet.",
        "Name a text file in UTF-8 whose name ends in .cypher.",
    )


def read_query(file: Path) -> Query:
    """The query in a file."""
    try:
        return own(file.name, file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise UnreadableQuery(file=file, why=fault.strerror or fault) from fault
    except UnicodeDecodeError as fault:
        raise UnreadableQuery(file=file, why="UTF-8") from fault


def title_of(query: Query) -> Text:
    """What it is called: as its front matter says, else like its file."""
    told = query.front_matter.get("title")
    if isinstance(told, Mapping) and {"de", "en"} <= told.keys():
        return Text(str(told["de"]), str(told["en"]))
    return Text(str(told or query.name), str(told or query.name))


def ask_own(query: Query, given: Mapping[str, str], queries: UserQueries, metamodel: Metamodel) -> Result:
    """Its answer; parameters nobody gave take the default of the front matter, if there is one."""
    params = {**_defaults(query), **{name: value_of(text) for name, text in given.items()}}
    answer = queries.ask(query.name, query.text, params)
    told = query.front_matter.get("columns")
    shape = shape_of(answer.columns, told if isinstance(told, Mapping) else {}, metamodel)
    return result_of(query.name, params, answer, shape)


def value_of(text: str) -> Any:
    """A number, a day, a list, true, false or null where it is written like one; else the text itself."""
    for read in (_day, json.loads):
        try:
            return read(text)
        except (ValueError, RecursionError):
            continue
    return text


def _day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%Y-%m-%d").date()


def _defaults(query: Query) -> dict[str, Any]:
    told = query.params.items()
    return {name: item["default"] for name, item in told if isinstance(item, Mapping) and "default" in item}
