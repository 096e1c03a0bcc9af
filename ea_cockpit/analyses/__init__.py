"""What it means: one module and one Cypher file per question."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache
from types import ModuleType

from ea_cockpit.analyses.analysis import Analysis
from ea_cockpit.analyses.problems import UnknownAnalysis
from ea_cockpit.analyses.topic import Topic


@cache
def registry() -> dict[str, Analysis]:
    """All analyses by name: every `Analysis` in a module of this folder; dropping one in registers it."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    found = [cls() for module in modules for cls in _analyses_of(module)]
    return {analysis.name: analysis for analysis in sorted(found, key=lambda analysis: analysis.name)}


def by_topic() -> dict[Topic, list[Analysis]]:
    """The analyses in the groups they are shown in."""
    known = registry().values()
    found = {topic: [analysis for analysis in known if analysis.topic is topic] for topic in Topic}
    return {topic: analyses for topic, analyses in found.items() if analyses}


def named(name: str) -> Analysis:
    """The analysis of that name; `UnknownAnalysis` names those there are."""
    known = registry()
    if name not in known:
        raise UnknownAnalysis(name=name, known=", ".join(known))
    return known[name]


def _analyses_of(module: ModuleType) -> list[type[Analysis]]:
    classes = (item for _, item in inspect.getmembers(module, inspect.isclass))
    return [
        cls
        for cls in classes
        if issubclass(cls, Analysis) and cls.__module__ == module.__name__ and not inspect.isabstract(cls)
    ]
