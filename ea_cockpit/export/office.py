"""The pre-filled workbook for one office: its entries, its open questions first; what comes back is merged."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import IO

from ea_cockpit.errors import CockpitError
from ea_cockpit.export.questions import SHEETS, questions
from ea_cockpit.export.xlsx import ReadableReferences, baseline_of
from ea_cockpit.graph.catalogue import facts_of, refs_of
from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.kept import kept_facts
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.form import Form, Question
from ea_cockpit.tabular.inventory import write_inventory


class UnknownUnit(CockpitError):
    """No organisation unit, or more than one, goes by this id, short name or name."""

    says = Text(
        "«{unit}» ist keine Organisationseinheit, oder keine eindeutige.",
        "'{unit}' is no organisation unit, or not clearly one.",
    )
    remedy = Text(
        "Geben Sie ID, Kürzel oder Namen an, zum Beispiel: {near}.",
        "Give its ID, short name or name, for example: {near}.",
    )
    exit_status = 2


@dataclass(frozen=True, slots=True)
class Office:
    """One unit with all that belongs to it and to the units below: ids by type, and those it answers for itself."""

    id: str
    name: str
    short_name: str | None
    ids: dict[str, list[str]]
    own: frozenset[tuple[str, str]]

    @property
    def count(self) -> int:
        """How many entries there are."""
        return sum(map(len, self.ids.values()))

    @property
    def file_name(self) -> str:
        """Its short name as part of a file name."""
        return re.sub(r"[^\w]+", "-", (self.short_name or self.id).lower()).strip("-") or "amt"


def office_facts(reader: Reader, metamodel: Metamodel, unit: str) -> Office:
    """Find a unit by id, short name or name, and what belongs to it; raises `UnknownUnit`."""
    rows = reader.read(load("catalogue/units"))
    wanted = unit.strip().casefold()
    found = next(
        (hits for key in ("id", "short_name", "name") if (hits := [r for r in rows if _same(r[key], wanted)])), []
    )
    if len(found) != 1:
        raise UnknownUnit(unit=unit, near=_near(wanted, found or rows))
    one = found[0]
    ids: dict[str, list[str]] = {}
    own = set()
    for row in reader.read(load("catalogue/office"), unit=one["id"]):
        if row["label"] in metamodel:
            ids.setdefault(row["label"], []).append(row["id"])
            own |= {(row["label"], row["id"])} if row["own"] else set()
    return Office(one["id"], one["name"] or one["id"], one["short_name"], ids, frozenset(own))


def _same(value: str | None, wanted: str) -> bool:
    return value is not None and value.casefold() == wanted


def _near(wanted: str, rows: list[dict[str, str | None]]) -> str:
    words = {str(word).casefold(): row["id"] for row in rows for word in row.values() if word}
    near = dict.fromkeys(words[word] for word in get_close_matches(wanted, words, 5, 0.4))
    return ", ".join(str(id_) for id_ in list(near) or [row["id"] for row in rows[:5]]) or "OE-1"


def write_office(
    reader: Reader, metamodel: Metamodel, office: Office, out: Path | IO[bytes], lang: Lang = "de",
    today: dt.date | None = None, first: Sequence[tuple[str, str, str]] = (),
) -> int:  # fmt: skip
    """Write the workbook of one office; returns how many questions it asks.

    `first` names cells (label, id, field) by how much their answer settles: questions on them come first.
    """
    day = today or dt.date.today()
    kinds = [metamodel[label] for label in SHEETS if label in metamodel]
    facts = {kind.label: _chosen(reader, metamodel, kind.label, office) for kind in kinds}
    places = {cell: place for place, cell in enumerate(first)}
    asked = tuple(
        sorted(
            (one for kind in kinds for one in _questions(reader, metamodel, kind.label, facts, office, day)),
            key=lambda one: places.get((one.label, one.id, one.field), len(places)),
        )
    )
    targets = [kind.label for kind in metamodel if any(kind.label in link.targets for k in kinds for link in k.links)]
    partners = {label: [(ref.id, ref.name) for ref in refs_of(reader, metamodel[label])] for label in targets}
    bearers = Counter(id_ for listed in partners.values() for id_, _ in listed)
    words = ReadableReferences(metamodel, bearers, lang)
    shown = {label: words.readable(metamodel[label], listed) for label, listed in facts.items()}
    title = f"{office.name} ({office.id})" if office.name != office.id else office.id
    form = Form(title, f"{day:%d.%m.%Y}", tuple(kind.label for kind in kinds), asked, partners)
    baseline = baseline_of(reader, facts, f"OrganisationUnit:{office.id}", lang)
    write_inventory(out, shown, metamodel, lang, baseline=baseline, form=form)
    return len(asked)


def _chosen(reader: Reader, metamodel: Metamodel, label: str, office: Office) -> list[Fact]:
    wanted = set(office.ids.get(label, ()))
    if not wanted:
        return []
    return [fact for fact in facts_of(reader, metamodel[label], metamodel, with_open=True) if fact.id in wanted]


def _questions(
    reader: Reader, metamodel: Metamodel, label: str, facts: dict[str, list[Fact]], office: Office, today: dt.date
) -> list[Question]:
    """Questions on what the office answers for itself."""
    own = [fact for fact in facts[label] if (label, fact.id) in office.own]
    kept = kept_facts(reader, metamodel[label], [fact.id for fact in own])
    still_open = {one.id: one.properties.get("_open", ()) for one in kept}
    return list(questions(metamodel[label], own, still_open, metamodel, today))
