"""What can be wrong with a decision table that is well written, each with the way out.

BrokenPolicyFile      4  a rule file that cannot be used
├── Gap                  the table has no row for a case
├── Overlap              two rows hold for one case
├── NeverReached         a row that never decides anything
└── TooWide              more cases than can be gone through
"""

from __future__ import annotations

from ea_cockpit.analyses.policy_file import BrokenPolicyFile
from ea_cockpit.i18n import Text


class Gap(BrokenPolicyFile):
    """The table has no row for a case."""

    says = Text(
        "{file}: Für diesen Fall gibt es keine Zeile: {case}.", "{file}: There is no row for this case: {case}."
    )
    remedy = Text(
        "Ergänzen Sie eine Zeile dafür, oder zuunterst eine ohne Bedingungen (when: {{}}).",
        "Add a row for it, or one without conditions at the bottom (when: {{}}).",
    )


class Overlap(BrokenPolicyFile):
    """Two rows hold for one case."""

    says = Text(
        "{file}: Die Zeilen {rules} treffen im selben Fall zu: {case}.",
        "{file}: The rows {rules} hold for the same case: {case}.",
    )
    remedy = Text(
        "Grenzen Sie die Bedingungen ab, oder schreiben Sie «hit: first», wenn die obere Zeile gelten soll.",
        "Part their conditions, or write “hit: first” if the upper row shall count.",
    )


class NeverReached(BrokenPolicyFile):
    """A row that never decides anything."""

    says = Text(
        "{file}: Die Zeile {rule} kommt nie zum Zug; Zeilen darüber decken alle ihre Fälle ab.",
        "{file}: The row {rule} is never reached; rows above it cover all its cases.",
    )
    remedy = Text("Schieben Sie sie nach oben, oder streichen Sie sie.", "Move it up, or strike it out.")


class TooWide(BrokenPolicyFile):
    """More cases than can be gone through."""

    says = Text(
        "{file}: Die Tabelle unterscheidet {cases} Fälle; geprüft werden können {most}.",
        "{file}: The table tells {cases} cases apart; {most} can be checked.",
    )
    remedy = Text("Brauchen Sie weniger Bedingungen oder weniger Grenzwerte.", "Use fewer conditions or fewer limits.")
