"""Verdicts the cockpit reaches, one module each, found by itself: which answers each of them still needs.

A module holds a class derived from `Verdict`: dropping the file in makes `open_questions` ask for its answers.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.verdicts.verdict import Verdict


def verdicts(policy: Policy) -> list[Verdict]:
    """All verdicts of this folder by name, with the office's own rules."""
    return sorted((cls(policy) for cls in _classes()), key=lambda verdict: verdict.name)


def _classes() -> Iterator[type[Verdict]]:
    for module in pkgutil.iter_modules(__path__):
        found = importlib.import_module(f"{__name__}.{module.name}")
        for _, cls in inspect.getmembers(found, inspect.isclass):
            if issubclass(cls, Verdict) and cls.__module__ == found.__name__ and not inspect.isabstract(cls):
                yield cls
