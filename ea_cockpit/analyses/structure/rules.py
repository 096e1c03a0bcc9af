"""The forms of the office's own rule files for the analyses of structure."""

from __future__ import annotations

from pydantic import Field

from ea_cockpit.analyses.policy_file import PolicyForm
from ea_cockpit.model.facts.hosting import AvailabilityClass


class OfficeHeadings(PolicyForm):
    """Headings of custom attributes that name an office."""

    headings: tuple[str, ...]


class RecoveryClasses(PolicyForm):
    """In how many hours a hosting of each availability class is up again."""

    hours: dict[AvailabilityClass, float] = Field(min_length=1)
