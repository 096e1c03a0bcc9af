"""What can speak against once only, in words: the finding, its evidence, the way out."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice


class OnceOnlyFault(Choice):
    """What speaks against once only."""

    WITHOUT_LEADER = "without_leader", "Kein führendes System", "No leading system"
    SEVERAL_LEADERS = "several_leaders", "Mehrere führende Systeme", "Several leading systems"
    LEADER_NOT_IN_OPERATION = (
        "leader_not_in_operation", "Führendes System nicht in Betrieb", "Leading system not in operation"
    )  # fmt: skip
    LEADER_HOLDS_NONE = "leader_holds_none", "Führendes System hält es nicht", "Leading system holds none of it"
    REDUNDANT = "redundant", "Mehrfach gehalten", "Held several times"
    NOT_FED = "not_fed", "Kopie nicht gespeist", "Copy not fed"
    FEED_UNKNOWN = "feed_unknown", "Speisung unklar", "Feed unknown"


REMEDIES = {
    OnceOnlyFault.WITHOUT_LEADER: Text(
        "Ein führendes System bestimmen und beim Datenobjekt eintragen.",
        "Name a leading system and record it with the data object.",
    ),
    OnceOnlyFault.SEVERAL_LEADERS: Text(
        "Entscheiden, welches Register gilt; die anderen werden gespeiste Kopien oder fallen weg.",
        "Decide which register counts; the others become copies that are fed, or go.",
    ),
    OnceOnlyFault.LEADER_NOT_IN_OPERATION: Text(
        "Die Nachfolge als führendes System eintragen oder den Status berichtigen.",
        "Record its successor as leading system, or correct its status.",
    ),
    OnceOnlyFault.LEADER_HOLDS_NONE: Text(
        "Den Datenbestand des führenden Systems erfassen oder ein anderes System bestimmen.",
        "Record the leading system's data store, or name another system.",
    ),
    OnceOnlyFault.REDUNDANT: Text(
        "Für jede Kopie klären, ob sie nötig ist; sonst über eine Schnittstelle beim führenden System nachfragen.",
        "Clarify for each copy whether it is needed; else ask the leading system over an interface.",
    ),
    OnceOnlyFault.NOT_FED: Text(
        "Die Kopie vom führenden System speisen oder aufgeben; eine vorhandene Schnittstelle erfassen.",
        "Feed the copy from the leading system or give it up; record an interface that exists.",
    ),
    OnceOnlyFault.FEED_UNKNOWN: Text(
        "Bei diesen Schnittstellen erfassen, welche Datenobjekte sie übertragen.",
        "Record with these interfaces which data objects they carry.",
    ),
}
_EVIDENCE = {
    OnceOnlyFault.WITHOUT_LEADER: Text(
        "{thing} nennt kein führendes System; es liegt in {apps}.",
        "{thing} names no leading system; it lies in {apps}.",
    ),
    OnceOnlyFault.SEVERAL_LEADERS: Text(
        "Ein Register zu {thing} halten {apps}: {stores}; eingetragen als führend ist {leader}.",
        "A register of {thing} is held by {apps}: {stores}; recorded as leading is {leader}.",
    ),
    OnceOnlyFault.LEADER_NOT_IN_OPERATION: Text(
        "{leader} führt {thing}, ist aber geplant oder ausser Betrieb.",
        "{leader} leads {thing} but is planned or retired.",
    ),
    OnceOnlyFault.LEADER_HOLDS_NONE: Text(
        "{leader} führt {thing}, aber keiner seiner Datenbestände enthält es.",
        "{leader} leads {thing}, but none of its data stores contains it.",
    ),
    OnceOnlyFault.REDUNDANT: Text("{thing} liegt in {apps}: {stores}.", "{thing} lies in {apps}: {stores}."),
    OnceOnlyFault.NOT_FED: Text(
        "{apps} hält {thing} in {stores}; keine Kette von Schnittstellen in Betrieb führt von {leader} dorthin.",
        "{apps} holds {thing} in {stores}; no chain of interfaces in operation leads there from {leader}.",
    ),
    OnceOnlyFault.FEED_UNKNOWN: Text(
        "{apps} hält {thing} in {stores}; von {leader} führt keine bekannte Kette dorthin, aber bei {silent} "
        "Schnittstellen dorthin ist nicht erfasst, was sie übertragen.",
        "{apps} holds {thing} in {stores}; no known chain leads there from {leader}, but for {silent} interfaces "
        "into it nothing says what they carry.",
    ),
}
_FROM_OTHERS = Text(" Gespeist wird es von {others}.", " It is fed by {others}.")
_NOWHERE = Text(
    "{thing} nennt kein führendes System; es liegt in keinem erfassten Datenbestand.",
    "{thing} names no leading system; it lies in no data store on record.",
)
Names = tuple[str, str]


def evidence(
    fault: OnceOnlyFault, thing: str, leader: str, apps: Names, stores: Names, others: Names, silent: int
) -> Text:
    """What shows it, with names; names in a row come in German and English."""
    text = _NOWHERE if fault is OnceOnlyFault.WITHOUT_LEADER and not apps[0] else _EVIDENCE[fault]
    more = _FROM_OTHERS if others[0] else Text("", "")

    def told(sentence: str, place: int) -> str:
        return sentence.format(
            thing=thing, leader=leader, apps=apps[place], stores=stores[place], others=others[place], silent=silent
        )

    return Text(told(text.de + more.de, 0), told(text.en + more.en, 1))
