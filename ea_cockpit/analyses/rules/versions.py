"""Versions of products as they can be compared: 12.2, 19c, 2012 R2."""

from __future__ import annotations

import re

_PART = re.compile(r"\d+|[a-z]+")


def compare(version: str, limit: str) -> int | None:
    """Whether a version is below (-1), within (0) or above (1) a limit; None where the two cannot be compared.

    Only as many parts count as the limit has: 12.2 and 12c are within 12, and 12 is below 12.2.
    """
    mine, wanted = _PART.findall(version.casefold()), _PART.findall(limit.casefold())
    if not mine or not wanted:
        return None
    for place, part in enumerate(wanted):
        own = mine[place] if place < len(mine) else "0"
        if own.isdigit() != part.isdigit():
            # 2012 comes before its R2; a name and a number have no order.
            return -1 if place >= len(mine) else None
        one, other = (int(own), int(part)) if part.isdigit() else (own, part)
        if one != other:
            return -1 if one < other else 1  # type: ignore[operator]
    return 0
