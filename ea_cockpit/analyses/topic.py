"""What an analysis is about: the groups they are listed in."""

from __future__ import annotations

from enum import Enum

from ea_cockpit.i18n import Text


class Topic(Enum):
    """The groups of analyses, in the order they are shown."""

    STANDARDS = Text("Standards", "Standards")
    LIFECYCLE = Text("Lebenszyklus und Obsoleszenz", "Life cycle and obsolescence")
    CENTRALISATION = Text("Redundanz und Zentralisierung", "Redundancy and centralisation")
    STRUCTURE = Text("Struktur und Risiko", "Structure and risk")
    DATA = Text("Daten und Datenschutz", "Data and data protection")
    PORTFOLIO = Text("Portfolio", "Portfolio")
    QUALITY = Text("Datenqualität und Quellen", "Data quality and sources")
