"""Works out the effects of an applied scenario from what each step did and from the graph as it is then."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from ea_cockpit.analyses.scenario.applied import Applied, Done
from ea_cockpit.analyses.scenario.cost import COSTS, CostRange, cost_range
from ea_cockpit.analyses.scenario.effects import Contract, Effects, InterfaceEffect, LeftBehind, Orphan, Parallel
from ea_cockpit.analyses.scenario.sequence import sequence
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.history_delta import Key
from ea_cockpit.graph.scenario_apply import Bench
from ea_cockpit.graph.scenario_read import Flow, Joint, carried, flows_of, joints_of, key_of, named_nodes, properties_of
from ea_cockpit.i18n import Text

_LOST = {
    "supported": Text("Keine Applikation unterstützt sie mehr.", "No application supports it any more."),
    "realised": Text("Kein Prozess und keine Applikation erbringt sie mehr.", "Nothing realises it any more."),
    "equipped": Text("Keine Applikation wird mehr genutzt.", "No application is used for it any more."),
    "worked_on": Text("Keine Applikation hält ihn mehr.", "No application holds it any more."),
    "led": Text("Kein führendes System mehr.", "No leading system any more."),
    "held": Text("In keinem Datenbestand einer Applikation mehr.", "In no data store of an application any more."),
}


def work_out(applied: Applied, before: Mapping[str, set[int]], bench: Bench) -> Effects:
    """All effects; `before` is what was carried before the scenario."""
    fallen = [(done, flow) for done in applied.steps for flow in done.outcome.fallen]
    gone_flows = {key_of(flow.fact) for _, flow in fallen} | applied.gone.keys()
    # The last step that concerns an interface counts; one that falls away later needs no rebuilding.
    rebuilt = {
        key_of(flow.fact): (done, flow)
        for done in applied.steps
        for flow in done.outcome.rebuilt
        if key_of(flow.fact) not in gone_flows
    }
    now = {flow.fact.id: flow for flow in flows_of([flow.fact for _, flow in rebuilt.values()], bench.tx)}
    orphans = tuple(_orphans(before, bench))
    return Effects(
        tuple(done.title for done in applied.steps),
        tuple(_rebuild(done, now[flow.fact.id]) for done, flow in rebuilt.values() if flow.fact.id in now),
        tuple(_fallen(done, flow, applied) for done, flow in fallen),
        tuple(_parallels(applied, set(rebuilt), bench)),
        orphans,
        tuple(_left_behind(applied, {key_of(one.fact) for one in orphans}, bench)),
        tuple(_contracts(applied)),
        _costs(applied, bench),
        sequence(applied.steps),
    )


def _rebuild(done: Done, flow: Flow) -> InterfaceEffect:
    old = ", ".join(fact.title for fact in done.outcome.gone if done.target is None or fact != done.target)
    if done.target is None:
        why = Text(f"Sie lief über {old} (Schritt {done.number}).", f"It ran over {old} (step {done.number}).")
        return InterfaceEffect(flow.fact, (*flow.providers, *flow.consumers), flow.mode, flow.data, why)
    target = done.target
    partners = tuple(one for one in (*flow.providers, *flow.consumers) if key_of(one) != key_of(target))
    why = Text(
        f"Neu an {target.title} anzubinden (Schritt {done.number}).",
        f"To be connected to {target.title} (step {done.number}).",
    )
    return InterfaceEffect(flow.fact, partners, flow.mode, flow.data, why)


def _fallen(done: Done, flow: Flow, applied: Applied) -> InterfaceEffect:
    """Partners are those who stay and lose the data, or need no longer give it."""
    ends = (*flow.providers, *flow.consumers)
    members = {key_of(fact) for fact in done.outcome.gone} | ({key_of(done.target)} if done.target else set())
    partners = tuple(one for one in ends if key_of(one) not in members | applied.gone.keys())
    if done.target:
        why = Text(f"Beide Enden werden {done.target.title}.", f"Both ends become {done.target.title}.")
    elif any(key_of(one) in members for one in flow.providers):
        who = ", ".join(one.title for one in flow.consumers)
        why = Text(
            f"Liefert niemand mehr an {who}." if who else "Liefert niemand mehr.",
            f"Nobody provides it to {who} any more.",
        )
    else:
        why = Text("Bezieht niemand mehr.", "Nobody consumes it any more.")
    return InterfaceEffect(flow.fact, partners, flow.mode, flow.data, why)


def _parallels(applied: Applied, rebuilt: set[Key], bench: Bench) -> Iterator[Parallel]:
    """Interfaces of a merged fact with one partner in one direction, of which at least one came with the merge."""
    targets = {key_of(done.target): done.target for done in applied.steps if done.target}
    for key, target in targets.items():
        if key in applied.gone:
            continue
        ways: dict[tuple[str, FactRef], list[FactRef]] = {}
        for flow in flows_of([target], bench.tx):
            if key in map(key_of, flow.providers):
                for one in flow.consumers:
                    ways.setdefault(("to", one), []).append(flow.fact)
            if key in map(key_of, flow.consumers):
                for one in flow.providers:
                    ways.setdefault(("from", one), []).append(flow.fact)
        for (_, partner), flows in ways.items():
            if len(flows) > 1 and rebuilt & set(map(key_of, flows)):
                yield Parallel(target, partner, tuple(flows))


def _orphans(before: Mapping[str, set[int]], bench: Bench) -> Iterator[Orphan]:
    after = carried(bench.tx)
    lost = {what: nodes - after.get(what, set()) for what, nodes in before.items()}
    still = named_nodes(set().union(*lost.values()), bench.tx)
    found = [(still[node], what) for what, nodes in lost.items() for node in nodes if node in still]
    for fact, what in sorted(found, key=lambda pair: (pair[0].label, pair[0].id, pair[1])):
        yield Orphan(fact, _LOST[what])


def _left_behind(applied: Applied, orphans: set[Key], bench: Bench) -> Iterator[LeftBehind]:
    """What stood on something retired and has nothing else for it now, and the units that lose what they use."""
    gone = applied.gone
    hit: dict[tuple[Key, Key], tuple[Joint, LeftBehind]] = {}
    for done in applied.steps:
        for joint in done.outcome.joints if done.target is None else ():
            sufferer = joint.sufferer
            if sufferer is None or key_of(sufferer) in gone.keys() | orphans or sufferer.label == "Interface":
                continue
            if sufferer == joint.source or joint.link.name == "used_by":
                title = joint.link.title if sufferer == joint.source else joint.link.inverse
                left = LeftBehind(sufferer, title, joint.other(key_of(sufferer)), done.number)
                hit[key_of(sufferer), key_of(left.gone)] = (joint, left)
    now = joints_of((joint.source for joint, _ in hit.values()), bench.metamodel, bench.tx)
    links = {(key_of(one.source), one.link.name) for one in now}
    for joint, left in hit.values():
        if (key_of(joint.source), joint.link.name) not in links:
            yield left


def _contracts(applied: Applied) -> Iterator[Contract]:
    for key, properties in applied.before.items():
        ends, notice = properties.get("contract_end"), properties.get("notice_months")
        if key in applied.gone and ends:
            fact = FactRef(*key, properties.get("name"))
            yield Contract(fact, ends, _earlier(ends, notice) if notice is not None else None, _yearly(properties))


def _earlier(day: dt.date, months: int) -> dt.date:
    """The last day on which a contract can be cancelled that many months before it ends."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _yearly(properties: Mapping[str, Any]) -> float | None:
    known = [properties[name] for name in COSTS if properties.get(name) is not None]
    return float(sum(known)) if known else None


def _costs(applied: Applied, bench: Bench) -> CostRange:
    """What is touched and has a cost: applications that go, are merged, come, or got other figures."""
    targets = [done.target for done in applied.steps if done.target]
    made = [fact for done in applied.steps for fact in done.made]
    keys = {key_of(fact) for fact in (*targets, *made)} | applied.gone.keys() | applied.stated_costs
    touched = {key for key in keys if key[0] == "Application"}
    stay = [FactRef(*key) for key in touched - applied.gone.keys()]
    merged: dict[Key, list[Key]] = {}
    for done in applied.steps:
        if done.target:
            merged.setdefault(key_of(done.target), []).extend(key_of(fact) for fact in done.outcome.gone)
    before = {key: facts for key, facts in applied.before.items() if key in touched}
    return cost_range(before, properties_of(stay, bench.tx), merged, applied.stated_costs)
