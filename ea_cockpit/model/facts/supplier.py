"""Suppliers: who delivers applications, technologies and operation."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, column, titles
from ea_cockpit.model.values import Choice, OptionalText


class SupplierKind(Choice):
    """What a supplier mainly delivers."""

    VENDOR = "vendor", "Hersteller", "Vendor", "Softwarehersteller"
    INTEGRATOR = "integrator", "Integrator", "Integrator", "Dienstleister"
    OPERATOR = "operator", "Betreiber", "Operator", "Provider"
    PUBLIC = "public", "Öffentliche Hand", "Public body", "Verbund"
    COMMUNITY = "community", "Open-Source-Gemeinschaft", "Open source community", "Open Source"


class Supplier(Fact):
    """A firm or body that delivers software, technology or operation."""

    titles = titles("Lieferant", "Lieferanten", "Supplier", "Suppliers")
    explains = Text("Firmen und Stellen, die liefern oder betreiben.", "Firms and bodies that deliver or operate.")
    prefix = "LF"
    look = Look("#8A5A2B", "rectangle")

    country: OptionalText = column(
        ("Land", "Country"), ("Sitz, als Länderkürzel.", "Seat, as a country code."), example="CH"
    )
    kind: SupplierKind | None = column(
        ("Art", "Kind"), ("Was vor allem geliefert wird.", "What is mainly delivered."), example="vendor"
    )
