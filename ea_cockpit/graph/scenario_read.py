"""What a scenario must know of the graph while it changes it: links, interfaces, properties, names, what is carried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph.catalogue_facts import find
from ea_cockpit.graph.catalogue_values import FactRef, Reader
from ea_cockpit.graph.history_delta import Key
from ea_cockpit.graph.queries import load
from ea_cockpit.model.declare import Suffers
from ea_cockpit.model.metamodel import Link, Metamodel


@dataclass(frozen=True, slots=True)
class Joint:
    """One link in the graph, from the fact that declares it to its partner."""

    link: Link
    source: FactRef
    target: FactRef

    @property
    def sufferer(self) -> FactRef | None:
        """The end that suffers when the other one fails; None where nobody does."""
        ends = {Suffers.SOURCE: self.source, Suffers.TARGET: self.target}
        return ends.get(self.link.suffers)

    def other(self, key: Key) -> FactRef:
        """The end that is not this fact."""
        return self.target if key_of(self.source) == key else self.source


@dataclass(frozen=True, slots=True)
class Flow:
    """One interface with its ends, the way it works, and the data it carries."""

    fact: FactRef
    mode: str | None
    providers: tuple[FactRef, ...]
    consumers: tuple[FactRef, ...]
    over: tuple[FactRef, ...]
    data: tuple[str, ...]


def key_of(ref: FactRef) -> Key:
    """Label and id, as changes of the graph name a fact."""
    return ref.label, ref.id


def joints_of(facts: Iterable[FactRef], metamodel: Metamodel, reader: Reader) -> list[Joint]:
    """Every declared link at these facts, once."""
    declared = _declared(metamodel)
    found = []
    for start, a, a_name, relationship, end, b, b_name in _one(reader, "joints", facts):
        first, last = FactRef(start, a, a_name), FactRef(end, b, b_name)
        if link := declared.get((start, relationship, end)):
            found.append(Joint(link, *((last, first) if link.incoming else (first, last))))
    return found


def _declared(metamodel: Metamodel) -> dict[tuple[str, str, str], Link]:
    """Links by what the graph shows of them: label at the start, relationship, label at the end."""
    return {
        (target, link.relationship, link.source) if link.incoming else (link.source, link.relationship, target): link
        for link in metamodel.links
        for target in link.targets
    }


def flows_of(facts: Iterable[FactRef], reader: Reader) -> list[Flow]:
    """Every interface one of these facts takes part in, or that is one of them."""
    return [
        Flow(FactRef("Interface", id_, name), mode, _refs(providers), _refs(consumers), _refs(over), tuple(data))
        for id_, name, mode, providers, consumers, over, data in _one(reader, "flows", facts)
    ]


def _one(reader: Reader, name: str, facts: Iterable[FactRef]) -> list[Any]:
    rows: list[Any] = reader.read(load(f"scenario/{name}"), facts=[[*key_of(fact)] for fact in facts])[0][name]
    return rows


def _refs(found: Iterable[list[str]]) -> tuple[FactRef, ...]:
    return tuple(FactRef(*one) for one in found)


def properties_of(facts: Iterable[FactRef], reader: Reader) -> dict[Key, dict[str, Any]]:
    """The properties of these facts; what is not there is not among them."""
    rows = reader.read(load("scenario/properties"), facts=[[*key_of(fact)] for fact in facts])
    return {(row["label"], row["properties"]["id"]): row["properties"] for row in rows}


def called(text: str, metamodel: Metamodel, reader: Reader) -> list[FactRef]:
    """The facts people may mean: by id, by `Type:id`, else by name or `Type:name`."""
    if found := find(reader, text, metamodel):
        return found
    word, colon, name = text.partition(":")
    label = metamodel.label_of(word) if colon else None
    wanted = (name.strip(), label) if label else (text.strip(), None)
    rows = reader.read(load("scenario/named"), name=wanted[0], label=wanted[1])
    return [FactRef(row["label"], row["id"], row["name"]) for row in rows]


def known_words(labels: Iterable[str], reader: Reader) -> list[str]:
    """All ids and names of these types, to propose what may have been meant."""
    words = reader.read(load("scenario/names"), labels=list(labels))[0]["words"]
    return [word for pair in words for word in pair if word]


def carried(reader: Reader) -> dict[str, set[int]]:
    """What is carried by something, by the way it is: node numbers, which hold within one transaction."""
    return {row["what"]: set(row["nodes"]) for row in reader.read(load("scenario/carried"))}


def named_nodes(nodes: Iterable[int], reader: Reader) -> dict[int, FactRef]:
    """The facts with these node numbers that are still there."""
    rows = reader.read(load("scenario/nodes"), nodes=sorted(nodes))
    return {row["node"]: FactRef(row["label"], row["id"], row["name"]) for row in rows}
