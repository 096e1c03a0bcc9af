"""What a question of the library is about: the groups they are listed in."""

from __future__ import annotations

from enum import Enum

from ea_cockpit.i18n import Text


class Group(Enum):
    """The groups in the order they are shown; front matter names one by its key in small letters."""

    TECHNOLOGY = Text("Technik", "Technology")
    HOSTING = Text("Betrieb", "Operation")
    INTERFACES = Text("Schnittstellen", "Interfaces")
    DATA = Text("Daten und Datenschutz", "Data and data protection")
    COST = Text("Kosten und Verträge", "Cost and contracts")
    LIFECYCLE = Text("Lebenszyklus", "Life cycle")
    ORGANISATION = Text("Organisation und Leistungen", "Organisation and services")
    STANDARDS = Text("Standards und Ausnahmen", "Standards and deviations")
    INITIATIVES = Text("Vorhaben", "Initiatives")
    OWN = Text("Eigene", "Own")
