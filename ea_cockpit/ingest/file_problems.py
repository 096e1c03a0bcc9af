"""Files that cannot be read at all, told as problems; there is one for every `UnreadableInput` of `tabular/`."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

from ea_cockpit import tabular
from ea_cockpit.errors import CockpitError, UnreadableInput
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.ingest.problem import Place, Problem


class UnreadableFile(Problem):
    """A file among several that could not be read; the others were."""

    no_example = Text("Die Datei selbst lässt sich nicht lesen.", "The file itself cannot be read.")

    def message(self, lang: Lang) -> str:
        """The error's own sentence, which names the file."""
        return self.sentence(lang)

    def _filled(self, text: Text, lang: Lang) -> str:
        return text.format(**self.values).in_(lang)


def file_problem(error: CockpitError) -> Problem:
    """The problem that says what this error says; the file is the one it names."""
    return kind_of(type(error))(Place(str(error.values.get("file", ""))), values=dict(error.values))


_MADE: dict[str, type[Problem]] = {}


def kind_of(error: type[CockpitError]) -> type[Problem]:
    """The kind of problem of a kind of error: its own `code` or its name, its sentence, remedy and example."""
    code = code_of(error)
    if code in _MADE:
        return _MADE[code]
    own: dict[str, Any] = {
        "__doc__": error.__doc__, "__module__": __name__, "code": code, "says": error.says,
        "remedy": error.remedy,
    }  # fmt: skip
    shown = {name: getattr(error, name) for name in ("example", "shown_at", "no_example") if hasattr(error, name)}
    return _MADE.setdefault(code, type(error.__name__, (UnreadableFile,), own | shown))


def code_of(error: type[CockpitError]) -> str:
    """The code of a kind of error: `BrokenWorkbook` is broken-workbook."""
    return str(error.__dict__.get("code") or re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", error.__name__).lower())


def unreadable_kinds() -> Iterator[type[Problem]]:
    """All of them; a new error class in `tabular/` is found by being there."""
    for module in pkgutil.iter_modules(tabular.__path__):
        importlib.import_module(f"{tabular.__name__}.{module.name}")
    for error in _below(UnreadableInput):
        if error.__module__.startswith(f"{tabular.__name__}.") and "says" in error.__dict__:
            yield kind_of(error)


def _below(base: type[CockpitError]) -> Iterator[type[CockpitError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _below(kind)


KINDS = tuple(unreadable_kinds())
