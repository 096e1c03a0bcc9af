"""Who can answer a question: the function in charge of the subject."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Section
from ea_cockpit.model.metamodel import Column, Link

_IT_SECTIONS = (Section.TECHNOLOGY, Section.COST, Section.LIFECYCLE)
_IT_FIELDS = ("technical_fit", "encrypted", "jurisdiction")
_FUNCTION = {True: Text("IT-Verantwortung", "IT owner"), False: Text("Fachverantwortung", "Business owner")}
_NAMED = Text("{function}: {name}", "{function}: {name}")


def who(field: Column | Link, business_owner: str | None, it_owner: str | None) -> Text:
    """The function that can answer, by its name where the catalogue has it."""
    is_it = field.name in _IT_FIELDS or field.section in _IT_SECTIONS
    name = it_owner if is_it else business_owner
    return _NAMED.format(function=_FUNCTION[is_it], name=name) if name else _FUNCTION[is_it]
