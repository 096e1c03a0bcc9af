"""What can go wrong when somebody decides on an alias."""

from __future__ import annotations

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text


class NothingToUndo(CockpitError):
    """No alias of that spelling is in force or rejected."""

    says = Text(
        "«{text}» ist kein Alias, der zurückgenommen werden könnte.",
        "'{text}' is no alias that could be taken back.",
    )
    remedy = Text("Alle Aliase zeigt: ea-cockpit aliases list", "All aliases are shown by: ea-cockpit aliases list")


class OtherMeaning(CockpitError):
    """The spelling is read as another fact of the same type already."""

    says = Text("«{text}» wird schon als {id} gelesen.", "'{text}' is read as {id} already.")
    remedy = Text(
        'Nehmen Sie das zuerst zurück: ea-cockpit aliases undo "{text}" {id}',
        'Take that back first: ea-cockpit aliases undo "{text}" {id}',
    )


class UnknownTarget(CockpitError):
    """No fact, or several, answer to the id given."""

    says = Text("{id}: {found} Einträge haben diese ID.", "{id}: {found} entries have this ID.")
    remedy = Text(
        "Geben Sie die ID eines Eintrags an, bei mehreren mit der Art davor, zum Beispiel Technologie:TEC-1.",
        "Give the id of one entry, with its type before it if there are several, for example Technology:TEC-1.",
    )
