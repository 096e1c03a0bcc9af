"""The fact types, one file each; dropping a file in registers it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable
from types import ModuleType

from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Metamodel

# The order people meet the sheets in: who, what for, with what, on what, by which rules. Others follow by name.
_ORDER = (
    "OrganisationUnit", "BusinessCapability", "BusinessProcess", "Service", "Application", "Interface", "DataStore",
    "DataObject", "Hosting", "Technology", "Standard", "Supplier", "Initiative", "Deviation", "Review",
)  # fmt: skip


def standard_metamodel(more: Iterable[str] = ()) -> Metamodel:
    """All fact types of this folder, and those of the modules named in `more` (an office's own)."""
    modules = [importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    modules += [importlib.import_module(name) for name in more]
    found = {cls.__name__: cls for module in modules for cls in _facts_of(module)}
    rank = {label: place for place, label in enumerate(_ORDER)}
    return Metamodel(sorted(found.values(), key=lambda cls: (rank.get(cls.__name__, len(rank)), cls.__name__)))


def _facts_of(module: ModuleType) -> list[type[Fact]]:
    classes = (item for _, item in inspect.getmembers(module, inspect.isclass))
    return [cls for cls in classes if issubclass(cls, Fact) and cls.__module__ == module.__name__]
