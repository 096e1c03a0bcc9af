"""What can be wrong on the way of sensitive data, in words: the finding, its evidence, the way out."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice


class SensitiveFault(Choice):
    """What is wrong, or not known, on the way of sensitive data."""

    ABROAD = "abroad", "Ausserhalb der Schweiz", "Outside Switzerland"
    UNENCRYPTED = "unencrypted", "Unverschlüsselt", "Not encrypted"
    SAID_LESS = "said_less", "Zu tief eingestuft", "Rated too low"
    LOWER_NEED = "lower_need", "Vertraulichkeit tiefer als an der Quelle", "Confidentiality lower than at the source"
    FLOW_UNKNOWN = "flow_unknown", "Fluss unbekannt", "Flow unknown"
    JURISDICTION_UNKNOWN = "jurisdiction_unknown", "Rechtsraum unbekannt", "Jurisdiction unknown"
    ENCRYPTION_UNKNOWN = "encryption_unknown", "Verschlüsselung unbekannt", "Encryption unknown"
    PROTECTION_UNKNOWN = "protection_unknown", "Schutz unbekannt", "Protection unknown"
    UNRATED = "unrated", "Nicht eingestuft", "Not rated"


EVIDENCE = {
    SensitiveFault.ABROAD: Text("{what} liegt auf {where}.", "{what} lies on {where}."),
    SensitiveFault.UNENCRYPTED: Text("{what} wird unverschlüsselt übertragen.", "{what} is transferred in the clear."),
    SensitiveFault.SAID_LESS: Text("{what}; hier gilt aber: {where}.", "{what}; but here it says: {where}."),
    SensitiveFault.LOWER_NEED: Text("{what}; hier gilt: {where}.", "{what}; here it says: {where}."),
    SensitiveFault.FLOW_UNKNOWN: Text(
        "Was die Schnittstelle überträgt, ist nicht erfasst; ihr Lieferant hat {what}.",
        "What the interface carries is not recorded; its provider has {what}.",
    ),
    SensitiveFault.JURISDICTION_UNKNOWN: Text(
        "{what}; unter welchem Recht es liegt, ist nicht erfasst ({where}).",
        "{what}; under whose law it lies is not recorded ({where}).",
    ),
    SensitiveFault.ENCRYPTION_UNKNOWN: Text(
        "{what} wird übertragen; ob verschlüsselt, ist nicht erfasst.",
        "{what} is transferred; whether encrypted is not recorded.",
    ),
    SensitiveFault.PROTECTION_UNKNOWN: Text(
        "{what}; nicht vollständig erfasst: {where}.", "{what}; not all recorded: {where}."
    ),
    SensitiveFault.UNRATED: Text(
        "Weder das Datenobjekt noch seine Datenbestände noch das führende System sagen etwas zu Personendaten.",
        "Neither the data object nor its data stores nor its leading system say anything of personal data.",
    ),
}
REMEDIES = {
    SensitiveFault.ABROAD: Text(
        "Den Fluss anhalten oder in die Schweiz verlegen; sonst Rechtsgrundlage und Ausnahme belegen.",
        "Stop the flow or move it to Switzerland; else give the legal basis and the deviation.",
    ),
    SensitiveFault.UNENCRYPTED: Text(
        "Die Übertragung verschlüsseln, zum Beispiel HTTPS oder SFTP.", "Encrypt the transfer, for example HTTPS, SFTP."
    ),
    SensitiveFault.SAID_LESS: Text(
        "Die Einstufung berichtigen und den Schutz anheben, oder die Daten dort entfernen.",
        "Correct the rating and raise the protection, or remove the data there.",
    ),
    SensitiveFault.LOWER_NEED: Text(
        "Den Schutz beim Empfänger anheben oder nur liefern, was er braucht.",
        "Raise the protection at the receiver, or deliver only what it needs.",
    ),
    SensitiveFault.FLOW_UNKNOWN: Text(
        "Bei der Schnittstelle die übertragenen Datenobjekte erfassen.",
        "Record with the interface which data objects it carries.",
    ),
    SensitiveFault.JURISDICTION_UNKNOWN: Text(
        "Betriebsumgebung und ihren Rechtsraum erfassen.", "Record the hosting and its jurisdiction."
    ),
    SensitiveFault.ENCRYPTION_UNKNOWN: Text(
        "Bei der Schnittstelle erfassen, ob sie verschlüsselt.", "Record with the interface whether it encrypts."
    ),
    SensitiveFault.PROTECTION_UNKNOWN: Text("Die fehlenden Angaben erfragen.", "Ask for what is missing."),
    SensitiveFault.UNRATED: Text(
        "Das Datenobjekt klassifizieren und in einer Spalte «Personendaten» einstufen.",
        "Classify the data object and rate it in a column “Personal data”.",
    ),
}
