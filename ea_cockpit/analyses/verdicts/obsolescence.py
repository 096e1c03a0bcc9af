"""Whether an application stands on something out of support: needs its technologies, its hosting, and their ends."""

from __future__ import annotations

from collections.abc import Iterator

from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict, each_once
from ea_cockpit.i18n import Text


class Obsolescence(Verdict):
    """The worst component an application stands on, itself and through its hosting."""

    name = "obsolescence"
    title = Text("Obsoleszenz", "Obsolescence")
    asked_of = "Application"
    reads = {"Technology": ("end_of_life", "lifecycle_slug", "version"), "Hosting": ()}
    follows = ("BUILT_WITH", "HOSTED_ON", "LOCATED_IN")

    def missing(self, row: Row) -> list[Missing]:
        """What it is built with, where it runs, and the ends of life that neither the catalogue nor endoflife knows."""
        found: list[Missing] = [] if row.to("BUILT_WITH") else [(row, "built_with")]
        if not row.to("HOSTED_ON"):
            found.append((row, "hosted_on"))
        technologies = [*row.to("BUILT_WITH"), *(one for host in hosts(row) for one in host.to("BUILT_WITH"))]
        return each_once([*found, *((one, "end_of_life") for one in technologies if not _is_known(one))])


def hosts(row: Row) -> Iterator[Row]:
    """The environments a fact runs on, and those they stand in."""
    seen: set[int] = set()
    front = list(row.to("HOSTED_ON"))
    while front:
        host = front.pop()
        if host.key not in seen:
            seen.add(host.key)
            yield host
            front += host.to("LOCATED_IN")


def _is_known(technology: Row) -> bool:
    """With product and version its end is looked up in the life-cycle data."""
    listed = technology["lifecycle_slug"] is not None and technology["version"] is not None
    return listed or technology["end_of_life"] is not None
