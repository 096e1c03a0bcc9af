"""What ties a fact of each type to the landscape: without any of these it is an orphan.

One line a type: the relationships that give it a purpose, whichever way the arrow runs, and those that only say who
answers for it. Types that are not named here (units, processes, reviews ...) are never orphans by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bonds:
    """What gives a type its purpose, and what only says who answers for it."""

    purpose: tuple[str, ...]
    owner: tuple[str, ...] = ()


BONDS: dict[str, Bonds] = {
    "Application": Bonds(
        (
            "USED_BY", "SUPPORTS", "USES", "REALISED_BY", "PROVIDES", "CONSUMED_BY", "RUNS_OVER", "HOLDS",
            "DEPENDS_ON", "PART_OF", "LED_BY", "HAS_STANDARD_SOLUTION",
        ),
        ("OWNED_BY",),
    ),
    "DataStore": Bonds(("HOLDS", "PROVIDES", "CONSUMED_BY")),
    "DataObject": Bonds(("CONTAINS", "CARRIES", "READS", "WRITES", "LED_BY", "PART_OF"), ("DEFINED_BY",)),
    "Interface": Bonds(("PROVIDES", "CONSUMED_BY"), ("RUNS_OVER", "CARRIES")),
    "Hosting": Bonds(("HOSTED_ON", "LOCATED_IN"), ("OPERATED_BY",)),
    "Technology": Bonds(("BUILT_WITH", "INTRODUCES", "APPLIES_TO", "SUCCEEDED_BY"), ("SUPPLIED_BY",)),
    "Supplier": Bonds(("SUPPLIED_BY", "OPERATED_BY")),
    "BusinessCapability": Bonds(("SUPPORTS", "REALISES", "PART_OF", "HAS_STANDARD_SOLUTION", "AFFECTS", "APPLIES_TO")),
    "BusinessProcess": Bonds(("USES", "REALISES", "REALISED_BY", "READS", "WRITES", "PART_OF"), ("OWNED_BY",)),
    "Service": Bonds(("REALISED_BY",), ("OFFERED_BY",)),
}  # fmt: skip


def rules() -> list[list[str | list[str]]]:
    """The table as the statement takes it."""
    return [[label, list(bonds.purpose), list(bonds.owner)] for label, bonds in BONDS.items()]
