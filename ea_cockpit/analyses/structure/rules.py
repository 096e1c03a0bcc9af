"""The forms of the office's own rule files for the analyses of structure."""

from __future__ import annotations

from pydantic import Field

from ea_cockpit.analyses.policy_file import BrokenPolicyFile, PolicyForm
from ea_cockpit.analyses.policy_file import read_policy as rule_file
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.hosting import AvailabilityClass

__all__ = ["BrokenRuleFile", "OfficeHeadings", "RecoveryClasses", "rule_file"]


class BrokenRuleFile(BrokenPolicyFile):
    """A rule of a rule file that has the right form and still cannot be used; `what` says why."""

    says = Text("{file}, {place}: {what}", "{file}, {place}: {what}")


class OfficeHeadings(PolicyForm):
    """Headings of custom attributes that name an office."""

    headings: tuple[str, ...]


class RecoveryClasses(PolicyForm):
    """In how many hours a hosting of each availability class is up again."""

    hours: dict[AvailabilityClass, float] = Field(min_length=1)
