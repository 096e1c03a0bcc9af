"""The steps of a scenario in words."""

from __future__ import annotations

from collections.abc import Sequence

from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import FactType, Link

_SHOWN = 3


def listed(facts: Sequence[FactRef]) -> str:
    """The first few by name, and how many more there are."""
    names = ", ".join(fact.title for fact in facts[:_SHOWN])
    return names + (f" (+{len(facts) - _SHOWN})" if len(facts) > _SHOWN else "")


def retire(facts: Sequence[FactRef]) -> Text:
    """Facts go."""
    return Text(f"Fällt weg: {listed(facts)}", f"Retire: {listed(facts)}")


def merge(members: Sequence[FactRef], target: FactRef) -> Text:
    """Facts become part of another."""
    return Text(f"Zusammenlegen: {listed(members)} → {target.title}", f"Merge: {listed(members)} → {target.title}")


def move(facts: Sequence[FactRef], to: FactRef) -> Text:
    """Facts run elsewhere."""
    return Text(f"Umzug nach {to.title}: {listed(facts)}", f"Move to {to.title}: {listed(facts)}")


def replace(old: FactRef, new: FactRef, count: int) -> Text:
    """A technology takes the place of another."""
    return Text(
        f"Technologie {old.title} → {new.title} ({count} Einträge)",
        f"Technology {old.title} → {new.title} ({count} entries)",
    )


def add(kind: FactType, fact: FactRef) -> Text:
    """A fact comes."""
    return Text(f"Neu: {kind.title.de} {fact.title}", f"New: {kind.title.en} {fact.title}")


def change(fact: FactRef, titles: Sequence[Text]) -> Text:
    """Fields of a fact change."""
    return Text(
        f"{fact.title}: {', '.join(one.de for one in titles)} geändert",
        f"{fact.title}: {', '.join(one.en for one in titles)} changed",
    )


def link(fact: FactRef, link: Link, ends: Sequence[FactRef], *, comes: bool) -> Text:
    """A link comes or goes."""
    mark = "+" if comes else "−"
    return Text(
        f"{fact.title} – {link.title.de}: {mark} {listed(ends)}",
        f"{fact.title} – {link.title.en}: {mark} {listed(ends)}",
    )
