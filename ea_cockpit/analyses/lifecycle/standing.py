"""How an application stands by what it stands on: its worst component, the path to it, and what is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ea_cockpit.analyses.lifecycle.stack import Gap, Stack, Via
from ea_cockpit.analyses.lifecycle.support import RANK, UNCLEAR, Support, SupportStatus
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice

_SHOWN = 3


class Standing(Choice):
    """How an application stands, the worst first; what is not known comes before what is fine."""

    OUT = "out_of_support", "Ohne Support", "Out of support"
    EXTENDED = "extended_support", "Nur bezahlter Support", "Paid support only"
    ENDING = "ending", "Endet bald", "Ending soon"
    UNKNOWN = "unknown", "Unbekannt", "Unknown"
    SECURITY = "security_only", "Nur Sicherheitskorrekturen", "Security fixes only"
    FINE = "fine", "In Ordnung", "Fine"


_OF = {
    SupportStatus.OUT: Standing.OUT, SupportStatus.EXTENDED: Standing.EXTENDED, SupportStatus.ENDING: Standing.ENDING,
    SupportStatus.NO_DATE: Standing.UNKNOWN, SupportStatus.UNMATCHED: Standing.UNKNOWN,
    SupportStatus.SECURITY: Standing.SECURITY, SupportStatus.SUPPORTED: Standing.FINE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an application stands, its worst component with what lies between, and what is not known below it."""

    status: Standing
    worst: Support | None
    via: Via
    unjudged: tuple[Support, ...]
    gaps: tuple[Gap, ...]

    @property
    def named(self) -> tuple[int, ...]:
        """The places in the graph whose names are shown."""
        return (*self.via, *(gap.node for gap in self.gaps if gap.node is not None))

    def path(self, names: Mapping[int, str]) -> Text | None:
        """What lies between the application and its worst component."""
        if self.worst is None:
            return None
        steps = " → ".join(names[node] for node in self.via)
        return Text(steps, steps) if steps else Text("direkt", "directly")

    def unclear(self, names: Mapping[int, str]) -> Text | None:
        """What is not known below the application, in a few words."""
        said = [
            Text(f"{one.technology.title}: {one.status.text.de}", f"{one.technology.title}: {one.status.text.en}")
            for one in self.unjudged
        ]
        said += [_gap(gap, names) for gap in self.gaps]
        if not said:
            return None
        more = f"; … (+{len(said) - _SHOWN})" if len(said) > _SHOWN else ""
        shown = said[:_SHOWN]
        return Text("; ".join(one.de for one in shown) + more, "; ".join(one.en for one in shown) + more)


Order = Mapping[int, tuple[int, str]]
"""For each technology its place by status and end, worst first, and its id."""


def badness(supports: Mapping[int, Support]) -> Order:
    """The order in which components are worse than others; those that end alike share a place."""
    ends = {node: (RANK[one.status], one.end_of_life or dt.date.max) for node, one in supports.items()}
    places = {end: place for place, end in enumerate(sorted(set(ends.values())))}
    return {node: (places[ends[node]], one.technology.id) for node, one in supports.items()}


def stand(application: int, stack: Stack, supports: Mapping[int, Support], order: Order) -> Verdict:
    """How an application stands; fine only where every component below it is recorded and known."""
    gaps = tuple(stack.gaps(application))
    unjudged: dict[int, Support] = {}
    worst: Support | None = None
    via: Via = ()
    least: tuple[int, int, str] | None = None
    for path, node in stack.below(application):
        one = supports[node]
        if one.status in UNCLEAR:
            unjudged[node] = one
            continue
        place, id_ = order[node]
        # The worst status first, then the earliest end, then the shortest path.
        key = (place, len(path), id_)
        if least is None or key < least:
            worst, via, least = one, path, key
    status = _OF[worst.status] if worst else Standing.UNKNOWN
    if (unjudged or gaps) and status in (Standing.SECURITY, Standing.FINE):
        status = Standing.UNKNOWN
    if status is Standing.UNKNOWN:
        worst, via = None, ()
    return Verdict(status, worst, via, tuple(unjudged.values()), gaps)


def _gap(gap: Gap, names: Mapping[int, str]) -> Text:
    if gap.node is None:
        return gap.kind
    return Text(f"{gap.kind.de}: {names[gap.node]}", f"{gap.kind.en}: {names[gap.node]}")
