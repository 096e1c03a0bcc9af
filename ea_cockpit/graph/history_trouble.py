"""What can be wrong with a wish about the past, each with its way out.

CockpitError
├── UnknownRun AlreadyUndone NotRecorded UnknownFactType   2  the wish does not fit
└── StandsInTheWay                                         1  later imports build on the one to undo
"""

from __future__ import annotations

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text


class UnknownRun(CockpitError):
    """There is no import of that number."""

    says = Text("Einen Import {run} gibt es nicht.", "There is no import {run}.")
    remedy = Text("«ea-cockpit log» zeigt, welche es gibt.", "'ea-cockpit log' shows which there are.")
    exit_status = 2


class AlreadyUndone(CockpitError):
    """The import was undone before."""

    says = Text("Import {run} ist schon rückgängig gemacht, am {at}.", "Import {run} was undone before, on {at}.")
    remedy = Text(
        "Es ist nichts zu tun; importieren Sie die Datei noch einmal, wenn ihre Angaben doch gelten sollen.",
        "There is nothing to do; import the file again if what it says is to count after all.",
    )
    exit_status = 2


class NotRecorded(CockpitError):
    """The import is older than the record of changes."""

    says = Text(
        "Von Import {run} ist nicht aufgezeichnet, was er geändert hat: Er stammt aus einer älteren Version.",
        "What import {run} changed was not recorded: an older version of the cockpit made it.",
    )
    remedy = Text(
        "Hinter diesen Import führt kein Weg zurück; wählen Sie einen Stand nach ihm oder eine Sicherung.",
        "There is no way back behind this import; choose a state after it, or a backup.",
    )
    exit_status = 2


class UnknownFactType(CockpitError):
    """What was recorded speaks of a fact type or a link that is not declared now."""

    says = Text(
        "Die Aufzeichnung spricht von «{name}», das im Metamodell nicht vorkommt.",
        "The record speaks of '{name}', which the metamodel does not know.",
    )
    remedy = Text(
        "Nennen Sie das Modul, das es beschreibt, in EA_COCKPIT_FACT_MODULES.",
        "Name the module that declares it in EA_COCKPIT_FACT_MODULES.",
    )
    exit_status = 2


class StandsInTheWay(CockpitError):
    """Later imports changed the same, or build on what this one brought."""

    says = Text(
        "Import {run} lässt sich nicht rückgängig machen, denn spätere Importe bauen darauf auf: {why}.",
        "Import {run} cannot be undone, for later imports build on it: {why}.",
    )
    remedy = Text(
        "Machen Sie zuerst diese rückgängig, den neusten zuerst: {later}.",
        "Undo these first, the latest first: {later}.",
    )
