"""References that were read although they are no id and no name, and those somebody should decide on."""

from __future__ import annotations

from typing import ClassVar

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem, Severity


class NearReference(Problem):
    """A reference in another spelling; it was taken, with the reason, and can be undone."""

    code = "near-reference"
    severity = Severity.HINT
    says = Text(
        "«{value}» in «{heading}» wurde als {name} ({id}) gelesen: {why}.",
        "'{value}' in '{heading}' was read as {name} ({id}): {why}.",
    )
    remedy = Text(
        'Stimmt es nicht, nehmen Sie es zurück mit «ea-cockpit aliases undo "{text}" {id}»; sonst ist nichts zu tun.',
        "If that is wrong, take it back with 'ea-cockpit aliases undo \"{text}\" {id}'; otherwise nothing is to do.",
    )
    example = {
        "Lieferanten": [["ID", "Name"], ["LF-1", "Musterfirma Informatik AG"]],
        "Applikationen": [["ID", "Lieferant"], ["APP-1", "Musterfirma Informatik"]],
    }
    shown_at: ClassVar[str] = "Applikationen!B2"


class ProposedReference(Problem):
    """A reference that looks like entries there are, but not surely enough; it stays open until somebody decides."""

    code = "proposed-reference"
    severity = Severity.WARNING
    says = Text(
        "«{value}» in «{heading}» ist unter {sheet} nicht bekannt; der Verweis bleibt offen. Gemeint sein könnte:"
        " {candidates}.",
        "'{value}' in '{heading}' is not known among {sheet}; the reference stays open. It may mean: {candidates}.",
    )
    remedy = Text(
        'Trifft es zu, nehmen Sie den Vorschlag an mit «ea-cockpit aliases accept "{text}" {id}». Sonst ergänzen Sie'
        " den Eintrag oder korrigieren Sie die ID.",
        "If so, accept the proposal with 'ea-cockpit aliases accept \"{text}\" {id}'. Otherwise add the entry, or"
        " correct the ID.",
    )
    example = {
        "Technologien": [["ID", "Name"], ["TEC-1", "PostgreSQL 15"]],
        "Applikationen": [["ID", "Gebaut mit"], ["APP-1", "PostgreSQL"]],
    }
    shown_at: ClassVar[str] = "Applikationen!B2"
