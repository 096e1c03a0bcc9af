"""Finds the partner of each reference: by id among the rows and in the graph, then by name; the rest stays open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.ingest.problems import AmbiguousReference, SelfReference, UnknownReference
from ea_cockpit.model.metamodel import Link, Metamodel


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
    """Turns the texts of references into keys of facts."""

    def __init__(self, metamodel: Metamodel, drafts: Iterable[Draft], reader: Reader) -> None:
        self.metamodel, self.reader = metamodel, reader
        self.own, self.graph = Index(), Index()
        for draft in drafts:
            if not draft.extends:
                self.own.add(draft.kind.label, draft.id, draft.values.get("name"))
        self.known: dict[tuple[tuple[str, ...], str], list[Key]] = {}

    @classmethod
    def on_graph(cls, metamodel: Metamodel, texts: Iterable[str], reader: Reader) -> Resolver:
        """A resolver that knows what the graph holds under these texts."""
        resolver = cls(metamodel, (), reader)
        resolver._look_up({plain for text in texts for plain in (text, text.partition(":")[2].strip()) if plain})
        return resolver

    def resolve(self, drafts: Iterable[Draft]) -> list[Problem]:
        """Fill `partners` and `open` of every draft; returns what could not be found or is unclear."""
        listed = list(drafts)
        self._ask_graph(listed)
        return [problem for draft in listed for problem in self._resolve(draft)]

    def find(self, link: Link, text: str) -> list[Key]:
        """All facts a text may mean: an id in the files, in the graph, `Type:id`, then a name."""
        key = (link.targets, text)
        if key not in self.known:
            labels, plain = self._qualified(link, text)
            both = (self.own, self.graph)
            ways = [index.by_id(link.targets, text) for index in both] + [index.by_id(labels, plain) for index in both]
            ways += [index.by_name(labels, plain) for index in both]
            self.known[key] = next((found for found in ways if found), [])
        return self.known[key]

    def _qualified(self, link: Link, text: str) -> tuple[tuple[str, ...], str]:
        head, colon, rest = text.partition(":")
        label = self.metamodel.label_of(head) if colon else None
        return ((label,), rest.strip()) if label in link.targets and rest.strip() else (link.targets, text)

    def _ask_graph(self, drafts: list[Draft]) -> None:
        missed: dict[str, None] = {}
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
            if draft.extends:
                missed[draft.id] = None
        self._look_up(missed)

    def _look_up(self, texts: Iterable[str]) -> None:
        wanted = sorted(texts)
        if wanted:
            for row in self.reader.read(load("import/ids"), ids=wanted):
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
                found = self.find(link, text)
                if len(found) == 1:
                    partners[found[0]] = None
                    if found[0] == draft.key:
                        problems.append(SelfReference(draft.cell(link.name), text))
                else:
                    draft.open.append(str(OpenReference(name, text)))
                    problems.append(self._problem(draft, link, text, found))
            draft.partners[name] = tuple(partners)
        return problems

    def _problem(self, draft: Draft, link: Link, text: str, found: list[Key]) -> Problem:
        place = draft.cell(link.name)
        if found:
            shown = ", ".join(f"{self.metamodel[label].title.de}:{id_}" for label, id_ in found[:5])
            example = f"{self.metamodel[found[0][0]].title.de}:{found[0][1]}"
            return AmbiguousReference(place, text, {"found": shown, "example": example})
        return UnknownReference(place, text, {"sheet": targets_text(link, self.metamodel)})


def targets_text(link: Link, metamodel: Metamodel) -> Text:
    """The sheets a link's partners may stand in, as words."""
    if len(link.targets) == len(metamodel):
        return Text("allen Blättern", "all sheets")
    plurals = [metamodel[target].plural for target in link.targets]
    return Text(*(" / ".join(plural.in_(lang) for plural in plurals) for lang in LANGS))
