"""The office's own weights and limits for TIME and the four Rs, read from `portfolio.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text

FILE = "portfolio.yaml"
WORST, BEST = 1, 5
"""The ends of the scale all assessments use."""

Mark = Literal["business_value", "functional_fit", "technical_fit"]


class BrokenPortfolioRules(CockpitError):
    """The office's own portfolio.yaml cannot be used."""

    says = Text("{file}, {place}: {fault}", "{file}, {place}: {fault}")
    remedy = Text(
        "Berichtigen Sie die Datei, oder nehmen Sie sie weg: dann gelten die mitgelieferten Gewichte und Grenzen.",
        "Correct the file, or take it away: the shipped weights and limits then hold.",
    )
    exit_status = 2


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Axis(_Strict):
    """One axis: the assessments it is made of with their weights, and from which mean on it is high."""

    weights: dict[Mark, Annotated[float, Field(gt=0, allow_inf_nan=False)]] = Field(min_length=1)
    high_from: float = Field(gt=WORST, le=BEST)

    def score(self, marks: Mapping[str, int | None]) -> Interval:
        """The weighted mean; an assessment that is missing may be anything on the scale."""
        return Interval.mean(((marks.get(name), weight) for name, weight in self.weights.items()), WORST, BEST)

    def high(self, marks: Mapping[str, int | None]) -> bool | None:
        """Whether it is high; None where what is missing could decide it either way."""
        return self.score(marks).reaches(self.high_from)


class Grid(_Strict):
    """Two axes: what the application is worth, and in which condition it is."""

    value: Axis
    fit: Axis


class PortfolioRules(_Strict):
    """Both ways to assess the portfolio."""

    version: str
    time: Grid
    four_rs: Grid


def rules_of(policy: Policy) -> PortfolioRules:
    """The rules in force; a broken own file raises `BrokenPortfolioRules`."""
    file = str(policy.own(FILE) or FILE)
    try:
        return PortfolioRules.model_validate(yaml.safe_load(policy.text(FILE)))
    except yaml.YAMLError as trouble:
        mark = getattr(trouble, "problem_mark", None)
        place = Text(f"Zeile {mark.line + 1}", f"line {mark.line + 1}") if mark else Text("Aufbau", "structure")
        fault = Text("kein gültiges YAML.", "no valid YAML.")
        raise BrokenPortfolioRules(file=file, place=place, fault=fault) from None
    except UnicodeDecodeError:
        fault = Text("kein Text in UTF-8.", "no text in UTF-8.")
        raise BrokenPortfolioRules(file=file, place=Text("Aufbau", "structure"), fault=fault) from None
    except ValidationError as trouble:
        first = trouble.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "[key]")
        place = Text(where, where) if where else Text("Aufbau", "structure")
        raise BrokenPortfolioRules(file=file, place=place, fault=_fault(first["type"], first["msg"])) from None


_FAULTS = {
    "missing": Text("Die Angabe fehlt.", "It is missing."),
    "extra_forbidden": Text("Diese Angabe gibt es hier nicht.", "There is no such entry here."),
    "literal_error": Text(
        "Es gibt nur business_value, functional_fit und technical_fit.",
        "There are only business_value, functional_fit and technical_fit.",
    ),
    "greater_than": Text(
        "Die Zahl ist zu klein: ein Gewicht ist grösser als 0, eine Grenze grösser als 1.",
        "The number is too small: a weight is above 0, a limit above 1.",
    ),
    "less_than_equal": Text("Die Grenze liegt über 5.", "The limit is above 5."),
    "too_short": Text("Es braucht mindestens ein Gewicht.", "It takes at least one weight."),
}


def _fault(kind: str, message: str) -> Text:
    return _FAULTS.get(kind, Text(f"Das passt hier nicht ({message}).", f"It does not fit ({message})."))
