"""What an analysis asks for: parameters, and how a value given on a page or a command line becomes one it can use."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ea_cockpit.analyses.problems import AmbiguousFact, BadValue, MissingParameter, UnknownFact, UnknownParameter
from ea_cockpit.graph.catalogue import FactRef, Reader, find
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.metamodel import Metamodel

ParameterKind = Literal["fact", "integer", "number", "choice", "text", "date"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing an analysis asks for.

    `targets` are the labels a fact may have (none: any), `low` and `high` bound an integer,
    `choices` are the words of a choice, each with its text; for a choice without words any label of a fact type.
    A date that is not given is today.
    """

    name: str
    title: Text
    help: Text
    kind: ParameterKind
    default: Any = None
    required: bool = False
    targets: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    choices: tuple[tuple[str, Text], ...] = ()

    def words(self, metamodel: Metamodel) -> tuple[tuple[str, Text], ...]:
        """What may be chosen: its own words, else the fact types."""
        return self.choices or tuple((kind.label, kind.plural) for kind in metamodel)

    def labels(self, metamodel: Metamodel) -> tuple[str, ...]:
        """The types of facts that may be named."""
        return self.targets or tuple(kind.label for kind in metamodel)


DAY = Parameter(
    "day",
    Text("Stichtag", "Day"),
    Text("Der Tag, für den die Antwort gilt; sonst heute.", "The day the answer holds for; else today."),
    "date",
)
"""The day of everything that depends on one."""


def settle(
    analysis: str, parameters: tuple[Parameter, ...], given: Mapping[str, Any], reader: Reader, metamodel: Metamodel
) -> dict[str, Any]:
    """All parameters with usable values: facts as `FactRef`, numbers as numbers, what was not given by its default."""
    names = [parameter.name for parameter in parameters]
    for name in given:
        if name not in names:
            raise UnknownParameter(analysis=analysis, name=name, known=", ".join(names) or "–")
    settled: dict[str, Any] = {}
    for parameter in parameters:
        value = given.get(parameter.name)
        if value is None or value == "":
            if parameter.required:
                raise MissingParameter(analysis=analysis, name=parameter.name, help=parameter.help)
            settled[parameter.name] = dt.date.today() if parameter.kind == "date" else parameter.default
        else:
            settled[parameter.name] = _SETTLERS[parameter.kind](parameter, value, reader, metamodel)
    return settled


def _integer(parameter: Parameter, value: Any, _reader: Reader, _metamodel: Metamodel) -> int:
    allowed = f"{parameter.low}–{parameter.high}"
    try:
        number = int(str(value))
    except ValueError:
        raise BadValue(name=parameter.title, value=value, allowed=allowed) from None
    if not (parameter.low or 0) <= number <= (parameter.high or number):
        raise BadValue(name=parameter.title, value=value, allowed=allowed)
    return number


def _number(parameter: Parameter, value: Any, _reader: Reader, _metamodel: Metamodel) -> float:
    low, high = parameter.low or 0, parameter.high
    allowed = f"≥ {low}" if high is None else f"{low}–{high}"
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        raise BadValue(name=parameter.title, value=value, allowed=allowed) from None
    # Also refuses «nan», which is neither less nor more than anything.
    if not low <= number <= (number if high is None else high) or math.isinf(number):
        raise BadValue(name=parameter.title, value=value, allowed=allowed)
    return number


def _date(parameter: Parameter, value: Any, _reader: Reader, _metamodel: Metamodel) -> dt.date:
    written = value.isoformat() if isinstance(value, dt.date) else str(value).strip()
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(written, form).date()
        except ValueError:
            continue
    raise BadValue(name=parameter.title, value=value, allowed="2027-12-31, 31.12.2027")


def _choice(parameter: Parameter, value: Any, _reader: Reader, metamodel: Metamodel) -> str:
    words = parameter.words(metamodel)
    wanted = str(value).casefold()
    for word, text in words:
        if wanted in (word.casefold(), text.de.casefold(), text.en.casefold()):
            return word
    raise BadValue(name=parameter.title, value=value, allowed=", ".join(word for word, _ in words))


def _text(_parameter: Parameter, value: Any, _reader: Reader, _metamodel: Metamodel) -> str:
    return str(value)


def _fact(parameter: Parameter, value: Any, reader: Reader, metamodel: Metamodel) -> FactRef:
    written = value.key if isinstance(value, FactRef) else str(value).strip()
    labels = parameter.labels(metamodel)
    found = [ref for ref in find(reader, written, metamodel) if ref.label in labels]
    if not found:
        raise UnknownFact(name=parameter.title, value=written, targets=_searched(labels, metamodel))
    if len(found) > 1:
        raise AmbiguousFact(name=parameter.title, value=written, found=", ".join(ref.key for ref in found))
    return found[0]


def _searched(labels: Sequence[str], metamodel: Metamodel) -> Text:
    """The fact types looked in, in words."""
    if len(labels) == len(metamodel):
        return Text("im ganzen Katalog gesucht", "looked for in the whole catalogue")
    return Text(*(", ".join(metamodel[label].plural.in_(lang) for label in labels) for lang in LANGS))


_SETTLERS: dict[ParameterKind, Callable[[Parameter, Any, Reader, Metamodel], Any]] = {
    "fact": _fact, "integer": _integer, "number": _number, "choice": _choice, "text": _text, "date": _date,
}  # fmt: skip
