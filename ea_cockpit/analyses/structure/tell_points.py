"""A point of failure in words: what falls, the most critical of it, and how the failure gets there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.structure.network import CRITICAL, Facts, Names, Step, counted, told, way
from ea_cockpit.analyses.structure.points import Point
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel

_NAMED = 5
_ORDER = ("DataStore", "Hosting", "BusinessProcess", "Service")


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A point with what of it is shown, before the names are read."""

    point: Point
    critical: list[int]
    path: list[Step]

    @property
    def shown(self) -> set[int]:
        """All facts that need a name."""
        return {*self.point.facts, *self.critical, *(end for step in self.path for end in (step.first, step.second))}

    def row(self, facts: Facts, names: Names, metamodel: Metamodel) -> dict[str, Any]:
        """The values of its row."""
        point = self.point
        first = names[point.facts[0]]
        by_label = Counter(facts.labels[one] for one in point.felled)
        felled = counted(((label, by_label[label]) for label in _ORDER), metamodel)
        other = names[point.facts[1]] if len(point.facts) > 1 else None
        return {
            "label": first.label, "id": first.id, "name": first.name,
            "together_with": f"{other.title} ({other.id})" if other else None,
            "applications": by_label["Application"], "felled": felled,
            "critical": tuple(names.title(one) for one in self.critical),
            "despite_redundancy": point.despite_redundancy,
            "way": told(self.path, names, metamodel), "reason": self._reason(facts, names, by_label["Application"]),
        }  # fmt: skip

    def _reason(self, facts: Facts, names: Names, count: int) -> Text:
        grave = sum(facts.labels[one] == "Application" and facts.weights[one] >= CRITICAL for one in self.point.felled)
        titles = [names.title(one) for one in self.point.facts]
        if len(titles) > 1:
            return Text(
                f"Fallen «{titles[0]}» und «{titles[1]}» zugleich aus, bleibt nichts mehr, worauf {_apps(count).de} "
                f"laufen; davon mit hoher oder sehr hoher Kritikalität: {grave}.",
                f"If «{titles[0]}» and «{titles[1]}» fail at once, nothing is left for {_apps(count).en} to run on; "
                f"of these with high or very high criticality: {grave}.",
            )
        de = f"Mit «{titles[0]}» fallen {_apps(count).de} aus; davon mit hoher oder sehr hoher Kritikalität: {grave}."
        en = f"With «{titles[0]}» {_apps(count).en} fail; of these with high or very high criticality: {grave}."
        if despite := self.point.despite_redundancy:
            de += f" {despite} haben mehrere Umgebungen, doch alle stehen hier: keine echte Redundanz."
            en += f" {despite} have several hostings that all stand here: no true redundancy."
        if self.point.articulation:
            de += " Gelenkpunkt: Ohne ihn zerfällt das Netz der Abhängigkeiten."
            en += " Articulation point: without it the network of dependencies falls apart."
        return Text(de, en)


def _apps(count: int) -> Text:
    return Text(
        f"{count} Applikation{'' if count == 1 else 'en'}", f"{count} application{'' if count == 1 else 's'}"
    )  # fmt: skip


def tell(point: Point, facts: Facts, out: dict[int, list[Step]]) -> PointDraft:
    """What of a point is shown: the most critical applications, and the way to the first of them."""
    apps = [one for one in point.felled if facts.labels[one] == "Application"]
    critical = sorted(apps, key=lambda one: (-facts.weights[one], one))[:_NAMED]
    within = {*point.felled, *point.facts}
    path = way(point.facts[0], critical[0], out, within) if critical else []
    return PointDraft(point, critical, path)
