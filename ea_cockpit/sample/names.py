"""Which applications there are and what they are called: one name, one application, but for the planted doubles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ea_cockpit.sample.canton import leaves, owners
from ea_cockpit.sample.draft import Draft

ESSENTIAL = (
    "Zentrale Anmeldung", "Verzeichnisdienst", "Integrationsplattform", "GEVER Kanton", "Formulardienst Kanton",
    "Zeiterfassung Kanton", "Kantonale Einwohnerplattform", "Finanzbuchhaltung", "Dateiablage Kanton",
)  # fmt: skip
# Tasks with a mandatory solution first: so that even a small canton breaks those rules.
_FIRST_TASKS = ("Geschäftskontrolle", "Onlineformulare", "Zeiterfassung")


@dataclass(frozen=True, slots=True)
class Plan:
    """An application before it has any property: its name and what decides the rest."""

    name: str
    kind: str
    capability: str
    unit: str
    products: tuple[str, ...] = ()
    personal: str = "none"
    task: str = ""
    whole: str = ""
    successor: str = ""
    same_as: str = ""


def plan_applications(draft: Draft) -> list[Plan]:
    """As many applications as asked for, in a mix as administrations have it."""
    specialist = _specialist(draft)
    rest = draft.size - len(specialist)
    doubles = max(3, draft.size // 100)
    parts = {
        _old_ones: min(round(rest * 0.06), len(specialist) * 3 // 4), _desktop: round(rest * 0.22),
        _modules: round(rest * 0.16), _jobs: round(rest * 0.10),
    }  # fmt: skip
    plans = list(specialist)
    for make, count in parts.items():
        plans += _take(make(draft, specialist), count)
    plans += _take(_generic(draft, rest - doubles - sum(parts.values())), rest - doubles - sum(parts.values()))
    return plans + _doubles(draft, specialist, doubles)


def _take(plans: Iterator[Plan], count: int) -> list[Plan]:
    return [plan for plan, _ in zip(plans, range(count), strict=False)]


def _specialist(draft: Draft) -> list[Plan]:
    every: list[Plan] = []
    kept: list[Plan] = []
    for key, leaf in leaves(draft).items():
        for place, entry in enumerate(leaf["applications"]):
            name, _, kind = entry.partition(" @")
            unit = f"OE-{draft.rng.choice(leaf['units'])}"
            plan = Plan(name, kind or "specialist", key, unit, tuple(leaf["products"]), leaf["personal"])
            (kept if place == 0 or name in ESSENTIAL else every).append(plan)
    return kept + draft.sample(every, max(0, round(draft.size * 0.62) - len(kept)))


def _endless(draft: Draft, texts: list[tuple[str, Plan]]) -> Iterator[Plan]:
    """The plans in random order, and again with a number once they are used up."""
    draft.rng.shuffle(texts)
    turn = 1
    while texts:
        for name, plan in texts:
            yield replace(plan, name=name if turn == 1 else f"{name} {turn}")
        turn += 1


def _old_ones(draft: Draft, specialist: list[Plan]) -> Iterator[Plan]:
    fitting = [p for p in specialist if p.kind in ("specialist", "register", "cross_cutting")]
    return _endless(draft, [(f"{p.name} (Altsystem)", replace(p, successor=p.name, products=())) for p in fitting])


def _desktop(draft: Draft, specialist: list[Plan]) -> Iterator[Plan]:
    shorts = {key: row["short_name"] for key, row in draft.of("OrganisationUnit").items()}
    local = {plan.unit: plan for plan in specialist}
    texts = []
    for unit in owners(draft):
        # A division's lists serve the capabilities of its office.
        home = local.get(unit) or local.get("-".join(unit.split("-")[:2]))
        if home:
            for tool in draft.words["desktop"]:
                text = f"{draft.rng.choice(('Excel', 'Excel', 'Access'))}-{tool} {shorts[unit]}"
                texts.append((text, replace(home, kind="desktop_tool", unit=unit, products=())))
    return _endless(draft, texts)


def _modules(draft: Draft, specialist: list[Plan]) -> Iterator[Plan]:
    big = [p for p in specialist if p.kind in ("specialist", "register", "cross_cutting")]
    words = draft.words["modules"]
    return _endless(draft, [(f"{p.name} – Modul {word}", replace(p, whole=p.name)) for p in big for word in words])


def _jobs(draft: Draft, specialist: list[Plan]) -> Iterator[Plan]:
    def job(plan: Plan) -> Plan:
        return replace(plan, kind="integration_job", products=())

    words = draft.words["jobs"]
    return _endless(draft, [(f"Job {word} {p.name}", job(p)) for p in specialist for word in words])


def _generic(draft: Draft, count: int) -> Iterator[Plan]:
    """The same task solved office by office: a few tasks in a small canton, all of them in a large one."""
    tasks = sorted(draft.words["tasks"], key=lambda task: task[0] not in _FIRST_TASKS)
    tasks = tasks[: max(4, min(len(tasks), count // 4))]
    units = owners(draft)
    rounds = [draft.sample(units, len(units)) for _ in tasks]
    for row in rounds:
        draft.rng.shuffle(row)
    turn = 1
    while True:
        for place in range(len(units)):
            for (name, capability, products, personal), order in zip(tasks, rounds, strict=True):
                short = draft.of("OrganisationUnit")[order[place]]["short_name"]
                text = f"{name} {short}" if turn == 1 else f"{name} {short} {turn}"
                yield Plan(text, "specialist", capability, order[place], tuple(products), personal, task=name)
        turn += 1


_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda name: name.replace("verwaltung", "verw."),
    lambda name: name.replace(" und ", " & "),
    lambda name: name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"),
    lambda name: name.replace("kontrolle", "-Kontrolle"),
    lambda name: name.replace("register", "-Register"),
    lambda name: name.replace("datenbank", "-DB"),
    lambda name: f"Fachapplikation {name}",
)


def _doubles(draft: Draft, specialist: list[Plan], count: int) -> list[Plan]:
    """Applications listed a second time, under another spelling, by another office."""
    chosen = [p for p in specialist if p.name not in ESSENTIAL]
    draft.rng.shuffle(chosen)
    made: list[Plan] = []
    units = owners(draft)
    for turn in range(count):
        plan = chosen[turn % len(chosen)]
        spelled = [text for change in _SPELLINGS if (text := change(plan.name)) != plan.name]
        name = spelled[turn // len(chosen) % len(spelled)]
        made.append(replace(plan, name=name, unit=draft.rng.choice(units), same_as=plan.name))
    return made
