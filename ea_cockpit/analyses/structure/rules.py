"""The office's own rule files for the analyses of structure: read, checked, and faults told with their place."""

from __future__ import annotations

from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.hosting import AvailabilityClass


class BrokenRuleFile(CockpitError):
    """A rule file that does not say what it must."""

    exit_status = 2
    says = Text("{file}, {place}: {what}", "{file}, {place}: {what}")
    remedy = Text(
        "Berichtigen Sie die Datei, oder löschen Sie sie, damit die mitgelieferte gilt.",
        "Correct the file, or delete it so that the shipped one holds.",
    )


class OfficeHeadings(BaseModel):
    """Headings of custom attributes that name an office."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    headings: tuple[str, ...]


class RecoveryClasses(BaseModel):
    """In how many hours a hosting of each availability class is up again."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    hours: dict[AvailabilityClass, float] = Field(min_length=1)


RuleFile = TypeVar("RuleFile", bound=BaseModel)


def rule_file(policy: Policy, name: str, kind: type[RuleFile]) -> RuleFile:
    """The file in force, as it is meant; a broken own one raises a `BrokenRuleFile`."""
    try:
        return kind.model_validate(yaml.safe_load(policy.text(name)))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = f"{mark.line + 1}" if mark else "1"
        raise BrokenRuleFile(file=name, place=line, what=str(getattr(fault, "problem", fault))) from None
    except (ValidationError, UnicodeDecodeError) as fault:
        first = fault.errors()[0] if isinstance(fault, ValidationError) else {"loc": (), "msg": str(fault)}
        place = ".".join(map(str, first["loc"])) or "1"
        raise BrokenRuleFile(file=name, place=place, what=first["msg"]) from None
