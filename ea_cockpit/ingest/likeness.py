"""What a text that is no id and no name may mean: a spelling recorded before, else the names most like it, and why."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.naming.candidates import Named, NameIndex
from ea_cockpit.naming.normalise import name_of
from ea_cockpit.naming.score import GAP, PROPOSED, TAKEN, Candidate

_PROPOSALS = 3
_PART_OF = "part_of"
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Alias:
    """What was decided about a spelling and a fact: `state` is taken, accepted, proposed or rejected."""

    text: str
    target: Key
    state: str
    score: float
    why: Text
    name: str = ""
    run: int = 0

    @property
    def in_force(self) -> bool:
        """Whether the spelling is read as the fact."""
        return self.state in ("taken", "accepted")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read as a fact although it is neither its id nor its name; `recorded` where that was so before."""

    text: str
    found: Candidate
    recorded: bool = False
    accepted: bool = False

    @property
    def target(self) -> Key:
        """The fact meant."""
        return self.found.label, self.found.id


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text may mean: the reading that was taken, or what is proposed, or neither."""

    taken: Reading | None = None
    proposed: tuple[Candidate, ...] = ()


NOTHING = Answer()


def spelling_of(text: str) -> str:
    """A text as it is remembered: case, umlauts and punctuation make no other spelling."""
    return " ".join(name_of(text).words) or text.strip()


@dataclass(slots=True)
class Likeness:
    """Names of drafts and of the graph by type, read when first needed; what was decided before comes first.

    With `run`, a fact of the graph is only considered where that run touched something as like.
    """

    reader: Reader
    run: int | None = None
    others: Callable[[str], Iterable[Draft]] = lambda _: ()
    """Further facts the files describe, by type; asked for only when they are needed."""
    _own: dict[str, list[Draft]] = field(default_factory=dict)
    _aliases: dict[str, list[Alias]] = field(default_factory=dict)
    _indexes: dict[tuple[str, bool], NameIndex] = field(default_factory=dict)

    def know(self, draft: Draft) -> None:
        """Consider a fact the files describe."""
        self._own.setdefault(draft.kind.label, []).append(draft)

    def recall(self, texts: Iterable[str]) -> list[str]:
        """Read what was decided about these texts; returns the ids they were taken for."""
        wanted = sorted({spelling_of(text) for text in texts} - self._aliases.keys())
        self._aliases.update((spelling, []) for spelling in wanted)
        for row in self.reader.read(load("import/aliases"), spellings=wanted) if wanted else ():
            self._aliases[row["spelling"]].append(alias_of(row))
        return [alias.target[1] for spelling in wanted for alias in self._aliases[spelling] if alias.in_force]

    def prepare(self, labels: Iterable[str]) -> None:
        """Read the names of these types at once."""
        self._load([label for label in labels if (label, True) not in self._indexes], fresh=True)

    def answer(self, labels: tuple[str, ...], text: str, exists: Callable[[Key], bool]) -> Answer:
        """What a text means among these types; `exists` tells whether a fact it was once taken for is still there."""
        decided = self._aliases.get(spelling_of(text), ())
        before = [a for a in decided if a.in_force and a.target[0] in labels and exists(a.target)]
        if len(before) == 1:
            return Answer(_recorded(text, before[0]))
        barred = {alias.target for alias in decided if alias.state == "rejected"}
        found = [c for c in self._candidates(labels, text) if (c.label, c.id) not in barred]
        if found and found[0].score >= TAKEN and (len(found) == 1 or _ahead(found)):
            return Answer(Reading(text, found[0]))
        return Answer(proposed=tuple(found[:_PROPOSALS]))

    def _candidates(self, labels: tuple[str, ...], text: str) -> list[Candidate]:
        found = self._among(labels, text, fresh=True)
        if found and self.run is not None:
            # What this run brought looks like it: only now it pays to ask what else does.
            found = self._among(labels, text, fresh=False)
        return found

    def _among(self, labels: tuple[str, ...], text: str, *, fresh: bool) -> list[Candidate]:
        fresh = fresh or self.run is None
        self._load([label for label in labels if (label, fresh) not in self._indexes], fresh=fresh)
        found = [c for label in labels for c in self._indexes[label, fresh].candidates(text)]
        return sorted((c for c in found if c.score >= PROPOSED), key=lambda c: (-c.score, c.label, c.id))

    def _load(self, labels: list[str], *, fresh: bool) -> None:
        if not labels:
            return
        for label in labels:
            index = self._indexes[label, fresh] = NameIndex(label)
            for draft in itertools.chain(self._own.get(label, ()), self.others(label)):
                index.add(_named(draft.id, draft.values, draft.refs.get(_PART_OF, ())))
        run = self.run if fresh else None
        for row in self.reader.read(load("import/names_of"), labels=labels, run=run):
            self._indexes[row["label"], fresh].add(_named(row["id"], row, row["above"]))


def alias_of(row: dict[str, Any]) -> Alias:
    """An alias as the graph keeps it."""
    target = (row["label"], row["id"])
    return Alias(row["text"], target, row["state"], row["score"], Text(row["de"], row["en"]), row["name"], row["run"])


def _recorded(text: str, alias: Alias) -> Reading:
    label, id_ = alias.target
    return Reading(
        text, Candidate(label, id_, alias.name or id_, alias.score, alias.why), True, alias.state == "accepted"
    )


def _named(id_: str, values: Mapping[str, Any], above: Iterable[str]) -> Named:
    """What a fact is called, from a draft's values or a row of the graph."""
    name, short, version, slug = (
        str(values.get(field) or "") for field in ("name", "short_name", "version", "lifecycle_slug")
    )
    return Named(id_, name, tuple(map(str, values.get("aliases") or ())), short, version, slug, tuple(above))


def _ahead(found: list[Candidate]) -> bool:
    return found[1].score <= found[0].score - GAP + _ROUNDING
