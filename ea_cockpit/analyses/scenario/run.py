"""Applies a scenario step by step in a transaction that will be rolled back, and keeps what each step did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.scenario import say
from ea_cockpit.analyses.scenario.applied import Applied, Done
from ea_cockpit.analyses.scenario.cost import COSTS
from ea_cockpit.analyses.scenario.faults import ScenarioFault, StepFault, WrongScenario, place_of
from ea_cockpit.analyses.scenario.names import Names
from ea_cockpit.analyses.scenario.schema import (
    EVERYTHING,
    Add,
    LinkTo,
    Merge,
    MoveHosting,
    NewStandard,
    Raw,
    ReplaceTechnology,
    Retire,
    Scenario,
    SetFields,
    Step,
    Unlink,
)
from ea_cockpit.analyses.scenario.values import Settled, field_named, field_words, settle_fields
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.scenario_apply import Bench
from ea_cockpit.graph.scenario_merge import Merging
from ea_cockpit.graph.scenario_read import Joint, key_of, properties_of
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import FactType, Link
from ea_cockpit.model.protection import Classification, Need, PersonalData
from ea_cockpit.naming.nearest import did_you_mean

_STRONGEST = (Need, PersonalData, Classification)
_SHORTEST = ("rto_hours", "rpo_hours")


def apply_scenario(scenario: Scenario, bench: Bench) -> Applied:
    """Apply all steps in their order; a step that does not fit the graph raises a `WrongScenario`."""
    runner = _Runner(bench, Applied(), Names(bench))
    for number, step in enumerate(scenario.steps, start=1):
        try:
            runner.applied.steps.append(runner.take(number, step))
        except StepFault as wrong:
            place = place_of(number, wrong.field, step.verb)
            raise WrongScenario(scenario.file, [ScenarioFault(place, wrong.fault, wrong.hint)]) from None
    return runner.applied


@dataclass(slots=True)
class _Runner:
    bench: Bench
    applied: Applied
    names: Names

    def take(self, number: int, step: Step) -> Done:
        """Apply one step."""
        takers: dict[type[Any], Callable[[int, Any], Done]] = {
            Retire: self._retire, Merge: self._merge, MoveHosting: self._move, ReplaceTechnology: self._replace,
            NewStandard: self._standard, SetFields: self._set, Add: self._add, LinkTo: self._link,
            Unlink: self._unlink,
        }  # fmt: skip
        done = takers[type(step)](number, step)
        self.names.gone.update({key_of(fact): (fact, number) for fact in done.outcome.gone})
        return done

    def _retire(self, number: int, step: Retire) -> Done:
        facts = self.names.all_of(step.retire, "retire")
        self._note(facts)
        return Done(number, step.verb, say.retire(facts), self.bench.retire(facts))

    def _merge(self, number: int, step: Merge) -> Done:
        members = self.names.all_of(step.merge, "merge")
        kind = self._kind(members[0])
        if any(member.label != kind.label for member in members):
            fault = Text("die Einträge sind nicht alle vom selben Typ.", "the entries are not all of one type.")
            raise StepFault("merge", fault, Text("Teilen Sie den Schritt auf.", "Split the step."))
        is_new = not isinstance(step.into, str)
        settled = self._settled(kind, {**(step.into if isinstance(step.into, dict) else {}), **step.fields}, "into")
        if isinstance(step.into, str):
            target = self.names.one(step.into, "into", (kind.label,))
        else:
            target = self._new(kind, settled, number, "into")
        members = tuple(member for member in members if member != target)
        self._note([*members, *(() if is_new else (target,))])
        needs = self._needs(kind, [*members, target])
        properties = {**needs, **settled.properties}
        outcome = self.bench.merge(Merging(members, target), properties if is_new else None, properties)
        self._state(target, settled)
        partners = self._partners(settled)
        if partners:
            self.bench.change(target, {}, partners)
        placed = tuple((target, link) for link in partners)
        made = (target,) if is_new else ()
        used = (*(() if is_new else (target,)), *(end for ends in partners.values() for end in ends))
        return Done(number, step.verb, say.merge(members, target), outcome, made, used, placed, target)

    def _needs(self, kind: FactType, facts: Iterable[FactRef]) -> dict[str, Any]:
        """What protects the data of all: the strongest need, the shortest time."""
        known = [self.applied.before[key_of(fact)] for fact in facts if key_of(fact) in self.applied.before]
        found: dict[str, Any] = {}
        for column in kind.columns:
            values = [one[column.name] for one in known if one.get(column.name) is not None]
            if values and column.choices in _STRONGEST:
                order = [word.value for word in column.choices or ()]
                found[column.name] = max(values, key=order.index)
            elif values and column.name in _SHORTEST:
                found[column.name] = min(values)
        return found

    def _move(self, number: int, step: MoveHosting) -> Done:
        to = self.names.one(step.to, "to", ("Hosting",))
        start = self.names.one(step.from_, "from", ("Hosting",)) if step.from_ else None
        if start and step.move_hosting[0].casefold() in EVERYTHING:
            old = [one for one in self.bench.standing_on(start) if one.source.label != "Hosting"]
            facts = tuple(one.source for one in old)
        else:
            facts = self.names.all_of(step.move_hosting, "move_hosting")
            old = self.bench.hostings(facts)
            if start:
                old = [one for one in old if key_of(one.target) == key_of(start)]
                self._all_there(facts, old, start)
        fresh: dict[Link, list[FactRef]] = {}
        for fact in facts:
            fresh.setdefault(self._hosting_link(fact), []).append(fact)
        outcome = self.bench.replace(old, to, fresh)
        placed = tuple((fact, link) for link, listed in fresh.items() for fact in listed)
        return Done(number, step.verb, say.move(facts, to), outcome, used=(to, *facts), placed=placed)

    def _all_there(self, facts: Iterable[FactRef], found: Iterable[Joint], start: FactRef) -> None:
        there = {key_of(one.source) for one in found}
        for fact in facts:
            if key_of(fact) not in there:
                fault = Text("«{fact}» läuft nicht auf «{start}».", "'{fact}' does not run on '{start}'.")
                hint = Text("Lassen Sie from weg oder berichtigen Sie es.", "Leave from out, or correct it.")
                raise StepFault("from", fault.format(fact=fact.title, start=start.title), hint)

    def _hosting_link(self, fact: FactRef) -> Link:
        links = [
            link for link in self._kind(fact).links if "Hosting" in link.targets and link.suffers.value == "source"
        ]
        if not links:
            fault = Text("«{fact}» läuft auf keiner Betriebsumgebung.", "'{fact}' runs on no hosting.")
            hint = Text("Nennen Sie Applikationen und Datenbestände.", "Name applications and data stores.")
            raise StepFault("move_hosting", fault.format(fact=fact.title), hint)
        return links[0]

    def _replace(self, number: int, step: ReplaceTechnology) -> Done:
        old = self.names.one(step.replace_technology, "replace_technology", ("Technology",))
        new = self.names.one(step.by, "by", ("Technology",))
        used_in = self.bench.standing_on(old)
        if step.only:
            only = self.names.all_of(step.only, "only")
            there = {key_of(one.source) for one in used_in}
            for fact in only:
                if key_of(fact) not in there:
                    fault = Text("«{fact}» steht nicht auf «{old}».", "'{fact}' does not stand on '{old}'.")
                    hint = Text("Nehmen Sie es aus der Liste.", "Take it off the list.")
                    raise StepFault("only", fault.format(fact=fact.title, old=old.title), hint)
            used_in = [one for one in used_in if key_of(one.source) in {key_of(fact) for fact in only}]
        outcome = self.bench.replace(used_in, new)
        placed = tuple((one.source, one.link) for one in used_in)
        return Done(number, step.verb, say.replace(old, new, len(used_in)), outcome, used=(new,), placed=placed)

    def _standard(self, number: int, step: NewStandard) -> Done:
        return self._come(number, step.verb, self.bench.metamodel["Standard"], step.new_standard)

    def _add(self, number: int, step: Add) -> Done:
        label = self.bench.metamodel.label_of(step.add) or step.add
        return self._come(number, step.verb, self.bench.metamodel[label], step.fields)

    def _come(self, number: int, verb: str, kind: FactType, fields: Mapping[str, Raw]) -> Done:
        settled = self._settled(kind, fields, "fields")
        fact = self._new(kind, settled, number, "fields")
        partners = self._partners(settled)
        outcome = self.bench.add(fact, settled.properties, partners)
        self._state(fact, settled)
        used = tuple(end for ends in partners.values() for end in ends)
        return Done(number, verb, say.add(kind, fact), outcome, (fact,), used)

    def _set(self, number: int, step: SetFields) -> Done:
        fact = self.names.one(step.set_, "set")
        kind = self._kind(fact)
        settled = self._settled(kind, step.fields, "fields")
        if "id" in settled.properties:
            fault = Text("die ID eines Eintrags bleibt.", "the id of a fact stays.")
            raise StepFault("fields.id", fault, Text("Nehmen Sie id heraus.", "Take id out."))
        self._note([fact])
        partners = self._partners(settled)
        outcome = self.bench.change(fact, settled.properties, partners)
        self._state(fact, settled)
        titles = [kind.by_name[name].title for name in (*settled.properties, *(link.name for link in partners))]
        used = (fact, *(end for ends in partners.values() for end in ends))
        placed = tuple((fact, link) for link in partners)
        return Done(number, step.verb, say.change(fact, titles), outcome, used=used, placed=placed)

    def _link(self, number: int, step: LinkTo) -> Done:
        fact, link, ends = self._linked(step.link, step.field, step.to, "link")
        had = self.bench.partners(fact, link) if link.many else []
        return self._relink(number, step.verb, fact, link, [*had, *(end for end in ends if end not in had)], ends)

    def _unlink(self, number: int, step: Unlink) -> Done:
        fact, link, ends = self._linked(step.unlink, step.field, step.to, "unlink")
        had = self.bench.partners(fact, link)
        for end in ends:
            if end not in had:
                fault = Text("«{fact}» hat dort «{end}» nicht.", "'{fact}' has no '{end}' there.")
                there = ", ".join(one.key for one in had) or "–"
                raise StepFault("to", fault.format(fact=fact.title, end=end.title), _THERE.format(there=there))
        return self._relink(number, step.verb, fact, link, [one for one in had if one not in ends], ends)

    def _relink(
        self, number: int, verb: str, fact: FactRef, link: Link, wanted: list[FactRef], named: tuple[FactRef, ...]
    ) -> Done:
        outcome = self.bench.change(fact, {}, {link: wanted})
        title = say.link(fact, link, named, comes=verb == "link")
        return Done(number, verb, title, outcome, used=(fact, *named), placed=((fact, link),))

    def _linked(
        self, name: str, field_name: str, to: Iterable[str], verb: str
    ) -> tuple[FactRef, Link, tuple[FactRef, ...]]:
        fact = self.names.one(name, verb)
        link = field_named(self._kind(fact), field_name)
        if not isinstance(link, Link):
            fault = Text("{type} hat keine solche Beziehung.", "{type} has no such link.")
            links = field_words(self._kind(fact).links)
            raise StepFault("field", fault.format(type=self._kind(fact).title), did_you_mean(field_name, links))
        ends = self.names.all_of(tuple(to), "to", link.targets)
        if len(ends) > 1 and not link.many:
            fault = Text("hier ist nur ein Partner möglich.", "only one partner is possible here.")
            raise StepFault("to", fault, Text("Nennen Sie einen einzigen.", "Name a single one."))
        return fact, link, ends

    def _kind(self, fact: FactRef) -> FactType:
        return self.bench.metamodel[fact.label]

    def _settled(self, kind: FactType, fields: Mapping[str, Raw], place: str) -> Settled:
        settled = settle_fields(kind, fields)
        for name, fault, hint in settled.faults:
            raise StepFault(f"{place}.{name}", fault, hint)
        return settled

    def _partners(self, settled: Settled) -> dict[Link, list[FactRef]]:
        return {
            link: [self.names.one(name, link.name, link.targets) for name in named]
            for link, named in settled.partners.items()
        }

    def _new(self, kind: FactType, settled: Settled, number: int, place: str) -> FactRef:
        id_ = settled.properties.get("id") or f"{kind.prefix}-NEU-{number}"
        settled.properties["id"] = id_
        fact = FactRef(kind.label, id_, settled.properties.get("name"))
        if properties_of([fact], self.bench.tx):
            fault = Text("«{key}» gibt es schon.", "'{key}' is there already.").format(key=fact.key)
            hint = Text(
                "Wählen Sie eine andere ID, oder nennen Sie den Eintrag.", "Choose another id, or name the fact."
            )
            raise StepFault(f"{place}.id", fault, hint)
        return fact

    def _note(self, facts: Iterable[FactRef]) -> None:
        """Keep the properties of these facts as they were before the scenario."""
        made = {key_of(fact) for done in self.applied.steps for fact in done.made}
        for key, properties in properties_of(facts, self.bench.tx).items():
            if key not in made:
                self.applied.before.setdefault(key, properties)

    def _state(self, fact: FactRef, settled: Settled) -> None:
        if set(COSTS) & settled.properties.keys():
            self.applied.stated_costs.add(key_of(fact))


_THERE = Text("Dort stehen: {there}.", "There are: {there}.")
