"""How long an office may keep personal data: its rule file, the shipped one an example."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import PolicyForm, read_policy
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.data_store import DataStoreKind

FILE = "retention.yaml"


class Because(PolicyForm):
    """Where a limit comes from."""

    de: str
    en: str

    @property
    def text(self) -> Text:
        """In both languages."""
        return Text(self.de, self.en)


class Limit(PolicyForm):
    """The longest retention of stores with such data."""

    personal_data: Literal["personal", "sensitive"]
    years: float = Field(gt=0)
    because: Because


class RetentionRules(PolicyForm):
    """All limits, and the kinds of store that have none."""

    version: str
    limits: tuple[Limit, ...]
    without_limit: tuple[DataStoreKind, ...] = ()

    def limit(self, personal: str | None, kind: str | None) -> Limit | None:
        """The limit for a store, if it has one."""
        if kind in [word.value for word in self.without_limit]:
            return None
        return next((limit for limit in self.limits if limit.personal_data == personal), None)


def retention_rules(policy: Policy) -> RetentionRules:
    """The rules in force; a broken own file is told with its place."""
    return read_policy(policy, FILE, RetentionRules)
