"""What can be wrong with a query a user brings along, each with the way out.

CockpitError
├── QueryRefused      2  it would write, touch the server, or reach files and other hosts
├── QueryFaulty       2  the server cannot run it, or it lacks parameters
└── QueryTooMuch      1  it took longer or more memory than it may
"""

from __future__ import annotations

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text


class QueryRefused(CockpitError):
    """A query that could do more than read the landscape; it was not run."""

    exit_status = 2


class WriteRefused(QueryRefused):
    """It would change the graph."""

    says = Text(
        "Diese Abfrage würde den Graphen ändern; sie wurde nicht ausgeführt.",
        "This query would change the graph; it was not run.",
    )
    remedy = Text(
        "Abfragen lesen nur: lassen Sie CREATE, MERGE, SET, DELETE und dergleichen weg."
        " Einträge ändern Sie über den Import.",
        "Queries only read: leave out CREATE, MERGE, SET, DELETE and the like. Entries are changed by an import.",
    )


class ServerRefused(QueryRefused):
    """It is about the server: users, passwords, settings, transactions of others, another database."""

    says = Text(
        "Diese Abfrage betrifft den Server, nicht die Landschaft ({what}); sie wurde nicht ausgeführt.",
        "This query is about the server, not about the landscape ({what}); it was not run.",
    )
    remedy = Text(
        "Verwaltung gehört in die Werkzeuge von Neo4j; hier fragen Sie mit MATCH … RETURN.",
        "Administration belongs to the tools of Neo4j; ask here with MATCH … RETURN.",
    )


class LoadRefused(QueryRefused):
    """It would read a file or another host."""

    says = Text(
        "LOAD CSV liest Dateien und andere Rechner; die Abfrage wurde nicht ausgeführt.",
        "LOAD CSV reads files and other hosts; the query was not run.",
    )
    remedy = Text(
        "Bringen Sie Daten mit «ea-cockpit import» in den Graphen und fragen Sie dann danach.",
        "Bring data into the graph with 'ea-cockpit import', then ask for it.",
    )


class ProcedureRefused(QueryRefused):
    """It calls a procedure that does more than read the graph, or that nobody vouches for."""

    says = Text(
        "Die Prozedur {name} ist in Abfragen nicht erlaubt; die Abfrage wurde nicht ausgeführt.",
        "The procedure {name} is not allowed in queries; the query was not run.",
    )
    remedy = Text(
        "Erlaubt sind Prozeduren von Neo4j, die nur den Graphen lesen, zum Beispiel {allowed};"
        " rufen Sie sie ausserhalb von EXISTS, COUNT und COLLECT auf.",
        "Allowed are procedures of Neo4j that only read the graph, for example {allowed};"
        " call them outside of EXISTS, COUNT and COLLECT.",
    )


class PortionsRefused(QueryRefused):
    """It would open transactions of its own."""

    says = Text(
        "CALL … IN TRANSACTIONS ist in Abfragen nicht erlaubt; die Abfrage wurde nicht ausgeführt.",
        "CALL … IN TRANSACTIONS is not allowed in queries; the query was not run.",
    )
    remedy = Text(
        "Lassen Sie IN TRANSACTIONS weg: zum Lesen braucht es das nicht.",
        "Leave out IN TRANSACTIONS: reading does not need it.",
    )


class QueryFaulty(CockpitError):
    """A query the server cannot run: a fault in its text, or in what it reckons."""

    says = Text("{name}: die Abfrage lässt sich nicht ausführen: {why}.", "{name}: the query cannot be run: {why}.")
    remedy = Text(
        "Berichtigen Sie den Text an dieser Stelle; eine Datei enthält genau eine Abfrage, ohne EXPLAIN und PROFILE.",
        "Correct the text there; a file holds exactly one query, without EXPLAIN and PROFILE.",
    )
    exit_status = 2


class OnlyExplained(QueryFaulty):
    """It asks for its plan, not for rows."""

    says = Text(
        "{name}: die Abfrage beginnt mit EXPLAIN und gibt darum keine Zeilen.",
        "{name}: the query begins with EXPLAIN and therefore gives no rows.",
    )
    remedy = Text("Lassen Sie EXPLAIN weg.", "Leave out EXPLAIN.")


class ParametersMissing(QueryFaulty):
    """It needs values nobody gave."""

    says = Text("{name}: es fehlen Werte für {missing}.", "{name}: values are missing for {missing}.")
    remedy = Text("Geben Sie sie an: {example}", "Name them: {example}")


class QueryTooMuch(CockpitError):
    """A query that takes more than it may have."""


class TookTooLong(QueryTooMuch):
    """It was ended by the time limit."""

    says = Text(
        "{name}: die Abfrage wurde nach {seconds} Sekunden abgebrochen.",
        "{name}: the query was ended after {seconds} seconds.",
    )
    remedy = Text(
        "Verbinden Sie alle Muster miteinander (sonst paart die Datenbank alles mit allem),"
        " schränken Sie mit WHERE ein oder geben Sie mit --timeout mehr Zeit.",
        "Connect all patterns with each other (else the database pairs everything with everything),"
        " narrow them with WHERE, or give more time with --timeout.",
    )


class TookTooMuchMemory(QueryTooMuch):
    """It needed more memory than the server gives one query."""

    says = Text(
        "{name}: die Abfrage braucht mehr Arbeitsspeicher, als der Server einer Abfrage gibt.",
        "{name}: the query needs more memory than the server gives one query.",
    )
    remedy = Text(
        "Sammeln Sie weniger auf einmal (collect, ORDER BY, DISTINCT) oder schränken Sie mit WHERE ein.",
        "Collect less at once (collect, ORDER BY, DISTINCT), or narrow it with WHERE.",
    )


class ValueUnreadable(QueryTooMuch):
    """A value that cannot be shown, for example a year after 9999."""

    says = Text("{name}: ein Wert lässt sich nicht lesen: {why}", "{name}: a value cannot be read: {why}")
    remedy = Text("Geben Sie ihn als Text zurück: RETURN toString(…).", "Return it as text: RETURN toString(…).")
