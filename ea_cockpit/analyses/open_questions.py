"""The missing answers that would settle most verdicts: the next questionnaire, with who could fill it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as slot
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.portfolio.applications import OFFICE
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.analyses.verdicts import verdicts
from ea_cockpit.analyses.verdicts.answerer import is_below, office_of, who
from ea_cockpit.analyses.verdicts.landscape import landscape
from ea_cockpit.analyses.verdicts.verdict import Row, Verdict, in_operation
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.metamodel import Column, Link, Metamodel

_COUNTED = Text("{title} ({count})", "{title} ({count})")


class QuestionRow(AboutFact):
    """One question: a field of a fact that has no value."""

    office: str | None = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))
    field: str = result(("Feld (intern)", "Field (internal)"), ("Name des Felds.", "Name of the field."), ...)
    question: Text = result(("Fehlende Angabe", "Missing answer"), ("Das leere Feld.", "The empty field."), ...)
    settles: int = result(
        ("Entscheidet", "Settles"), ("Urteile, die diese Angabe allein entscheidet.", "Verdicts it settles alone."), ...
    )
    helps: int = result(
        ("Hilft bei", "Helps with"),
        ("Urteile, die sie zusammen mit anderen Angaben entscheidet.", "Verdicts it settles together with others."),
        ...,
    )
    verdicts: Text = result(
        ("Urteile", "Verdicts"), ("Um welche Urteile es geht, mit ihrer Zahl.", "Which verdicts, and how many."), ...
    )
    who: Text = result(("Wer antworten kann", "Who can answer"), ("Funktion, kein Personenname.", "A function."), ...)


@dataclass(slots=True)
class _Question:
    """A question while it is counted: which verdicts it settles alone, and with how many it helps."""

    row: Row
    field: str
    settles: Counter[str] = slot(default_factory=Counter)
    helps: Counter[str] = slot(default_factory=Counter)

    @property
    def counts(self) -> tuple[int, int]:
        """Settled alone, settled together with others."""
        return self.settles.total(), self.helps.total()


class OpenQuestions(Analysis):
    """The missing answers, those that settle most first."""

    name = "open_questions"
    topic = Topic.QUALITY
    row = QuestionRow
    parameters = (
        OFFICE,
        Parameter(
            "least",
            Text("Mindestens Urteile", "At least verdicts"),
            Text(
                "Nur Fragen, die so viele Urteile entscheiden oder entscheiden helfen.",
                "Only questions that settle or help to settle this many verdicts.",
            ),
            "integer",
            default=2,
            low=1,
            high=1000,
        ),
    )
    helpers = ("facts",)
    worked_out = tuple(QuestionRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "questions": Text("Fragen", "Questions"),
        "settles": Text("Urteile, die eine Angabe allein entscheidet", "Verdicts one answer settles alone"),
        "offices": Text("Ämter", "Offices"),
        "by_field": Text("Nach Feld", "By field"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each missing answer."""
        needed = verdicts(asked.policy)
        facts = landscape(asked, self.query, needed)
        titles = {verdict.name: verdict.title for verdict in needed}
        found = _least(_count(needed, facts), asked["least"], asked["office"].id if asked["office"] else None)
        rows = (_row(one, titles, asked.metamodel) for one in found if _field(one, asked.metamodel))
        return [*sorted(rows, key=_order)]

    def summary(self, rows: Sequence[QuestionRow]) -> dict[str, Any]:
        """How many questions, and to whom."""
        return {
            "questions": len(rows),
            "settles": sum(row.settles for row in rows),
            "offices": len({row.office for row in rows if row.office}),
            "by_field": dict(Counter(f"{row.label}.{row.field}" for row in rows).most_common(10)),
        }


def _count(needed: Iterable[Verdict], facts: dict[str, list[Row]]) -> Iterable[_Question]:
    questions: dict[tuple[int, str], _Question] = {}
    for verdict in needed:
        for row in facts.get(verdict.asked_of, ()):
            missing = verdict.missing(row) if in_operation(row) else ()
            for asked, name in missing:
                key = (id(asked), name)
                if key not in questions:
                    questions[key] = _Question(asked, name)
                counted = questions[key].settles if len(missing) == 1 else questions[key].helps
                counted[verdict.name] += 1
    return questions.values()


def _least(questions: Iterable[_Question], least: int, office: str | None) -> Iterable[_Question]:
    for one in questions:
        if sum(one.counts) >= least and (office is None or is_below(office_of(one.row), office)):
            yield one


def _field(one: _Question, metamodel: Metamodel) -> Column | Link | None:
    return metamodel[one.row.label].by_name.get(one.field) if one.row.label in metamodel else None


def _row(one: _Question, titles: dict[str, Text], metamodel: Metamodel) -> QuestionRow:
    row, unit = one.row, office_of(one.row)
    of = metamodel[row.label].by_name[one.field]
    settles, helps = one.counts
    counted = (_COUNTED.format(title=titles[name], count=n) for name, n in (one.settles + one.helps).most_common())
    return QuestionRow(
        label=row.label, id=row.id, name=row.name, office=(unit.name or unit.id) if unit else None, field=one.field,
        question=of.title, settles=settles, helps=helps, verdicts=_joined([*counted]), who=who(row, of),
    )  # fmt: skip


def _joined(texts: Sequence[Text]) -> Text:
    return Text(*(", ".join(text.in_(lang) for text in texts) for lang in LANGS))


def _order(row: QuestionRow) -> tuple[int, int, str, str, str, str]:
    return -row.settles, -row.helps, row.office or "", row.label, row.id, row.field
