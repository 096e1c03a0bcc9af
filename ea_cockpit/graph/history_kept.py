"""Keeps what a run changed beside its record: compressed, and spread so that one fact's share is found at once."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.history_delta import Delta, Key, Touch
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.store import Transaction

# Facts and links a portion: small enough to be read for one fact, large enough to compress well.
_PORTION = 2_000
_FASTEST = 1
Portion = dict[str, Any]
Chunk = dict[str, Any]


class Keeping:
    """Packs what a run changes while the server is busy writing it; `finish` keeps it with the run."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1)
        self._steps: list[Future[list[Chunk]]] = []

    def add(self, delta: Delta) -> None:
        """Take up a step of the run, complete as it is."""
        self._steps.append(self._worker.submit(_chunks, len(self._steps), delta))

    def finish(self, run: int, tx: Transaction) -> None:
        """Keep all steps with the record of the run."""
        self._worker.shutdown()
        tx.write(load("history/keep"), run=run, chunks=[chunk for step in self._steps for chunk in step.result()])


def _chunks(step: int, delta: Delta) -> list[Chunk]:
    portions = _portions(delta)
    return [
        {"step": step, "part": part, "parts": len(portions), "data": packed(portion)}
        for part, portion in enumerate(portions)
        if any(portion.values())
    ]


def _portions(delta: Delta) -> list[Portion]:
    """Facts and the links they name, spread by the facts' keys over a power of two of portions."""
    size = len(delta.facts) + sum(map(len, delta.links.values()))
    parts = 1 << max(0, (size // _PORTION).bit_length())
    portions: list[Portion] = [{"facts": [], "links": []} for _ in range(parts)]
    portions[0]["readings"] = delta.readings
    for (label, id_), (before, after) in delta.facts.items():
        portions[place(label, id_) % parts]["facts"].append((label, id_, before, after))
    for (label, name, target), pairs in delta.links.items():
        by_source: dict[str, tuple[list[str], list[str]]] = {}
        for (source, partner), comes in pairs.items():
            if source not in by_source:
                by_source[source] = ([], [])
            by_source[source][comes].append(partner)
        spread: dict[int, list[tuple[str, list[str], list[str]]]] = {}
        for source, (gone, come) in by_source.items():
            spread.setdefault(place(label, source) % parts, []).append((source, gone, come))
        for part, listed in spread.items():
            portions[part]["links"].append((label, name, target, listed))
    return portions


def place(label: str, id_: str) -> int:
    """A number that says in which portion of a run a fact's changes stand."""
    return zlib.crc32(f"{label}:{id_}".encode())


def packed(portion: Portion) -> bytes:
    """A portion as the graph keeps it."""
    text = json.dumps(portion, ensure_ascii=False, separators=(",", ":"), default=_moment)
    return zlib.compress(text.encode(), _FASTEST)


def unpacked(data: bytes) -> Delta:
    """A portion as it was."""
    portion = json.loads(zlib.decompress(data), object_hook=_value)
    delta = Delta({(label, id_): Touch(before, after) for label, id_, before, after in portion["facts"]})
    for label, name, target, listed in portion["links"]:
        for source, gone, come in listed:
            delta.link((label, name, target), ((source, partner) for partner in gone), comes=False)
            delta.link((label, name, target), ((source, partner) for partner in come), comes=True)
    delta.readings = portion.get("readings", [])
    return delta


def _moment(value: Any) -> Any:
    # JSON knows no days: they are told apart from texts that look like one.
    if isinstance(value, dt.datetime):
        return {"$time": value.isoformat()}
    if isinstance(value, dt.date):
        return {"$day": value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no value a fact can have")


def _value(found: dict[str, Any]) -> Any:
    if "$day" in found:
        return dt.date.fromisoformat(found["$day"])
    return dt.datetime.fromisoformat(found["$time"]) if "$time" in found else found


def changes_of(runs: Iterable[int], reader: Reader) -> Delta:
    """What these runs changed together, in their order."""
    total = Delta()
    for row in reader.read(load("history/chunks"), runs=sorted(runs)):
        total.then(unpacked(row["data"]))
    return total


def changes_by_run(fact: Key, reader: Reader) -> list[tuple[int, dt.datetime, Delta]]:
    """What each run that counts changed of one fact, the first run first; other facts may be among it."""
    found: dict[int, tuple[int, dt.datetime, Delta]] = {}
    for row in reader.read(load("history/chunks_of_fact"), place=place(*fact)):
        _, _, delta = found.setdefault(row["run"], (row["run"], row["at"], Delta()))
        delta.then(unpacked(row["data"]))
    return list(found.values())
