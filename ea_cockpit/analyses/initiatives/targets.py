"""Initiatives that change the same application, one that ends, or one that another's application builds on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ea_cockpit.analyses.initiatives.plans import Conflict, Found, Plan, Target, overlap, sure
from ea_cockpit.i18n import LANGS, Text

_SAME = Text(
    "{one} und {other} verändern zur gleichen Zeit {named}.", "{one} and {other} change {named} at the same time."
)
_SAME_REMEDY = Text(
    "Vorgehen und Einführung gemeinsam planen, für jede Applikation eine Federführung bestimmen.",
    "Plan work and rollout together, and name one lead for each application.",
)
_ENDING = Text("{one} verändert {named}.{also}", "{one} changes {named}.{also}")
_ALSO = Text(" Auch {other} arbeitet daran.", " So does {other}.")
_ENDING_REMEDY = Text(
    "Klären, welches Vorhaben abschaltet und welches weiterbaut; was endet, nicht mehr ausbauen.",
    "Settle which initiative retires it and which builds on it; extend nothing that ends.",
)
_BENEATH = Text(
    "{one} verändert {named}, während {other} daran arbeitet, worauf das beruht.",
    "{one} changes {named} while {other} works on what that is built on.",
)
_BENEATH_REMEDY = Text(
    "Die Schnittstelle festhalten, bevor beide beginnen, oder die Vorhaben nacheinander ausführen.",
    "Fix the interface before both begin, or carry the initiatives out one after the other.",
)
_ON = Text("{above} (beruht auf {below})", "{above} (built on {below})")
_IS_ELIMINATED = Text("«{name}» (Entscheid: eliminieren)", "“{name}” (decision: eliminate)")
_ENDS = Text("«{name}» (Lebensende {day})", "“{name}” (end of life {day})")


def on_targets(plans: Sequence[Plan], targets: Mapping[str, Target]) -> Iterator[Found]:
    """All conflicts about applications."""
    by_target: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        for key in plan.affects:
            by_target[key].append(plan)
    yield from _shared(by_target, targets)
    yield from _outlived(by_target, targets)
    yield from _beneath(by_target, targets)


def _shared(by_target: Mapping[str, list[Plan]], targets: Mapping[str, Target]) -> Iterator[Found]:
    pairs: dict[tuple[Plan, Plan], list[str]] = defaultdict(list)
    for key, plans in by_target.items():
        for pair in combinations(plans, 2):
            pairs[pair].append(key)
    for (one, other), keys in pairs.items():
        ending = [key for key in keys if targets[key].eliminated or targets[key].ends_before(one, other)]
        if ending:
            also = _ALSO.format(other=other.told)
            yield _ends(one, [targets[key] for key in ending], also, other)
        if (rest := [key for key in keys if key not in ending]) and overlap(one, other):
            named = _names([targets[key] for key in rest])
            reason = _SAME.format(one=one.told, other=other.told, named=named)
            yield Found(
                Conflict.SAME_APPLICATION, one, reason, _SAME_REMEDY, other.id, tuple(rest), sure(one, other)
            )  # fmt: skip


def _outlived(by_target: Mapping[str, list[Plan]], targets: Mapping[str, Target]) -> Iterator[Found]:
    """Work on an application that ends before the work does; a plan alone may well be the one that retires it."""
    alone: dict[Plan, list[Target]] = defaultdict(list)
    for key, plans in by_target.items():
        if len(plans) == 1 and targets[key].ends_before(plans[0]):
            alone[plans[0]].append(targets[key])
    for plan, ending in alone.items():
        yield _ends(plan, ending, Text("", ""), None)


def _ends(plan: Plan, ending: Sequence[Target], also: Text, other: Plan | None) -> Found:
    named = [
        _IS_ELIMINATED.format(name=one.name)
        if one.eliminated
        else _ENDS.format(name=one.name, day=f"{one.end_of_life:%d.%m.%Y}")
        for one in ending
    ]
    reason = _ENDING.format(one=plan.told, named=_joined(named), also=also)
    both = [plan, other] if other else [plan]
    return Found(
        Conflict.ENDING_APPLICATION, plan, reason, _ENDING_REMEDY, other.id if other else None,
        tuple(one.id for one in ending), sure(*both),
    )  # fmt: skip


def _beneath(by_target: Mapping[str, list[Plan]], targets: Mapping[str, Target]) -> Iterator[Found]:
    pairs: dict[tuple[Plan, Plan], list[tuple[Target, Target]]] = defaultdict(list)
    for key, above in by_target.items():
        for below in targets[key].needs:
            for one in above:
                for other in by_target.get(below, ()):
                    if other is not one and below not in one.affects and overlap(one, other):
                        pairs[one, other].append((targets[key], targets[below]))
    for (one, other), found in pairs.items():
        named = _joined([_ON.format(above=f"«{above.name}»", below=f"«{below.name}»") for above, below in found])
        reason = _BENEATH.format(one=one.told, other=other.told, named=named)
        keys = tuple(dict.fromkeys(below.id for _, below in found))
        yield Found(Conflict.APPLICATION_BENEATH, one, reason, _BENEATH_REMEDY, other.id, keys, sure(one, other))


def _names(targets: Sequence[Target]) -> Text:
    return Text(", ".join(f"«{one.name}»" for one in targets), ", ".join(f"“{one.name}”" for one in targets))


def _joined(texts: Sequence[Text]) -> Text:
    return Text(*(", ".join(text.in_(lang) for text in texts) for lang in LANGS))
