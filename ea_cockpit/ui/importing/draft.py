"""An import in preparation: files and all choices, kept while the reader visits other pages or loads this one anew."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import streamlit as st

from ea_cockpit.ingest.correct import Corrections, SheetKey
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.ingest.draft import Key
from ea_cockpit.ingest.report import Report

T = TypeVar("T")
TOKEN = "entwurf"  # noqa: S105  the name of a parameter
_KEPT_HOURS = 12


@dataclass
class ImportDraft:
    """Everything chosen so far; `turn` makes the widgets of a new import new."""

    files: dict[str, bytes] = field(default_factory=dict)
    profile: str | None = None
    source: str = ""
    sheets: dict[SheetKey, str | None] = field(default_factory=dict)
    columns: dict[SheetKey, dict[int, str]] = field(default_factory=dict)
    cells: dict[tuple[Key, str], Side] = field(default_factory=dict)
    rows: dict[Key, Side] = field(default_factory=dict)
    by_file: dict[str, Side] = field(default_factory=dict)
    accept_valid: bool = False
    retire_missing: bool = False
    step: int = 0
    turn: int = 0
    outcome: Report | None = None
    rest: dict[str, bytes] = field(default_factory=dict)
    _made: dict[str, tuple[Hashable, Any]] = field(default_factory=dict)

    @property
    def corrections(self) -> Corrections:
        """What the reader said of sheets and columns."""
        return Corrections(self.sheets, self.columns)

    @property
    def decisions(self) -> Decisions:
        """The sides the reader took."""
        return Decisions(self.cells, self.rows, self.by_file)

    def made(self, what: str, place: Hashable, make: Callable[[], T]) -> T:
        """Something worked out once for the present choices; `place` names what it depends on."""
        known = self._made.get(what)
        if known is None or known[0] != place:
            self._made[what] = known = (place, make())
        return cast("T", known[1])

    def start_again(self) -> None:
        """Forget everything for the next import."""
        self.__dict__.update(ImportDraft(turn=self.turn + 1).__dict__)


def current_draft() -> ImportDraft:
    """The draft of this reader: the one the address names, the one of this session, or a new one."""
    token = st.query_params.get(TOKEN) or st.session_state.get(TOKEN) or ""
    # Whoever knows the token sees the files: it is long and random, and an unknown one is never taken up.
    if len(token) < 20 or token not in _issued():
        token = secrets.token_urlsafe(24)
        _issued().add(token)
    st.session_state[TOKEN] = token
    if st.query_params.get(TOKEN) != token:
        st.query_params[TOKEN] = token
    return _draft(token)


@st.cache_resource(show_spinner=False)
def _issued() -> set[str]:
    return set()


@st.cache_resource(show_spinner=False, max_entries=50, ttl=_KEPT_HOURS * 3600)
def _draft(token: str) -> ImportDraft:
    del token
    return ImportDraft()
