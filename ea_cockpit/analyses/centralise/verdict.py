"""The guideline's verdict in words: which rows fired, on what facts, and what would decide an open one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ea_cockpit.analyses.centralise.case import Case
from ea_cockpit.analyses.centralise.dossier import Member
from ea_cockpit.analyses.centralise.guideline import INPUTS, Known, Rule, Verdict
from ea_cockpit.analyses.centralise.landscape import App
from ea_cockpit.i18n import Text

_WORDS = {
    "same": Text("gleich", "the same"), "mixed": Text("verschieden", "mixed"),
    "different": Text("verschieden", "different"), "yes": Text("ja", "yes"), "no": Text("nein", "no"),
    "one": Text("eines", "one"), "several": Text("mehrere", "several"), "none": Text("keine", "none"),
    "personal": Text("Personendaten", "personal"), "sensitive": Text("besonders schützenswert", "sensitive"),
}  # fmt: skip

_SHOWN = 4
_LACKS: dict[str, Callable[[App, Member], bool]] = {
    "sovereignty": lambda app, _: app.office is None or isinstance(app.office, str),
    "legal_basis": lambda _, member: not member.laws,
    "products": lambda app, _: not app.product,
    "personal_data": lambda _, member: member.personal is None,
    "protection_gap": lambda _, member: None in member.needs,
    "offices": lambda app, _: app.office is None,
    "contract_months": lambda _, member: member.contract_end is None,
    "run_cost": lambda _, member: member.run_cost is None,
}
"""Which member leaves an input open."""


def trace(case: Case) -> Text:
    """Why the verdict: each row that fired with its sentence and the facts it rests on."""
    decision = case.decision
    told = [_row(rule, case) for rule in decision.rules]
    if decision.verdict is not Verdict.UNDECIDED:
        return _joined(told)
    needed, rows = _joined([_open(name, case) for name in decision.open_inputs], "; "), _joined(told)
    return Text(f"Offen ist: {needed.de}. Möglich sind: {rows.de}", f"Open: {needed.en}. Possible are: {rows.en}")


def _open(name: str, case: Case) -> Text:
    """What is not known, and of whom."""
    title = INPUTS[name].title
    lacking = [
        app.title
        for app, member in zip(case.apps, case.members, strict=True)
        if name in _LACKS and _LACKS[name](app, member)
    ]
    if not lacking:
        return title
    more = f" (+{len(lacking) - _SHOWN})" if len(lacking) > _SHOWN else ""
    shown = ", ".join(lacking[:_SHOWN]) + more
    return Text(f"{title.de} (fehlt bei {shown})", f"{title.en} (missing for {shown})")


def could_be(case: Case) -> tuple[Verdict, ...]:
    """The verdicts that are possible, once each."""
    return tuple(dict.fromkeys(rule.then for rule in case.decision.rules))


def _row(rule: Rule, case: Case) -> Text:
    facts = [_fact(name, case.facts[name]) for name in rule.when]
    then, known = rule.then.text, _joined(facts, ", ")
    on = Text(f" ({known.de})", f" ({known.en})") if facts else Text("", "")
    return Text(
        f"{rule.id} {then.de}: {rule.says.de}{on.de}", f"{rule.id} {then.en}: {rule.says.en}{on.en}"
    )  # fmt: skip


def _fact(name: str, known: Known) -> Text:
    title = INPUTS[name].title
    if isinstance(known, frozenset):
        listed = [_WORDS[word] for word in INPUTS[name].words if word in known]
        value = Text(" oder ".join(word.de for word in listed), " or ".join(word.en for word in listed))
    else:
        value = _range(known)
    return Text(f"{title.de}: {value.de}", f"{title.en}: {value.en}")


def _range(known: tuple[float, float]) -> Text:
    low, high = known
    if high == math.inf:
        return Text(f"mindestens {low:.4g}", f"at least {low:.4g}")
    if f"{low:.2g}" == f"{high:.2g}":
        return Text(f"{low:.4g}", f"{low:.4g}")
    return Text(f"{low:.3g} bis {high:.3g}", f"{low:.3g} to {high:.3g}")


def _joined(texts: Sequence[Text], mark: str = " | ") -> Text:
    return Text(mark.join(text.de for text in texts), mark.join(text.en for text in texts))
