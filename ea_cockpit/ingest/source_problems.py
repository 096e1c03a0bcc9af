"""What can be odd about who says what: sources that differ, and facts a source no longer names."""

from __future__ import annotations

from typing import ClassVar

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem, Severity


class SourcesDiffer(Problem):
    """Two inventories say different things of one fact; the newer statement counts, both are kept."""

    code = "sources-differ"
    severity = Severity.WARNING
    says = Text(
        "«{heading}» von {fact}: hier «{value}», bisher «{before}» (Quelle {other}). Die neue Angabe gilt.",
        "'{heading}' of {fact}: '{value}' here, '{before}' so far (source {other}). The new one counts.",
    )
    remedy = Text(
        "Klären Sie mit beiden Stellen, was gilt; welche Quelle für ein Feld vorgeht, steht in der Einstellung"
        " «precedence». Beide Angaben bleiben beim Eintrag vermerkt.",
        "Settle with both offices which is right; the setting 'precedence' says which source goes before for a field."
        " Both values stay noted with the entry.",
    )
    no_example: ClassVar[Text] = Text(
        "Braucht zwei Importe aus verschiedenen Quellen.", "Takes two imports from different sources."
    )


class NotSeen(Problem):
    """A fact its source used to report and no longer does; it stays until somebody asks to retire it."""

    code = "not-seen"
    severity = Severity.WARNING
    says = Text(
        "{fact} ({type}) steht nicht mehr in der Quelle «{value}»; zuletzt gesehen am {day}. Der Eintrag bleibt.",
        "{fact} ({type}) is no longer in the source '{value}'; last seen on {day}. The entry stays.",
    )
    remedy = Text(
        "Fragen Sie nach; ist er wirklich weg, nimmt ihn der Import mit --retire-missing aus dem Katalog.",
        "Ask the office; if it is really gone, an import with --retire-missing takes it out of the catalogue.",
    )
    no_example: ClassVar[Text] = Text(
        "Braucht einen früheren Import derselben Quelle.", "Takes an earlier import of the same source."
    )


class RowRemoved(Problem):
    """A row that stood in the workbook when it was exported and is gone now; the fact stays until somebody asks."""

    code = "row-removed"
    severity = Severity.WARNING
    says = Text(
        "{fact} ({type}) stand in der exportierten Arbeitsmappe und fehlt jetzt darin. Der Eintrag bleibt.",
        "{fact} ({type}) stood in the workbook when it was exported and is missing now. The entry stays.",
    )
    remedy = Text(
        "Wurde die Zeile mit Absicht gelöscht, nimmt der Import mit --retire-missing den Eintrag aus dem Katalog.",
        "If the row was deleted on purpose, an import with --retire-missing takes the entry out of the catalogue.",
    )
    no_example: ClassVar[Text] = Text(
        "Braucht eine aus dem Katalog exportierte Arbeitsmappe.", "Takes a workbook exported from the catalogue."
    )


class Retired(Problem):
    """A fact that was taken out of the catalogue because its source no longer names it and that was asked for."""

    code = "retired"
    severity = Severity.HINT
    says = Text(
        "{fact} ({type}) fehlt in der Quelle «{value}» und wird aus dem Katalog genommen.",
        "{fact} ({type}) is missing from the source '{value}' and is taken out of the catalogue.",
    )
    remedy = Text(
        "Nichts zu tun; «ea-cockpit undo» nimmt den Import zurück.", "Nothing to do; 'ea-cockpit undo' takes it back."
    )
    no_example: ClassVar[Text] = Text(
        "Braucht einen früheren Import derselben Quelle.", "Takes an earlier import of the same source."
    )


class StillReported(Problem):
    """A fact one source no longer names while another one still does; it is not retired."""

    code = "still-reported"
    severity = Severity.HINT
    says = Text(
        "{fact} ({type}) fehlt in der Quelle «{value}», wird aber noch von {other} geführt; der Eintrag bleibt.",
        "{fact} ({type}) is missing from the source '{value}', but {other} still lists it; the entry stays.",
    )
    remedy = Text("Klären Sie mit beiden Stellen, ob es ihn noch gibt.", "Ask both offices whether it still exists.")
    no_example: ClassVar[Text] = Text(
        "Braucht frühere Importe aus zwei Quellen.", "Takes earlier imports from two sources."
    )
