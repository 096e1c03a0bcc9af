"""What commands share: language, settings, metamodel, the graph with a progress bar, and printing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.local_server import address
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import Lang, Text, translator
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import Settings, load_settings


class Format(str, Enum):  # noqa: UP042  typer shows its values
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"


def language() -> Lang:
    """The language of help and messages; German when the settings cannot be read."""
    try:
        return load_settings().lang
    except CockpitError:
        return "de"


def say(line: str = "") -> None:
    """Print a line for the user."""
    print(line)  # noqa: T201


def note(line: str) -> None:
    """Print a line about the work itself, on standard error, so that it never mixes with results."""
    print(line, file=sys.stderr)  # noqa: T201


def print_json(document: Any) -> None:
    """Print one JSON document and nothing else."""
    say(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def metamodel_of(settings: Settings) -> Metamodel:
    """The fact types in force."""
    return standard_metamodel(settings.fact_modules)


@contextmanager
def open_graph(settings: Settings, metamodel: Metamodel) -> Iterator[GraphStore]:
    """The graph, started if need be, with its schema in place."""
    with bar(settings.lang) as progress:
        where = address(settings, progress)
    with GraphStore(where) as store:
        store.apply_schema(metamodel)
        yield store


class Bar:
    """Draws what long work tells about itself, on standard error and only on a terminal."""

    def __init__(self, progress: Progress, lang: Lang) -> None:
        self.progress, self.lang = progress, lang
        self.task: TaskID | None = None

    def __call__(self, what: Text, done: int = 0, total: int | None = None, /) -> None:
        """One step further."""
        text = what.in_(self.lang)
        if self.task is None:
            self.task = self.progress.add_task(text, total=total, completed=done)
        else:
            self.progress.update(self.task, description=text, total=total, completed=done)


@contextmanager
def bar(lang: Lang) -> Iterator[Bar]:
    """A progress bar that vanishes when the work is done."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield Bar(progress, lang)


_ = translator(language())
