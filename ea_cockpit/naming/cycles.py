"""Which release cycles a version can mean: «SQL Server 2016» without its service pack, «Keycloak 26» as a whole."""

from __future__ import annotations

import re

from ea_cockpit.naming.lifecycle import Cycle, Knowledge, joined
from ea_cockpit.naming.products import ProductMatch


def cycles_meant(match: ProductMatch, known: Knowledge) -> tuple[Cycle, ...]:
    """All cycles the version found can mean, as the data have them; none where no version is named or none fits."""
    product = known.products[match.slug]
    if match.cycle is None:
        return tuple(one for one in product.cycles if match.version and _within(one.cycle, match.version))
    pack = re.compile(rf"{re.escape(match.cycle)}-sp\d+")
    return tuple(
        one
        for one in product.cycles
        if one.cycle == match.cycle
        or (match.exact and (pack.fullmatch(one.cycle) or _finer(one.cycle, match.version, match.cycle)))
    )


def _within(cycle: str, version: str) -> bool:
    """Whether a cycle is one of those a coarser version stands for: 8.19 of 8, 11-24h2-e of 11."""
    plain = joined(cycle.replace("-", " "))
    return plain.startswith(f"{version}.") or cycle.startswith(f"{version}-")


def _finer(cycle: str, version: str, found: str) -> bool:
    """Whether the version was written shorter than the cycle it was found as (26 for 26.0), so that others fit, too."""
    return found == f"{version}.0" and re.fullmatch(rf"{re.escape(version)}\.\d+", cycle) is not None
