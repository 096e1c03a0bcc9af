"""What an office is asked about its entries: what is missing, unknown, doubtful or not confirmed for a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.facts.application import ApplicationStatus, Sourcing
from ea_cockpit.model.metamodel import FactType, Metamodel
from ea_cockpit.tabular.form import Question

KEY_FIELDS = {
    "Application": (
        "name", "kind", "status", "business_owner", "criticality", "confidentiality", "personal_data", "owned_by",
        "used_by", "supplied_by", "hosted_on", "supports",
    ),
    "Interface": ("mode", "frequency", "encrypted", "provided_by", "consumed_by", "carries"),
    "DataStore": ("name", "kind", "classification", "personal_data", "held_by"),
    "BusinessProcess": ("name", "owned_by", "uses"),
    "Service": ("name", "offered_by", "realised_by"),
}  # fmt: skip
"""Without these an entry is of little use; they are asked for where they are empty."""
SHEETS = ("Application", "Interface", "DataStore", "BusinessProcess", "Service")
"""The sheets of an office's workbook, in the order people fill them."""

_YEAR = dt.timedelta(days=365)
_MISSING = Text("Bitte ausfüllen. {help}", "Please fill in. {help}")
_UNKNOWN = Text(
    "«{text}» ist unter {targets} nicht bekannt. Bitte aus der Liste wählen oder richtig schreiben.",
    "'{text}' is not known among {targets}. Please choose from the list or correct it.",
)
_NEVER = Text(
    "Noch nie bestätigt. Bitte die Zeile prüfen und das heutige Datum eintragen.",
    "Never confirmed. Please check the row and put today's date.",
)
_LONG_AGO = Text(
    "Zuletzt am {day} bestätigt. Bitte die Zeile prüfen und das heutige Datum eintragen.",
    "Last confirmed on {day}. Please check the row and put today's date.",
)
_OVER = Text(
    "Hier steht «{status}», aber das Lebensende war am {day}. Was stimmt?",
    "This says '{status}', but the end of life was on {day}. Which is right?",
)
_STARTED = Text(
    "Hier steht «{status}», aber produktiv ist sie seit dem {day}. Was stimmt?",
    "This says '{status}', but it has been productive since {day}. Which is right?",
)
_TURNED = Text(
    "Das Lebensende liegt vor dem Beginn des Auslaufs ({day}). Was stimmt?",
    "The end of life lies before the phase-out begins ({day}). Which is right?",
)
_EXPIRED = Text(
    "Der Vertrag ist am {day} ausgelaufen. Wurde er verlängert?", "The contract ended on {day}. Was it extended?"
)


def questions(
    kind: FactType, facts: Iterable[Fact], still_open: dict[str, Sequence[str]], metamodel: Metamodel, today: dt.date
) -> Iterator[Question]:
    """All questions on these facts; `still_open` holds by id the references nothing answers to, as `link=text`."""
    for fact in facts:
        asked = dict[str, Text]()
        for field, asks in _asked(kind, fact, still_open.get(fact.id, ()), metamodel, today):
            # One question a cell: the first is the most telling.
            asked.setdefault(field, asks)
        called = f"{fact.name} ({fact.id})" if fact.name else fact.id
        yield from (Question(kind.label, fact.id, called, field, asks) for field, asks in asked.items())


def _asked(
    kind: FactType, fact: Fact, still_open: Sequence[str], metamodel: Metamodel, today: dt.date
) -> Iterator[tuple[str, Text]]:
    for kept in still_open:
        name, _, text = kept.partition("=")
        targets = [metamodel[target].plural for target in getattr(kind.by_name.get(name), "targets", ())]
        if targets:
            words = Text(*(" / ".join(title.in_(lang) for title in targets) for lang in LANGS))
            yield name, _UNKNOWN.format(text=text, targets=words)
    if kind.label == "Application":
        yield from _doubtful(fact, today)
    if not _is_over(fact):
        for name in KEY_FIELDS.get(kind.label, ("name",)):
            if name in kind.by_name and getattr(fact, name) in (None, "", ()) and not _is_own_work(fact, name):
                yield name, _MISSING.format(help=kind.by_name[name].help)
        if fact.confirmed_on is None:
            yield "confirmed_on", _NEVER
        elif fact.confirmed_on < today - _YEAR:
            yield "confirmed_on", _LONG_AGO.format(day=_day(fact.confirmed_on))


def _is_over(fact: Fact) -> bool:
    """Nobody is asked to complete what no longer runs."""
    return getattr(fact, "status", None) == ApplicationStatus.RETIRED


def _is_own_work(fact: Fact, name: str) -> bool:
    """What was built in-house has no supplier."""
    return name == "supplied_by" and getattr(fact, "sourcing", None) is Sourcing.IN_HOUSE


def _doubtful(fact: Fact, today: dt.date) -> Iterator[tuple[str, Text]]:
    status, end, start, turn, contract = (
        getattr(fact, name) for name in ("status", "end_of_life", "productive_since", "phase_out_from", "contract_end")
    )
    runs = status in (ApplicationStatus.PRODUCTIVE, ApplicationStatus.PHASE_OUT)
    if runs and end and end < today:
        yield "status", _OVER.format(status=status.text, day=_day(end))
    if status is ApplicationStatus.PLANNED and start and start < today:
        yield "status", _STARTED.format(status=status.text, day=_day(start))
    if end and turn and end < turn:
        yield "end_of_life", _TURNED.format(day=_day(turn))
    if runs and contract and contract < today:
        yield "contract_end", _EXPIRED.format(day=_day(contract))


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
