"""Whether a data store could be published: criteria met, not met or not known, and the verdict they settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from ea_cockpit.analyses.interval import Interval
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice


class OpenDataVerdict(Choice):
    """What the criteria settle."""

    FIT = "fit", "Geeignet", "Fit"
    UNDECIDED = "undecided", "Unentschieden", "Undecided"
    UNFIT = "unfit", "Ungeeignet", "Not fit"


class Store(NamedTuple):
    """A data store; holders as (id, name, published, owners, users), things as (id, name, classification, leaders)."""

    id: str
    name: str
    personal: str | None
    classification: str | None
    marked: bool | None
    holders: list[list[Any]]
    things: list[list[Any]]

    @property
    def office(self) -> str | None:
        """Who answers for it."""
        return next((owner for holder in self.holders for owner in holder[3]), None)

    @property
    def offices(self) -> list[str]:
        """All units that own or use an application that holds it."""
        return sorted({unit for holder in self.holders for unit in (*holder[3], *holder[4])})

    @property
    def published(self) -> bool | None:
        """Whether an application that holds it already stands in the public catalogue."""
        said = {holder[2] for holder in self.holders}
        return True if True in said else None if None in said or not said else False


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing asked for: whether it is so (None: not known), whether the verdict hangs on it, and both sentences."""

    met: bool | None
    decides: bool
    against: Text
    missing: Text


_PERSONAL = Text("enthält Personendaten", "holds personal data"), Text("Personendaten", "personal data")
_SECRET = (
    Text("ist nicht öffentlich klassifiziert", "is not classified public"),
    Text("Klassifizierung", "classification"),
)
_COPY = (
    Text("ist nur eine Kopie, kein führendes System hält ihn", "is a mere copy, no leading system holds it"),
    Text("führendes System der Datenobjekte", "leading system of the data objects"),
)
_ALONE = Text("nur ein Amt nutzt ihn", "only one office uses it"), Text("nutzende Ämter", "offices that use it")


def criteria(store: Store) -> tuple[Criterion, ...]:
    """What is asked of a store, what decides first."""
    secret = [f"«{thing[1]}» ({thing[0]})" for thing in store.things if thing[2] not in (None, "public")]
    inside = Text(f"enthält {', '.join(secret)}, nicht öffentlich", f"contains {', '.join(secret)}, not public")
    public = None if store.classification is None else store.classification == "public"
    return (
        Criterion(None if store.personal is None else store.personal == "none", True, *_PERSONAL),
        Criterion(public and not secret, True, inside if public and secret else _SECRET[0], _SECRET[1]),
        Criterion(_leads(store), False, *_COPY),
        Criterion(len(store.offices) > 1 if store.offices else None, False, *_ALONE),
    )


def _leads(store: Store) -> bool | None:
    """Whether the leading system of what it contains holds it; unknown where nothing says who leads."""
    leaders = {leader for thing in store.things for leader in thing[3]}
    return None if not leaders else any(holder[0] in leaders for holder in store.holders)


def verdict(asked: tuple[Criterion, ...]) -> OpenDataVerdict:
    """Not fit as soon as one that decides speaks against it; fit once all of those are met."""
    deciding = [criterion.met for criterion in asked if criterion.decides]
    if False in deciding:
        return OpenDataVerdict.UNFIT
    return OpenDataVerdict.UNDECIDED if None in deciding else OpenDataVerdict.FIT


def score(asked: tuple[Criterion, ...]) -> Interval:
    """How many of the criteria are met: from what is known to what is possible."""
    low = sum(criterion.met is True for criterion in asked)
    known = sum(criterion.met is not None for criterion in asked)
    return Interval(low, low + len(asked) - known, known, len(asked))
