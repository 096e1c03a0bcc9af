"""Weaknesses told apart, one module each, found by itself: `KIND`, `RULE` (German), `tell(draft)`.

`tell` gives the entries of truth.json, each with a `reason`. `plant(draft)`, if there is one, puts some in on purpose;
it takes its chances from `dice(draft, KIND)`, so that no other part of the sample changes with it.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Iterator
from types import ModuleType

from ea_cockpit.sample.draft import Draft


def kinds() -> Iterator[ModuleType]:
    """All modules of this folder, by name."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        yield importlib.import_module(f"{__name__}.{module.name}")


def plant_all(draft: Draft) -> None:
    """Put in what the modules put in."""
    for module in kinds():
        if plant := getattr(module, "plant", None):
            plant(draft)


def dice(draft: Draft, kind: str) -> random.Random:
    """The chances of one kind: the same for the same canton, and apart from all others."""
    return random.Random(f"{draft.seed}:{draft.size}:{kind}")  # noqa: S311  repeatable on purpose
