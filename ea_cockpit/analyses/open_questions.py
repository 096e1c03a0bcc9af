"""The missing answers that would settle most verdicts: the next questionnaire, with who could fill it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as slot
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.portfolio.applications import OFFICE
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.analyses.verdicts import verdicts
from ea_cockpit.analyses.verdicts.answerer import who
from ea_cockpit.analyses.verdicts.landscape import landscape
from ea_cockpit.analyses.verdicts.verdict import Row, Verdict, in_operation
from ea_cockpit.graph.catalogue import FactRef, owners
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.metamodel import Column, Link, Metamodel

_SHOWN = load("parts/open_questions_shown")
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
    settles: int = 0
    helps: int = 0
    verdicts: dict[str, int] = slot(default_factory=dict)

    def count(self, verdict: str, *, alone: bool) -> None:
        """Note one more verdict."""
        self.verdicts[verdict] = self.verdicts.get(verdict, 0) + 1
        if alone:
            self.settles += 1
        else:
            self.helps += 1

    @property
    def order(self) -> tuple[int, int, str, str, str]:
        """What settles most comes first, then what helps with most."""
        return -self.settles, -self.helps, self.row.label, self.row.id, self.field


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
            default=1,
            low=1,
            high=1000,
        ),
        Parameter(
            "most",
            Text("Höchstens Fragen", "At most questions"),
            Text("So viele Fragen, die wichtigsten zuerst.", "This many questions, the most telling first."),
            "integer",
            default=500,
            low=1,
            high=1_000_000,
        ),
    )
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(QuestionRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "questions": Text("Fragen", "Questions"),
        "settles": Text("Urteile, die eine Angabe allein entscheidet", "Verdicts one answer settles alone"),
        "offices": Text("Ämter", "Offices"),
        "by_field": Text("Nach Feld", "By field"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each missing answer, up to as many as asked for."""
        needed = verdicts(asked.policy)
        found = _count(needed, landscape(asked, self.query, needed))
        mine = _of_office(asked)
        wanted = [
            one for one in found
            if one.settles + one.helps >= asked["least"]
            and (mine is None or (one.row.label, one.row.id) in mine)
            and _field(one, asked.metamodel)
        ]  # fmt: skip
        shown = sorted(wanted, key=lambda one: one.order)[: asked["most"]]
        return [*_rows(shown, {verdict.name: verdict.title for verdict in needed}, asked)]

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
    running = {label: [row for row in rows if in_operation(row)] for label, rows in facts.items()}
    for verdict in needed:
        for row in running.get(verdict.asked_of, ()):
            missing = verdict.missing(row)
            for asked, name in missing:
                one = questions.get((asked.key, name))
                if one is None:
                    one = questions[asked.key, name] = _Question(asked, name)
                one.count(verdict.name, alone=len(missing) == 1)
    return questions.values()


def _of_office(asked: Asked) -> set[tuple[str, str]] | None:
    """What the office asked for answers for itself; None where no office is asked for."""
    if asked["office"] is None:
        return None
    rows = asked.read(load("catalogue/office"), unit=asked["office"].id)
    return {(row["label"], row["id"]) for row in rows if row["own"]}


def _field(one: _Question, metamodel: Metamodel) -> Column | Link | None:
    return metamodel[one.row.label].by_name.get(one.field) if one.row.label in metamodel else None


def _rows(shown: Sequence[_Question], titles: dict[str, Text], asked: Asked) -> Iterator[QuestionRow]:
    told = {row["key"]: row for row in asked.read(_SHOWN, keys=list({one.row.key for one in shown}))}
    whose = owners(asked.reader, {FactRef(one.row.label, one.row.id, None) for one in shown})
    for one in shown:
        fact, of = told[one.row.key], _field(one, asked.metamodel)
        unit = whose.get(f"{one.row.label}:{one.row.id}")
        counted = (_COUNTED.format(title=titles[name], count=n) for name, n in Counter(one.verdicts).most_common())
        if of is not None:
            yield QuestionRow(
                label=one.row.label, id=one.row.id, name=fact["name"], office=unit.name if unit else None,
                field=one.field, question=of.title, settles=one.settles, helps=one.helps,
                verdicts=_joined([*counted]), who=who(of, fact["business_owner"], fact["it_owner"]),
            )  # fmt: skip


def _joined(texts: Sequence[Text]) -> Text:
    return Text(*(", ".join(text.in_(lang) for text in texts) for lang in LANGS))
