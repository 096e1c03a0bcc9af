"""What a rule can speak of: the fields and links of each fact type, and a few things worked out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ea_cockpit.analyses.rules.faults import unknown_word
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.model.protection import PersonalData
from ea_cockpit.model.values import Choice, ValueKind

SUBJECTS = ("Application", "DataStore", "Hosting", "Interface", "DataObject", "Technology")
"""The types a rule can apply to."""

# Everybody has these: where nothing is recorded, the answer is missing. Other links may well be empty.
_ALWAYS = frozenset(
    {"BUILT_WITH", "HOSTED_ON", "CARRIES", "SUPPORTS", "OWNED_BY", "PROVIDES", "CONSUMED_BY", "CONTAINS", "HOLDS",
     "SUPPLIED_BY", "OPERATED_BY"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field whose value a rule can look at."""

    label: str
    name: str
    title: Text
    kind: ValueKind | Literal["version", "slug"]
    choices: type[Choice] | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A link a rule can follow: from facts of `label` to their partners.

    `outgoing` says whether the arrow in the graph starts at them; `always` that everybody has one: none is unknown.
    """

    label: str
    name: str
    title: Text
    relationship: str
    outgoing: bool
    targets: tuple[str, ...]
    always: bool


Term = Field | Relation

_MORE: tuple[Term, ...] = (
    Field("Technology", "product", Text("Produkt", "Product"), "slug"),
    Field("DataObject", "personal_data", Text("Personendaten", "Personal data"), "choice", PersonalData),
    Field("Application", "is_standard_solution", Text("Ist Standardlösung", "Is the standard solution"), "yesno"),
    Relation("Application", "holds", Text("Hält", "Holds"), "HOLDS", True, ("DataStore",), always=False),
    Relation("DataObject", "kept_in", Text("Liegt in", "Kept in"), "CONTAINS", False, ("DataStore",), always=True),
)  # fmt: skip
DERIVED = frozenset((term.label, term.name) for term in _MORE if isinstance(term, Field)) | {
    ("Technology", "version"),
    ("Hosting", "jurisdiction"),
}
"""Fields that are worked out, not only read."""


class Terms:
    """All words rules can use, by fact type."""

    def __init__(self, metamodel: Metamodel) -> None:
        self.metamodel = metamodel
        self._of = {kind.label: _terms(kind) for kind in metamodel}

    def of(self, label: str) -> dict[str, Term]:
        """The words for a type, by name."""
        return self._of[label]

    def term(self, label: str, word: str) -> Term:
        """The term a word means: its name, or its title in either language; a `WrongEntry` names the nearest."""
        known = self._of[label]
        if word in known:
            return known[word]
        wanted = word.strip().casefold()
        for term in known.values():
            if wanted in (term.title.de.casefold(), term.title.en.casefold()):
                return term
        raise unknown_word(word, known)

    def label(self, word: str) -> str:
        """The fact type a word means, among those a rule can apply to."""
        label = self.metamodel.label_of(word)
        if label not in SUBJECTS:
            raise unknown_word(word, SUBJECTS)
        return label

    def title(self, label: str, name: str) -> Text:
        """How people call a term."""
        return self._of[label][name].title


def _terms(kind: FactType) -> dict[str, Term]:
    found: dict[str, Term] = {field.name: _term(kind.label, field) for field in kind.fields}
    return found | {term.name: term for term in _MORE if term.label == kind.label}


def _term(label: str, field: Column | Link) -> Term:
    if isinstance(field, Link):
        always = field.relationship in _ALWAYS
        return Relation(
            label, field.name, field.title, field.relationship, not field.incoming, field.targets, always=always
        )
    made = Field(label, field.name, field.title, field.kind, field.choices)
    return replace(made, kind="version") if field.name == "version" else made
