"""The problems of a workbook that comes back: changed on both sides, deleted meanwhile, its hidden sheet damaged."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem, Severity

_NEEDS_GRAPH = Text(
    "Zeigt sich erst am Graphen: die Mappe muss aus ihm exportiert worden sein.",
    "Shows only with the graph: the workbook must have been exported from it.",
)


class Conflict(Problem):
    """A cell was changed in the workbook and in the graph since the export, differently."""

    code = "conflict"
    says = Text(
        "«{heading}» von {fact} ist auf beiden Seiten geändert: exportiert {base}, in der Datei {theirs}, hier {ours}.",
        "'{heading}' of {fact} was changed on both sides: exported {base}, in the file {theirs}, here {ours}.",
    )
    remedy = Text(
        "Entscheiden Sie: im Cockpit Zelle für Zelle, mit --decisions DATEI, oder mit --theirs (die Datei gilt) oder"
        " --ours (der Graph gilt) für alle.",
        "Decide: cell by cell in the cockpit, with --decisions FILE, or for all with --theirs (the file counts) or"
        " --ours (the graph counts).",
    )
    no_example = _NEEDS_GRAPH


class DeletedHere(Problem):
    """A row nobody touched whose entry was deleted from the graph since the export; it is not brought back."""

    code = "deleted-here"
    severity = Severity.HINT
    says = Text(
        "{fact} wurde seit dem Export hier gelöscht; die unveränderte Zeile bringt den Eintrag nicht zurück.",
        "{fact} was deleted here since the export; the unchanged row does not bring it back.",
    )
    remedy = Text(
        "Nichts zu tun; soll der Eintrag wieder erscheinen, ändern Sie eine Angabe oder geben Sie ihm eine neue ID.",
        "Nothing to do; to have the entry again, change one of its values or give it a new ID.",
    )
    no_example = _NEEDS_GRAPH


class BaselineDamaged(Problem):
    """The hidden sheet that says what was exported was edited or cut; each difference is asked."""

    code = "baseline-damaged"
    severity = Severity.WARNING
    says = Text(
        "Das versteckte Blatt mit dem Stand beim Export ist beschädigt; was hier schon erfasst ist und anders in der"
        " Datei steht, wird als Konflikt gefragt.",
        "The hidden sheet with the state at the export is damaged; what is recorded here and differs in the file is"
        " asked as a conflict.",
    )
    remedy = Text(
        "Entscheiden Sie mit --theirs, --ours oder --decisions, oder tragen Sie alles in einen neuen Export ein.",
        "Decide with --theirs, --ours or --decisions, or carry the changes over to a new export.",
    )
    shown_at = "_EA-Cockpit"
    example = {"_EA-Cockpit": [["EA-Cockpit 1"], ["{}"], ["0"]], "Applikationen": [["ID", "Name"], ["APP-1", "Erste"]]}


class BaselineElsewhere(Problem):
    """The workbook was exported from another graph, or from this one before it was restored."""

    code = "baseline-elsewhere"
    severity = Severity.WARNING
    says = Text(
        "Diese Mappe wurde nicht aus diesem Graphen exportiert; was hier schon erfasst ist und anders in der Datei"
        " steht, wird als Konflikt gefragt.",
        "This workbook was not exported from this graph; what is recorded here and differs in the file is asked as a"
        " conflict.",
    )
    remedy = Text(
        "Entscheiden Sie mit --theirs, --ours oder --decisions; oder exportieren Sie die Mappe hier neu.",
        "Decide with --theirs, --ours or --decisions; or export the workbook here anew.",
    )
    no_example = _NEEDS_GRAPH
