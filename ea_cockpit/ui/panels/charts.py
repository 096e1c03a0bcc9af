"""Charts: a field of intervals between two axes, and a heat map; a click leads to the fact behind a mark.

Every chart stands beside a table that says the same: no figure is in a picture alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from ea_cockpit.ui.page import FACT, go
from ea_cockpit.ui.session import Session

_FONT = "Source Sans, sans-serif"
INK = "#31333F"
PICKED = alt.selection_point(name="picked", fields=["key"])
"""The mark that was clicked, by the key of its fact; `drawn` opens it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One fact between two axes: from the least to the most it can be on each, and the group that colours it."""

    key: str
    title: str
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    group: str


@dataclass(frozen=True, slots=True)
class Axes:
    """What the two axes say, where each is parted, and how far both reach."""

    x: str
    y: str
    x_limit: float
    y_limit: float
    low: float = 1
    high: float = 5


def field_of(session: Session, spots: Sequence[Spot], axes: Axes, colors: dict[str, str], key: str) -> None:
    """Each fact as a point in the middle of what it can be; a bar shows how far it is open."""
    frame = pd.DataFrame([asdict(spot) for spot in _apart(spots)])
    frame["x"], frame["y"] = (frame["x_low"] + frame["x_high"]) / 2, (frame["y_low"] + frame["y_high"]) / 2
    reach = alt.Scale(domain=[axes.low - 0.3, axes.high + 0.3], nice=False)
    ticks = [float(n) for n in range(int(axes.low), int(axes.high) + 1)]
    x = alt.X("x:Q", title=axes.x, scale=reach, axis=alt.Axis(values=ticks, format="d", grid=False))
    y = alt.Y("y:Q", title=axes.y, scale=reach, axis=alt.Axis(values=ticks, format="d", grid=False))
    color = alt.Color(
        "group:N", title=None, scale=alt.Scale(domain=list(colors), range=list(colors.values())),
        legend=alt.Legend(orient="top", labelLimit=0),
    )  # fmt: skip
    base = alt.Chart(frame)
    layers = (
        alt.Chart(pd.DataFrame({"at": [axes.x_limit]})).mark_rule(strokeDash=[4, 4], color="#8A8D98").encode(x="at:Q"),
        alt.Chart(pd.DataFrame({"at": [axes.y_limit]})).mark_rule(strokeDash=[4, 4], color="#8A8D98").encode(y="at:Q"),
        base.mark_rule(opacity=0.35).encode(x=alt.X("x_low:Q", scale=reach), x2="x_high:Q", y=y, color=color),
        base.mark_rule(opacity=0.35).encode(y=alt.Y("y_low:Q", scale=reach), y2="y_high:Q", x=x, color=color),
        base.mark_circle(size=90, opacity=0.85, cursor="pointer")
        .encode(x=x, y=y, color=color, tooltip=[alt.Tooltip("title:N", title=" "), alt.Tooltip("group:N", title=" ")])
        .add_params(PICKED),
    )
    drawn(session, alt.layer(*layers).properties(height=460), key)


def heat_map(session: Session, cells: Sequence[dict[str, Any]], titles: tuple[str, str, str], key: str) -> None:
    """Rows by columns, the darker the more; each cell is {row, column, count, what, key}, `key` of the fact to open."""
    frame = pd.DataFrame(cells)
    across, down, counted = titles
    shade = alt.Scale(range=["#DCE6F2", "#1F4E79"])
    # Every column is named, also where names stand close.
    upright = alt.Axis(orient="top", labelAngle=-60, labelLimit=160, labelOverlap=False)
    base = alt.Chart(frame).encode(
        x=alt.X("column:N", title=across, sort=None, axis=upright),
        y=alt.Y("row:N", title=down, sort=None, axis=alt.Axis(labelLimit=320)),
    )
    boxes = base.mark_rect(cursor="pointer", stroke="white").encode(
        color=alt.Color("count:Q", title=counted, scale=shade, legend=None),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("row", "column", "what")],
    )
    numbers = base.mark_text(fontSize=12, cursor="pointer").encode(
        text="count:Q", color=alt.condition("datum.count > 2", alt.value("white"), alt.value(INK))
    )
    height = 24 * frame["row"].nunique() + 120
    drawn(session, alt.layer(boxes.add_params(PICKED), numbers).properties(height=height), key)


def _apart(spots: Sequence[Spot]) -> list[Spot]:
    """Spots on one place moved around it a little, in a sunflower's order: marks from 1 to 5 pile up otherwise."""
    seen: dict[tuple[float, ...], int] = {}
    moved = []
    for spot in spots:
        place = (spot.x_low, spot.x_high, spot.y_low, spot.y_high)
        number = seen.get(place, 0)
        seen[place] = number + 1
        radius, angle = 0.06 * number**0.5, number * 2.399963
        across, up = radius * math.cos(angle), radius * math.sin(angle)
        moved.append(
            replace(
                spot, x_low=spot.x_low + across, x_high=spot.x_high + across, y_low=spot.y_low + up,
                y_high=spot.y_high + up,
            )
        )  # fmt: skip
    return moved


def drawn(session: Session, chart: alt.LayerChart | alt.FacetChart, key: str) -> None:
    """Show a chart in the cockpit's type; a click on a mark opens the fact its `key` names."""
    styled = (
        chart.configure_axis(labelFont=_FONT, titleFont=_FONT, labelColor=INK, titleColor=INK, labelFontSize=12)
        .configure_legend(labelFont=_FONT, labelFontSize=13, labelColor=INK)
        .configure_view(stroke="#D5D7DE")
    )
    event = st.altair_chart(styled, key=key, on_select="rerun", selection_mode="picked", width="stretch")
    chosen = event.get("selection", {}).get("picked") or []
    label, _colon, id_ = str(chosen[0].get("key", "") if chosen else "").partition(":")
    if id_:
        go(session, FACT, {"type": label, "id": id_})
