"""Two more charts: events along lanes of time, and bars of parts that add up; a click leads to the fact.

As with every chart, the table beside it says the same.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from ea_cockpit.ui.panels.charts import INK, PICKED, drawn
from ea_cockpit.ui.session import Session

_LANE, _BAR = 32, 26
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day: on which lane, to which fact, and whether it stands out."""

    key: str
    title: str
    lane: str
    day: dt.date
    marked: str | None = None
    """What is wrong with it."""


def lanes_of(session: Session, events: Sequence[Event], colors: Mapping[str, str], key: str) -> None:
    """Events by day, a lane for each kind in the order of `colors`; what is marked has a red rim.

    Several of a kind on one day are one mark with their number: inventories are full of 31 December.
    """
    grouped: dict[tuple[str, dt.date], list[Event]] = defaultdict(list)
    for event in events:
        grouped[event.lane, event.day].append(event)
    frame = pd.DataFrame([_mark(lane, day, together) for (lane, day), together in grouped.items()])
    present = [lane for lane in colors if lane in set(frame["lane"])]
    lane = alt.Y("lane:N", title=None, sort=present, scale=alt.Scale(domain=present), axis=alt.Axis(labelLimit=320))
    color = alt.Color(
        "lane:N", legend=None, scale=alt.Scale(domain=present, range=[colors[name] for name in present])
    )  # fmt: skip
    base = alt.Chart(frame).encode(
        x=alt.X("day:T", title=None, axis=alt.Axis(format="%m.%Y", grid=True, labelOverlap=True)), y=lane
    )
    dots = base.mark_circle(opacity=0.9, cursor="pointer", strokeWidth=3).encode(
        color=color,
        size=alt.Size(
            "count:Q", legend=None, scale=alt.Scale(type="sqrt", domain=[1, 20], range=[110, 420], clamp=True)
        ),
        stroke=alt.condition("datum.marked != ''", alt.value("#B3261E"), alt.value(None)),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("what", "lane", "date", "marked")],
    )
    numbers = base.transform_filter("datum.count > 1").mark_text(color="white", fontSize=11, fontWeight="bold").encode(
        text="count:Q", tooltip=alt.value(None)
    )  # fmt: skip
    height = _LANE * len(present) + 40
    drawn(session, alt.layer(dots.add_params(PICKED), numbers).properties(height=height), key)


def _mark(lane: str, day: dt.date, together: Sequence[Event]) -> dict[str, Any]:
    listed, more = ", ".join(event.title for event in together[:_NAMED]), len(together) - _NAMED
    faults = list(dict.fromkeys(event.marked for event in together if event.marked))
    return {
        # Of several none can be opened by a click: the table has them all.
        "key": together[0].key if len(together) == 1 else "", "lane": lane, "day": day.isoformat(),
        "date": f"{day:%d.%m.%Y}", "count": len(together), "what": f"{listed} (+{more})" if more > 0 else listed,
        "marked": "; ".join(faults[:_NAMED]),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """One group: its parts by name, and the words beside its bar."""

    key: str | None
    title: str
    parts: Mapping[str, float]
    told: str


def bars_of(session: Session, bars: Sequence[Bar], colors: Mapping[str, str], axis: str, key: str) -> None:
    """Groups in their order, each a bar of its parts in the order of `colors`."""
    names = list(colors)
    frame = pd.DataFrame([
        {"key": bar.key or "", "title": bar.title, "part": part, "place": names.index(part), "value": value}
        for bar in bars
        for part, value in bar.parts.items()
    ])  # fmt: skip
    ends = pd.DataFrame([
        {"key": bar.key or "", "title": bar.title, "end": sum(bar.parts.values()), "told": bar.told} for bar in bars
    ])  # fmt: skip
    order = [bar.title for bar in bars]
    most = max((sum(bar.parts.values()) for bar in bars), default=0.0)
    # Room to the right for the words beside the longest bar.
    reach = alt.Scale(domain=[0, most * 1.25 or 1.0], nice=False)
    title = alt.Y("title:N", title=None, sort=order, axis=alt.Axis(labelLimit=320))
    thousands = "replace(format(datum.value, ',.0f'), /,/g, \"'\")"
    boxes = alt.Chart(frame).mark_bar(cursor="pointer").encode(
        x=alt.X("value:Q", title=axis, scale=reach, axis=alt.Axis(labelExpr=thousands, grid=False)),
        y=title,
        order="place:Q",
        color=alt.Color(
            "part:N", title=None, scale=alt.Scale(domain=names, range=[*colors.values()]),
            legend=alt.Legend(orient="top", labelLimit=0),
        ),
        tooltip=[alt.Tooltip("title:N", title=" "), alt.Tooltip("part:N", title=" ")],
    )  # fmt: skip
    words = alt.Chart(ends).mark_text(align="left", dx=6, fontSize=12, color=INK).encode(
        x=alt.X("end:Q", scale=reach), y=title, text="told:N"
    )  # fmt: skip
    drawn(session, alt.layer(boxes.add_params(PICKED), words).properties(height=_BAR * len(bars) + 80), key)
