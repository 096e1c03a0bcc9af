"""Entries nothing refers to and that refer to nothing that matters, and interfaces that lack a side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.structure.bonds import BONDS, rules
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.metamodel import Link, Metamodel
from ea_cockpit.model.values import Choice


class OrphanKind(Choice):
    """How an entry is alone."""

    ALONE = "alone", "Ohne jeden Bezug", "No links at all"
    OWNED_ONLY = "owned_only", "Ohne Zweck", "Without a purpose"
    ONE_SIDED = "one_sided", "Eine Seite fehlt", "One side is missing"


class Orphan(AboutFact):
    """One entry without links that matter."""

    kind: OrphanKind = result(("Art", "Kind"), ("Was fehlt.", "What is missing."), ...)
    open: tuple[str, ...] = result(
        ("Offene Verweise", "Open references"),
        ("Was der Eintrag nennt, der Katalog aber nicht kennt.", "What it names and the catalogue does not know."),
        (),
    )
    reason: Text = result(("Begründung", "Reason"), ("Warum der Eintrag hier steht.", "Why it is listed."), ...)


class Orphans(Analysis):
    """All entries that hang on nothing."""

    name = "orphans"
    topic = Topic.STRUCTURE
    row = Orphan
    helpers = ("owned", "missing")
    worked_out = ("kind", "reason")
    figures: ClassVar[dict[str, Text]] = {
        "by_kind": Text("Nach Art", "By kind"),
        "by_label": Text("Nach Typ", "By type"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each entry, by type."""
        rows = asked.read(self.query, rules=rules())
        return [*sorted((_row(row, asked.metamodel) for row in rows), key=lambda row: (row.label, row.kind, row.id))]

    def summary(self, rows: Sequence[Orphan]) -> dict[str, Any]:
        """How many of each kind and type."""
        return {
            "by_kind": {word.value: count for word, count in Counter(row.kind for row in rows).items()},
            "by_label": dict(sorted(Counter(row.label for row in rows).items())),
        }


def _row(row: dict[str, Any], metamodel: Metamodel) -> Orphan:
    kind = (
        OrphanKind.ONE_SIDED if row["missing"]
        else OrphanKind.OWNED_ONLY if row["owned"] else OrphanKind.ALONE
    )  # fmt: skip
    named = tuple(text.partition("=")[2] for text in row["open"])
    return Orphan(
        label=row["label"], id=row["id"], name=row["name"], kind=kind, open=named,
        reason=_reason(kind, row["label"], row["missing"], metamodel),
    )  # fmt: skip


def _reason(kind: OrphanKind, label: str, missing: str | None, metamodel: Metamodel) -> Text:
    if kind is OrphanKind.ONE_SIDED:
        side = metamodel[label].by_name[missing or ""].title
        return Text(f"Die Seite «{side.de}» ist nicht bekannt.", f"The side «{side.en}» is not known.")
    searched = {lang: ", ".join(_titles(label, lang, metamodel, BONDS[label].purpose)) for lang in LANGS}
    if kind is OrphanKind.OWNED_ONLY:
        known = {lang: ", ".join(_titles(label, lang, metamodel, BONDS[label].owner)) for lang in LANGS}
        return Text(
            f"Nur erfasst: {known['de']}. Keine Beziehung zeigt, wozu es dient (gesucht: {searched['de']}).",
            f"Recorded is only: {known['en']}. No link says what it is for (looked for: {searched['en']}).",
        )
    return Text(
        f"Keine dieser Beziehungen ist erfasst: {searched['de']}.",
        f"None of these links is recorded: {searched['en']}.",
    )


def _titles(label: str, lang: Any, metamodel: Metamodel, wanted: tuple[str, ...]) -> list[str]:
    """What the links that were looked for are called, seen from this type."""
    own = [link.title.in_(lang) for link in metamodel[label].links if link.relationship in wanted]
    others: list[Link] = [link for link in metamodel.links_to(label) if link.relationship in wanted]
    return list(dict.fromkeys([*own, *(link.inverse.in_(lang) for link in others)]))
