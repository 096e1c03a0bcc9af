"""Data stores that could be published: what speaks for it, what against, and what is missing to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.data.open_data import OpenDataVerdict, Store, criteria, score, verdict
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import LANGS, Lang, Text

_MARKED = Text("als Kandidat vorgemerkt", "marked as a candidate")
_BY_RULE = Text("nach Regel: keine Personendaten, öffentlich", "by rule: no personal data, public")


class OpenDataCandidate(AboutFact):
    """One data store that is marked, or that may fit by rule."""

    verdict: OpenDataVerdict = result(
        ("Urteil", "Verdict"), ("Was Personendaten und Klassifizierung entscheiden.", "What the rule settles."), ...
    )
    office: str | None = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))
    because: Text = result(("Warum hier", "Why here"), ("Vorgemerkt oder nach Regel.", "Marked, or by rule."), ...)
    criteria: Interval = result(
        ("Kriterien erfüllt", "Criteria met"),
        ("Von vieren: keine Personendaten, öffentlich, führend, mehrere Ämter.", "Of four: no personal data, …"),
        ...,
    )
    offices: int = result(("Ämter", "Offices"), ("Wie viele Ämter damit arbeiten.", "How many offices use it."), ...)
    against: Text = result(("Dagegen", "Against"), ("Was dagegen spricht.", "What speaks against it."), ...)
    missing: Text = result(("Es fehlt", "Missing"), ("Was zum Entscheid fehlt.", "What is missing to decide."), ...)
    published: bool | None = result(
        ("Schon öffentlich", "Already public"),
        ("Ob eine haltende Applikation im öffentlichen Katalog steht.", "Whether its application is in the catalogue."),
    )


class OpenDataCandidates(Analysis):
    """Data stores worth publishing."""

    name = "open_data_candidates"
    topic = Topic.DATA
    row = OpenDataCandidate
    helpers = ("stores",)
    worked_out = (
        "label", "id", "name", "verdict", "office", "because", "criteria", "offices", "against", "missing", "published",
    )  # fmt: skip
    figures: ClassVar[dict[str, Text]] = {verdict.value: verdict.text for verdict in OpenDataVerdict}

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each store, those that fit first, the most useful of them at the top."""
        rows = [_row(Store._make(row)) for row in asked.read(self.query)[0]["stores"]]
        order = list(OpenDataVerdict)
        return [*sorted(rows, key=lambda row: (order.index(row.verdict), -row.criteria.low, -row.offices, row.id))]

    def summary(self, rows: Sequence[OpenDataCandidate]) -> dict[str, Any]:
        """How many fit, are undecided, do not fit."""
        count = Counter(row.verdict for row in rows)
        return {verdict.value: count[verdict] for verdict in OpenDataVerdict}


def _row(store: Store) -> OpenDataCandidate:
    asked = criteria(store)

    def listed(lang: Lang, known: bool | None) -> str:
        return "; ".join(
            (one.against if known is False else one.missing).in_(lang) for one in asked if one.met is known
        )

    return OpenDataCandidate.model_construct(
        label="DataStore", id=store.id, name=store.name, verdict=verdict(asked), office=store.office,
        because=_MARKED if store.marked else _BY_RULE, criteria=score(asked), offices=len(store.offices),
        against=Text(*(listed(lang, False) for lang in LANGS)), missing=Text(*(listed(lang, None) for lang in LANGS)),
        published=store.published,
    )  # fmt: skip
