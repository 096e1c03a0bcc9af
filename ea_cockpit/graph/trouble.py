"""What can go wrong between the user and the graph, each with its way out.

GraphTrouble
├── a server the settings name: UnknownScheme NoPassword Unreachable WrongPassword NotNeo4j5 QueryFailed
├── fetching Neo4j:             NoNetwork JarRefused NoNeo4jHome
├── Java:                       NoJava UnusableJava
├── the disk:                   FolderNotWritable DiskFull
└── the local server:           StartLocked StartFailed AlreadyInUse NoFreePort PasswordLost StopFailed
"""

from __future__ import annotations

from ea_cockpit.errors import GraphTrouble
from ea_cockpit.i18n import Text

_OTHER_WAYS = Text(
    "Es gibt drei Auswege: EA_COCKPIT_MAVEN_MIRROR nennt einen internen Maven-Spiegel; EA_COCKPIT_NEO4J_HOME nennt den"
    " Ordner eines entpackten Neo4j 5; EA_COCKPIT_NEO4J_URI nennt die Adresse eines laufenden Neo4j 5.",
    "There are three ways out: EA_COCKPIT_MAVEN_MIRROR names an internal Maven mirror; EA_COCKPIT_NEO4J_HOME names the"
    " folder of an unpacked Neo4j 5; EA_COCKPIT_NEO4J_URI names the address of a running Neo4j 5.",
)


class UnknownScheme(GraphTrouble):
    """The address in the settings is none the driver understands."""

    says = Text(
        "EA_COCKPIT_NEO4J_URI: «{uri}» ist keine Adresse eines Neo4j.",
        "EA_COCKPIT_NEO4J_URI: '{uri}' is no address of a Neo4j.",
    )
    remedy = Text(
        "Beginnen Sie sie mit einem von {schemes}, zum Beispiel neo4j://localhost:7687.",
        "Begin it with one of {schemes}, for example neo4j://localhost:7687.",
    )


class NoPassword(GraphTrouble):
    """An address is set, its password is not."""

    says = Text("Für {uri} fehlt das Passwort.", "The password for {uri} is missing.")
    remedy = Text("Setzen Sie EA_COCKPIT_NEO4J_PASSWORD.", "Set EA_COCKPIT_NEO4J_PASSWORD.")


class Unreachable(GraphTrouble):
    """Nobody answers at the address."""

    says = Text("Unter {uri} antwortet kein Neo4j: {why}", "No Neo4j answers at {uri}: {why}")
    remedy = Text(
        "Prüfen Sie Adresse, Netz, Firewall und Verschlüsselung (+s, +ssc), und ob der Server läuft;"
        " ohne EA_COCKPIT_NEO4J_URI startet «ea-cockpit graph start» einen lokalen.",
        "Check address, network, firewall and encryption (+s, +ssc), and whether the server runs;"
        " without EA_COCKPIT_NEO4J_URI, 'ea-cockpit graph start' starts a local one.",
    )


class WrongPassword(GraphTrouble):
    """The server refuses user and password."""

    says = Text(
        "{uri} weist Benutzer «{user}» oder sein Passwort zurück.", "{uri} refuses user '{user}' or the password."
    )
    remedy = Text(
        "Prüfen Sie EA_COCKPIT_NEO4J_USER und EA_COCKPIT_NEO4J_PASSWORD;"
        " nach mehreren Fehlversuchen sperrt Neo4j kurz.",
        "Check EA_COCKPIT_NEO4J_USER and EA_COCKPIT_NEO4J_PASSWORD; after several failures Neo4j locks for a moment.",
    )


class NotNeo4j5(GraphTrouble):
    """A server answers, but of another kind or generation."""

    says = Text("{uri} ist {found}, nicht Neo4j 5.", "{uri} is {found}, not Neo4j 5.")
    remedy = Text(
        "Nennen Sie ein Neo4j 5 (empfohlen 5.26) oder lassen Sie EA_COCKPIT_NEO4J_URI weg.",
        "Name a Neo4j 5 (5.26 is recommended) or leave EA_COCKPIT_NEO4J_URI out.",
    )


class NoNetwork(GraphTrouble):
    """Neo4j cannot be fetched from where it is looked for."""

    says = Text(
        "Neo4j lässt sich nicht laden von {source}: {why}",
        "Neo4j cannot be downloaded from {source}: {why}",
    )
    remedy = _OTHER_WAYS


class JarRefused(GraphTrouble):
    """A jar is not the one that was published; it is never run."""

    says = Text(
        "{jar} stimmt auch nach erneutem Laden nicht mit der Prüfsumme (SHA-256) überein und wird nicht ausgeführt.",
        "{jar} does not match its SHA-256 sum, even after another download, and is not run.",
    )
    remedy = Text(
        "Jemand zwischen hier und {source} verändert Dateien: fragen Sie Ihren Netzbetrieb. {ways}",
        "Someone between here and {source} alters files: ask your network team. {ways}",
    )

    def __init__(self, **values: object) -> None:
        super().__init__(ways=_OTHER_WAYS, **values)


class NoNeo4jHome(GraphTrouble):
    """The folder in EA_COCKPIT_NEO4J_HOME holds no Neo4j 5."""

    says = Text("EA_COCKPIT_NEO4J_HOME: {folder} {why}", "EA_COCKPIT_NEO4J_HOME: {folder} {why}")
    remedy = Text(
        "Nennen Sie den Ordner, der nach dem Entpacken von Neo4j Community 5 den Unterordner lib enthält.",
        "Name the folder that holds the folder lib after unpacking Neo4j Community 5.",
    )


class NoJava(GraphTrouble):
    """There is no Java to start Neo4j with."""

    says = Text("Java fehlt: {java} gibt es nicht.", "Java is missing: there is no {java}.")
    remedy = Text(
        "Setzen Sie EA_COCKPIT_JAVA auf das Programm java einer Version 17 oder 21, oder lassen Sie die Variable weg.",
        "Set EA_COCKPIT_JAVA to the program java of a version 17 or 21, or leave the variable out.",
    )


class UnusableJava(GraphTrouble):
    """The Java does not run, or is of a version Neo4j does not run on."""

    says = Text("{java} ist kein brauchbares Java: {why}", "{java} is no usable Java: {why}")
    remedy = NoJava.remedy


class FolderNotWritable(GraphTrouble):
    """The data folder cannot be written."""

    says = Text("{folder} lässt sich nicht beschreiben: {why}", "{folder} cannot be written: {why}")
    remedy = Text(
        "Geben Sie sich Schreibrecht oder nennen Sie mit EA_COCKPIT_DATA_FOLDER einen anderen Ordner.",
        "Grant yourself the right to write, or name another folder in EA_COCKPIT_DATA_FOLDER.",
    )


class DiskFull(GraphTrouble):
    """The disk of the data folder is full."""

    says = Text(
        "Auf dem Datenträger von {folder} sind nur {free} MB frei, nötig sind {need} MB.",
        "The disk of {folder} has only {free} MB left, {need} MB are needed.",
    )
    remedy = Text(
        "Schaffen Sie Platz oder nennen Sie mit EA_COCKPIT_DATA_FOLDER einen Ordner auf einem anderen Datenträger.",
        "Make room, or name a folder on another disk in EA_COCKPIT_DATA_FOLDER.",
    )


class StartLocked(GraphTrouble):
    """Another process has been starting the server for too long."""

    says = Text(
        "Ein anderer Prozess startet die Graph-Datenbank und hält {lock} seit über {seconds} Sekunden.",
        "Another process is starting the graph and has held {lock} for more than {seconds} seconds.",
    )
    remedy = Text(
        "Warten Sie, bis er fertig ist, oder beenden Sie ihn; die Sperre löst sich mit ihm.",
        "Wait until it is done, or end it; the lock goes with it.",
    )


class StartFailed(GraphTrouble):
    """The local server did not come up."""

    says = Text(
        "Die Graph-Datenbank in {home} ist nicht gestartet. Ihre letzten Meldungen:\n{log}\n",
        "The graph in {home} did not start. Its last messages:\n{log}\n",
    )
    remedy = Text(
        "Das ganze Protokoll: {file}. Ist der Inhalt entbehrlich, löschen Sie den Ordner {home} und starten neu.",
        "The whole log is in {file}. If you can do without the content, delete the folder {home} and start again.",
    )


class AlreadyInUse(StartFailed):
    """Another program has the files of the graph open."""

    says = Text(
        "Ein anderes Programm hat die Graph-Datenbank in {home} geöffnet.",
        "Another program has the graph in {home} open.",
    )
    remedy = Text(
        "Beenden Sie das andere Neo4j oder nennen Sie mit EA_COCKPIT_DATA_FOLDER einen anderen Ordner.",
        "End the other Neo4j, or name another folder in EA_COCKPIT_DATA_FOLDER.",
    )


class NoFreePort(GraphTrouble):
    """Each port that was tried was taken by someone else."""

    says = Text("Die Ports {ports} auf 127.0.0.1 sind alle belegt.", "The ports {ports} on 127.0.0.1 are all taken.")
    remedy = Text(
        "Beenden Sie, was sie belegt, und starten Sie erneut mit «ea-cockpit graph start».",
        "End what occupies them and start again with 'ea-cockpit graph start'.",
    )


class PasswordLost(GraphTrouble):
    """A graph is there, but the file with its password is gone or wrong."""

    says = Text(
        "Die Graph-Datenbank in {home} ist vorhanden, ihr Passwort in {file} fehlt oder stimmt nicht.",
        "The graph in {home} is there, its password in {file} is missing or wrong.",
    )
    remedy = Text(
        "Holen Sie die Datei aus der Sicherung zurück; ist der Inhalt entbehrlich, löschen Sie den Ordner {home}.",
        "Restore the file from a backup; if you can do without the content, delete the folder {home}.",
    )


class StopFailed(GraphTrouble):
    """The local server does not end."""

    says = Text("Der Prozess {pid} der Graph-Datenbank endet nicht.", "Process {pid} of the graph does not end.")
    remedy = Text("Beenden Sie den Prozess {pid} von Hand.", "End process {pid} by hand.")


class QueryFailed(GraphTrouble):
    """The server refused or broke off a statement."""

    says = Text("{uri} hat die Abfrage abgebrochen: {why}", "{uri} broke off the query: {why}")
    remedy = Text(
        "Versuchen Sie es noch einmal; bleibt es dabei, zeigt «ea-cockpit graph status» das Protokoll des Servers.",
        "Try again; if it stays so, 'ea-cockpit graph status' names the server's log.",
    )
