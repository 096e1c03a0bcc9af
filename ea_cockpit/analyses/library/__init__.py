"""The library of questions: every file in `cypher/library/` is one, found by itself, in the groups it is shown in."""

from __future__ import annotations

from functools import cache

from ea_cockpit.analyses.library.group import Group
from ea_cockpit.analyses.library.question import Question, question_of
from ea_cockpit.analyses.problems import WrongParameter
from ea_cockpit.graph.queries import load, names
from ea_cockpit.i18n import Text

FOLDER = "library"


class UnknownQuestion(WrongParameter):
    """The library has no question of that name."""

    says = Text("Die Abfrage {name} gibt es nicht.", "There is no query {name}.")
    remedy = Text(
        "«ea-cockpit query» listet alle auf; eine eigene Datei endet auf .cypher.",
        "'ea-cockpit query' lists them all; a file of your own ends in .cypher.",
    )


@cache
def library() -> dict[str, Question]:
    """All questions by name."""
    found = [question_of(load(name)) for name in names(FOLDER)]
    return {question.name: question for question in found}


def by_group() -> dict[Group, list[Question]]:
    """The questions in the groups they are shown in, by title."""
    known = sorted(library().values(), key=lambda question: question.title.de)
    found = {group: [question for question in known if question.group is group] for group in Group}
    return {group: questions for group, questions in found.items() if questions}


def question(name: str) -> Question:
    """The question of that name."""
    known = library()
    if name not in known:
        raise UnknownQuestion(name=name)
    return known[name]
