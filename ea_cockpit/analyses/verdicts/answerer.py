"""Who can answer a question: the office, and the function in charge of the subject."""

from __future__ import annotations

from ea_cockpit.analyses.verdicts.verdict import Row
from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Section
from ea_cockpit.model.metamodel import Column, Link

_IT_SECTIONS = (Section.TECHNOLOGY, Section.COST, Section.LIFECYCLE)
_IT_FIELDS = ("technical_fit", "encrypted", "jurisdiction")
_FUNCTION = {
    True: Text("IT-Verantwortung", "IT owner"),
    False: Text("Fachverantwortung", "business owner"),
}
_NAMED = Text("{function}: {name}", "{function}: {name}")


def home(row: Row) -> Row:
    """The application a fact belongs to, through which it has an office; itself where there is none."""
    for relationship in ("PROVIDES", "HOLDS"):
        for other in row.of(relationship):
            return other if other.label == "Application" else home(other)
    return row


def office_of(row: Row) -> Row | None:
    """The unit that answers for a fact: its owner, the owner of its application, or who runs it."""
    found = home(row).to("OWNED_BY") or [one for one in row.to("OPERATED_BY") if one.label == "OrganisationUnit"]
    return found[0] if found else None


def is_below(unit: Row | None, office: str) -> bool:
    """Whether a unit is this office or below it."""
    seen: set[int] = set()
    while unit is not None and id(unit) not in seen:
        if unit.id == office:
            return True
        seen.add(id(unit))
        unit = next(iter(unit.to("BELONGS_TO")), None)
    return False


def who(row: Row, field: Column | Link) -> Text:
    """The function that can answer, by its name where the catalogue has it."""
    is_it = field.name in _IT_FIELDS or field.section in _IT_SECTIONS
    function = _FUNCTION[is_it]
    name = home(row)["it_owner" if is_it else "business_owner"]
    return _NAMED.format(function=function, name=name) if name else function
