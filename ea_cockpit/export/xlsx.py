"""The whole catalogue as a workbook in the template's layout: what goes out can come back in."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import IO

from ea_cockpit.graph.catalogue import facts_of, runs
from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.i18n import Lang
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import FactType, Metamodel
from ea_cockpit.tabular.baseline import Baseline, facts_cells
from ea_cockpit.tabular.inventory import write_inventory


@collector_paused()
def write_catalogue(
    reader: Reader,
    metamodel: Metamodel,
    out: Path | IO[bytes],
    lang: Lang = "de",
    only: Mapping[str, Collection[str] | None] | None = None,
) -> int:
    """Write all facts, or those of `only` (label: ids, None for all of that type); returns how many."""
    wanted = {kind.label: None for kind in metamodel} if only is None else dict(only)
    facts = {
        label: [f for f in facts_of(reader, metamodel[label], metamodel, with_open=True) if ids is None or f.id in ids]
        for label, ids in wanted.items()
    }
    # Only with all facts at hand is it known which ids are clear without their type.
    bearers = Counter(fact.id for listed in facts.values() for fact in listed) if only is None else Counter[str]()
    writer = ReadableReferences(metamodel, bearers, lang)
    shown = {label: writer.readable(metamodel[label], listed) for label, listed in facts.items()}
    baseline = baseline_of(reader, facts, "all" if only is None else "selection", lang)
    write_inventory(out, shown, metamodel, lang, only_filled=only is not None, baseline=baseline)
    return sum(map(len, facts.values()))


def baseline_of(reader: Reader, facts: Mapping[str, list[Fact]], scope: str, lang: Lang) -> Baseline:
    """What a workbook with these facts has to remember, to be compared three ways when it comes back."""
    last = next(iter(runs(reader, 1)), None)
    run, at = (last.number, last.at.isoformat()) if last else (None, "")
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return Baseline(run, at, now, scope, lang, facts_cells(facts))


class ReadableReferences:
    """Writes references as people do: the id alone where it is clear, else with the type before it."""

    def __init__(self, metamodel: Metamodel, bearers: Counter[str], lang: Lang) -> None:
        self.metamodel, self.bearers, self.lang = metamodel, bearers, lang

    def readable(self, kind: FactType, facts: list[Fact]) -> list[Fact]:
        """The facts with their references to one of several types in words."""
        mixed = [link.name for link in kind.links if len(link.targets) > 1]
        if not mixed:
            return facts
        return [fact.model_copy(update={name: self._refs(getattr(fact, name)) for name in mixed}) for fact in facts]

    def _refs(self, refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self._ref, refs))

    def _ref(self, ref: str) -> str:
        label, colon, id_ = ref.partition(":")
        if not colon or label not in self.metamodel:
            return ref
        if self.bearers[id_] == 1 and ":" not in id_:
            return id_
        return f"{self.metamodel[label].title.in_(self.lang)}:{id_}"
