"""Reads what the first pages need as soon as the cockpit starts, so that its first reader need not wait."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.catalogue import Freshness
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.settings import load_settings
from ea_cockpit.ui.filters import kept_filters
from ea_cockpit.ui.frames import fact_frame
from ea_cockpit.ui.panels.pick import USUAL
from ea_cockpit.ui.session import Session, open_session
from ea_cockpit.ui.views.overview import kept_freshness, last_runs


def warm_up() -> Thread:
    """Reads in the background what the overview and the catalogue show; returns what reads, to wait for or not."""
    reading = Thread(target=_read_ahead, name="read-ahead", daemon=True)
    reading.start()
    return reading


def _read_ahead() -> None:
    try:
        session = open_session(load_settings().lang)
        last_runs(session)
        for kind in _biggest_first(session, kept_freshness(session)):
            kept_filters(session, kind)
            fact_frame(session, kind)
    except CockpitError:
        return  # whoever opens a page is told what is wrong, and what to do


def _biggest_first(session: Session, found: list[Freshness]) -> Iterator[FactType]:
    """Applications before all others: the catalogue opens with them."""
    ordered = sorted(found, key=lambda row: (row.label != USUAL, -row.facts))
    yield from (session.metamodel[row.label] for row in ordered if row.label in session.metamodel)
