"""Finds the partner of each reference: by id, by name, by a spelling recorded or likely; the rest stays open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.likeness import NOTHING, Answer, Likeness, Reading
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.ingest.problems import AmbiguousReference, SelfReference, UnknownReference
from ea_cockpit.ingest.resolve_problems import NearReference, ProposedReference
from ea_cockpit.model.metamodel import Link, Metamodel
from ea_cockpit.naming.score import Candidate


@dataclass(frozen=True, slots=True)
class OpenReference:
    """A reference whose partner is not known (yet)."""

    link: str
    text: str

    def __str__(self) -> str:
        return f"{self.link}={self.text}"

    @classmethod
    def of(cls, kept: str) -> OpenReference:
        """Read back what was kept on the fact."""
        link, _, text = kept.partition("=")
        return cls(link, text)


@dataclass(frozen=True, slots=True)
class Use:
    """A link of a fact that stands there because a text was read as its partner."""

    source: Key
    link: str
    text: str
    reading: Reading


class Index:
    """Facts by id and by name, per label."""

    def __init__(self) -> None:
        self.ids: dict[str, dict[str, str]] = {}
        self.names: dict[str, dict[str, set[str]]] = {}

    def add(self, label: str, id_: str, name: str | None) -> None:
        """Make one fact findable."""
        self.ids.setdefault(label, {})[id_] = id_
        if name:
            self.names.setdefault(label, {}).setdefault(name, set()).add(id_)

    def by_id(self, labels: Iterable[str], text: str) -> list[Key]:
        """Facts with this id."""
        return [(label, text) for label in labels if text in self.ids.get(label, ())]

    def by_name(self, labels: Iterable[str], text: str) -> list[Key]:
        """Facts with this name."""
        return [(label, id_) for label in labels for id_ in sorted(self.names.get(label, {}).get(text, ()))]


class Resolver:
    """Turns the texts of references into keys of facts.

    `uses` are the links it found by a spelling, `proposed` the texts somebody should decide on.
    """

    def __init__(self, metamodel: Metamodel, drafts: Iterable[Draft], reader: Reader, run: int | None = None) -> None:
        self.metamodel, self.reader = metamodel, reader
        self.own, self.graph = Index(), Index()
        self.likeness = Likeness(reader, run)
        for draft in drafts:
            if not draft.extends:
                self.own.add(draft.kind.label, draft.id, draft.values.get("name"))
                self.likeness.know(draft)
        self.known: dict[tuple[tuple[str, ...], str], tuple[list[Key], Answer]] = {}
        self.uses: list[Use] = []
        self.proposed: dict[tuple[str, Key], Candidate] = {}
        self.drafts: list[Draft] = []

    @classmethod
    def on_graph(cls, metamodel: Metamodel, texts: Iterable[str], reader: Reader, run: int | None = None) -> Resolver:
        """A resolver that knows what the graph holds under these texts.

        With `run`, spellings are only looked for among what that run brought.
        """
        resolver = cls(metamodel, (), reader, run)
        resolver._look_up({plain for text in texts for plain in (text, text.partition(":")[2].strip()) if plain})
        return resolver

    def resolve(self, drafts: Iterable[Draft]) -> list[Problem]:
        """Fill `partners` and `open` of every draft; returns what could not be found or is unclear."""
        self.drafts = list(drafts)
        self._ask_graph(self.drafts)
        return [problem for draft in self.drafts for problem in self._resolve(draft)]

    def find(self, link: Link, text: str) -> list[Key]:
        """All facts a text may mean: an id in the files, in the graph, `Type:id`, then a name, then a spelling."""
        return self._find(link, text)[0]

    def note_use(self, source: Key, link: Link, text: str) -> None:
        """Remember that a link is made because of a spelling, if it is."""
        reading = self._find(link, text)[1].taken
        if reading:
            self.uses.append(Use(source, link.name, text, reading))

    def note_proposals(self, source: Key, link: Link, text: str) -> list[Candidate]:
        """Remember what a reference that stays open may mean; returns it."""
        proposed = [one for one in self._find(link, text)[1].proposed if (one.label, one.id) != source]
        plain = self._qualified(link, text)[1]
        self.proposed.update({(plain, (one.label, one.id)): one for one in proposed})
        return proposed

    def _find(self, link: Link, text: str) -> tuple[list[Key], Answer]:
        key = (link.targets, text)
        if key not in self.known:
            exact = self._exact(link, text)
            answer = NOTHING if exact else self._likely(link, text)
            self.known[key] = ([answer.taken.target] if answer.taken else exact, answer)
        return self.known[key]

    def _exact(self, link: Link, text: str) -> list[Key]:
        labels, plain = self._qualified(link, text)
        both = (self.own, self.graph)
        ways = [index.by_id(link.targets, text) for index in both] + [index.by_id(labels, plain) for index in both]
        ways += [index.by_name(labels, plain) for index in both]
        return next((found for found in ways if found), [])

    def _likely(self, link: Link, text: str) -> Answer:
        labels, plain = self._qualified(link, text)
        return self.likeness.answer(labels, plain, self._exists)

    def _exists(self, fact: Key) -> bool:
        label, id_ = fact
        return any(id_ in index.ids.get(label, ()) for index in (self.own, self.graph))

    def _qualified(self, link: Link, text: str) -> tuple[tuple[str, ...], str]:
        head, colon, rest = text.partition(":")
        label = self.metamodel.label_of(head) if colon else None
        return ((label,), rest.strip()) if label in link.targets and rest.strip() else (link.targets, text)

    def _ask_graph(self, drafts: list[Draft]) -> None:
        missed: dict[str, None] = {}
        unknown: dict[tuple[tuple[str, ...], str], Link] = {}
        for draft in drafts:
            for name, texts in draft.refs.items():
                link = draft.kind.by_name[name]
                assert isinstance(link, Link)  # noqa: S101  refs hold links only
                for text in texts:
                    if self.own.by_id(link.targets, text):
                        continue
                    labels, plain = self._qualified(link, text)
                    missed[text] = None
                    if not self.own.by_id(labels, plain):
                        missed[plain] = None
                        unknown[link.targets, text] = link
            if draft.extends:
                missed[draft.id] = None
        self._look_up(missed)
        self._prepare(unknown)

    def _prepare(self, references: dict[tuple[tuple[str, ...], str], Link]) -> None:
        """Read at once all names that near spellings will be looked for among."""
        unknown = [targets for (targets, text), link in references.items() if not self._exact(link, text)]
        self.likeness.prepare(sorted({label for targets in unknown for label in targets}))

    def _look_up(self, texts: Iterable[str]) -> None:
        wanted = sorted(texts)
        if wanted:
            recalled = self.likeness.recall(wanted)
            for row in self.reader.read(load("import/ids"), ids=sorted({*wanted, *recalled})):
                self.graph.add(str(row["label"]), str(row["id"]), None)
            for row in self.reader.read(load("import/names"), names=wanted):
                self.graph.add(str(row["label"]), str(row["id"]), str(row["name"]))

    def _resolve(self, draft: Draft) -> list[Problem]:
        problems: list[Problem] = []
        for name, texts in draft.refs.items():
            link = draft.kind.by_name[name]
            assert isinstance(link, Link)  # noqa: S101
            partners: dict[Key, None] = {}
            for text in texts:
                found, answer = self._find(link, text)
                # A near spelling of its own name is no partner.
                if len(found) == 1 and not (answer.taken and found[0] == draft.key):
                    partners[found[0]] = None
                    problems += self._told(draft, link, text, found[0], answer.taken)
                else:
                    draft.open.append(str(OpenReference(name, text)))
                    problems.append(self._problem(draft, link, text, [] if answer.taken else found))
            draft.partners[name] = tuple(partners)
        return problems

    def _told(self, draft: Draft, link: Link, text: str, found: Key, taken: Reading | None) -> list[Problem]:
        if found == draft.key:
            return [SelfReference(draft.cell(link.name), text)]
        if taken is None:
            return []
        self.uses.append(Use(draft.key, link.name, text, taken))
        if taken.accepted:
            return []
        values = {"text": taken.text, "name": taken.found.name, "id": taken.found.id, "why": taken.found.why}
        return [NearReference(draft.cell(link.name), text, values)]

    def _problem(self, draft: Draft, link: Link, text: str, found: list[Key]) -> Problem:
        place = draft.cell(link.name)
        if found:
            shown = ", ".join(f"{self.metamodel[label].title.de}:{id_}" for label, id_ in found[:5])
            example = f"{self.metamodel[found[0][0]].title.de}:{found[0][1]}"
            return AmbiguousReference(place, text, {"found": shown, "example": example})
        sheet = targets_text(link, self.metamodel)
        proposed = self.note_proposals(draft.key, link, text)
        if not proposed:
            return UnknownReference(place, text, {"sheet": sheet})
        values = {"sheet": sheet, "text": text, "candidates": candidates_text(proposed), "id": proposed[0].id}
        return ProposedReference(place, text, values)


def candidates_text(candidates: Iterable[Candidate]) -> Text:
    """Candidates with score and reason, as words."""
    listed = list(candidates)
    return Text(*(
        "; ".join(f"{one.name} ({one.id}, {one.score:.0%}: {one.why.in_(lang)})" for one in listed) for lang in LANGS
    ))  # fmt: skip


def targets_text(link: Link, metamodel: Metamodel) -> Text:
    """The sheets a link's partners may stand in, as words."""
    if len(link.targets) == len(metamodel):
        return Text("allen Blättern", "all sheets")
    plurals = [metamodel[target].plural for target in link.targets]
    return Text(*(" / ".join(plural.in_(lang) for plural in plurals) for lang in LANGS))
