"""What can be wrong with the parameters of an analysis, each with the way out.

CockpitError
└── WrongParameter           2  a parameter that does not fit the analysis
    ├── UnknownParameter        the analysis has none of that name
    ├── MissingParameter        one it cannot do without
    ├── BadValue                not a number, out of range, not a word of the list
    ├── UnknownFact             no fact has that id
    └── AmbiguousFact           facts of several types have that id
"""

from __future__ import annotations

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text


class WrongParameter(CockpitError):
    """A parameter that does not fit the analysis."""

    exit_status = 2


class UnknownAnalysis(WrongParameter):
    """No analysis has that name."""

    says = Text("Die Auswertung {name} gibt es nicht.", "There is no analysis {name}.")
    remedy = Text("Es gibt: {known}.", "There are: {known}.")


class UnknownParameter(WrongParameter):
    """The analysis has no parameter of that name."""

    says = Text(
        "Die Auswertung {analysis} kennt keinen Parameter {name}.", "The analysis {analysis} has no parameter {name}."
    )
    remedy = Text("Sie kennt: {known}.", "It has: {known}.")


class MissingParameter(WrongParameter):
    """A parameter the analysis cannot do without."""

    says = Text(
        "Der Auswertung {analysis} fehlt der Parameter {name}.", "The analysis {analysis} lacks the parameter {name}."
    )
    remedy = Text("Geben Sie ihn an: {help}", "Name it: {help}")


class BadValue(WrongParameter):
    """A value the parameter does not take."""

    says = Text("{name}: «{value}» ist kein gültiger Wert.", "{name}: “{value}” is no valid value.")
    remedy = Text("Erlaubt ist: {allowed}.", "Allowed: {allowed}.")


class UnknownFact(WrongParameter):
    """No fact the parameter may name has that id."""

    says = Text(
        "{name}: «{value}» ist kein bekannter Eintrag ({targets}).", "{name}: “{value}” is no known fact ({targets})."
    )
    remedy = Text(
        "Prüfen Sie die ID im Katalog; mit dem Typ davor wird sie eindeutig, zum Beispiel Applikation:APP-1.",
        "Check the id in the catalogue; the type before it makes it clear, for example Application:APP-1.",
    )


class AmbiguousFact(WrongParameter):
    """Facts of several types have that id."""

    says = Text("{name}: «{value}» steht für mehrere Einträge.", "{name}: “{value}” stands for several facts.")
    remedy = Text("Geben Sie einen davon an: {found}.", "Name one of them: {found}.")
