"""Groups of applications in different offices that do the same work, judged by the office's own guideline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.centralise.case import Maker
from ea_cockpit.analyses.centralise.dossier import read_dossier, read_names
from ea_cockpit.analyses.centralise.find import find_groups, offices_of
from ea_cockpit.analyses.centralise.guideline import Verdict, load_guideline
from ea_cockpit.analyses.centralise.landscape import read_scene
from ea_cockpit.analyses.centralise.pairs import weights_of
from ea_cockpit.analyses.centralise.ranking import Ranked, rank
from ea_cockpit.analyses.centralise.settings import CentralisationSettings, load_weights
from ea_cockpit.analyses.centralise.target import TargetKind
from ea_cockpit.analyses.centralise.tell import Teller, shown_facts
from ea_cockpit.analyses.centralise.verdict import could_be, trace
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import DAY, Parameter
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text


class Candidate(AnalysisRow):
    """One group."""

    rank: int = result(
        ("Rang", "Rank"), ("Rang unter den Gewichten der Einstellungen.", "Rank under the weights set."), ...
    )
    work: str = result(("Aufgabe", "Work"), ("Was alle tun, aus ihren Namen.", "What all do, by their names."), ...)
    verdict: Verdict = result(("Empfehlung", "Verdict"), ("Was die Richtlinie sagt.", "What the guideline says."), ...)
    could_be: tuple[Verdict, ...] = result(
        ("Möglich", "Possible"),
        ("Was sie sagen kann, je nach den fehlenden Angaben.", "What it may say, depending on what is missing."),
        (),
    )
    reason: Text = result(
        ("Begründung", "Reason"),
        ("Die Zeilen der Richtlinie, die zutreffen, mit ihren Angaben.", "The guideline's rows that hold, with facts."),
        ...,
    )
    offices: int = result(("Ämter", "Offices"), ("In wie vielen Ämtern.", "In how many offices."), ...)
    members: tuple[str, ...] = result(
        ("Mitglieder", "Members"),
        ("Die Applikationen mit ihrem Amt; ? heisst vermutet.", "The applications with their office; ? is a guess."),
        (),
    )
    applications: tuple[str, ...] = result(
        ("IDs", "IDs"), ("Die IDs der Applikationen.", "The ids of the applications."), ()
    )
    target_kind: TargetKind = result(
        ("Ziel", "Target"), ("Woher die gemeinsame Lösung käme.", "Where the one solution would come from."), ...
    )
    target: str | None = result(
        ("Zielapplikation", "Target application"), ("Wohin die andern wechseln.", "Where the others would go.")
    )
    target_why: Text = result(("Grund für das Ziel", "Why this target"), ("Warum gerade sie.", "Why this one."), ...)
    score: Interval = result(
        ("Punkte", "Points"),
        (
            "Wert für den Rang, 0 bis 100; die Spanne zeigt, was fehlt.",
            "Value of the rank; the range is what is missing.",
        ),
        ...,
    )
    stability: Text = result(
        ("Stabilität", "Stability"),
        ("Was aus dem Rang wird, wenn man die Gewichte ändert.", "What becomes of the rank under other weights."),
        ...,
    )
    first: float = result(
        ("Anteil Rang 1", "Share first"),
        ("Anteil der Gewichtungen auf Rang 1.", "Share of weightings ranked first."),
        0.0,
    )
    top: float = result(
        ("Anteil vorne", "Share among top"), ("Anteil unter den ersten.", "Share among the first."), 0.0
    )
    holds: float = result(
        ("Anteil Gruppe", "Share a group"),
        ("Anteil der Gewichtungen, in denen es eine Gruppe bleibt.", "Share of weightings in which it stays a group."),
        0.0,
    )
    evidence: tuple[Text, ...] = result(
        ("Was sie verbindet", "Evidence"),
        ("Was sie teilen und wie viel es zählt.", "What they share, and its part."),
        (),
    )
    against: tuple[Text, ...] = result(
        ("Was dagegen spricht", "Counter-evidence"), ("Was sie trennt.", "What keeps them apart."), ()
    )
    blockers: tuple[Text, ...] = result(
        ("Vorher zu klären", "To be cleared first"), ("Was im Weg steht.", "What stands in the way."), ()
    )
    run_cost: Interval = result(
        ("Betriebskosten (CHF/Jahr)", "Run cost (CHF/year)"),
        ("Summe der Mitglieder; was fehlt, ist offen.", "Sum of the members; what is missing is open."),
        ...,
    )
    falls_away: int = result(
        ("Fallen weg", "Fall away"), ("Wie viele Schnittstellen wegfallen.", "How many interfaces fall away."), 0
    )
    falling: tuple[str, ...] = result(
        ("Wegfallende Schnittstellen", "Interfaces falling away"), ("Die ersten davon.", "The first of them."), ()
    )
    must_rebuild: int = result(
        ("Neu zu bauen", "To rebuild"), ("Wie viele am Ziel neu entstehen.", "How many must be built at the target."), 0
    )
    rebuilding: tuple[str, ...] = result(
        ("Neue Schnittstellen", "Interfaces to rebuild"), ("Die ersten davon.", "The first of them."), ()
    )


class CentralisationCandidates(Analysis):
    """All groups, the most worthwhile first."""

    name = "centralisation_candidates"
    topic = Topic.CENTRALISATION
    row = Candidate
    parameters = (
        Parameter(
            "offices",
            Text("Mindestens Ämter", "At least offices"),
            Text("Nur Gruppen in so vielen Ämtern, ab 2.", "Only groups in this many offices, from 2."),
            "integer",
            default=2,
            low=2,
            high=1000,
        ),
        DAY,
    )
    helpers = ("nodes", "ids", "names", "kinds", "products", "business_owners", "it_owners", "open")
    worked_out = tuple(Candidate.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "groups": Text("Gruppen", "Groups"),
        "applications": Text("Applikationen", "Applications"),
        "by_verdict": Text("Nach Empfehlung", "By verdict"),
        "falls_away": Text("Wegfallende Schnittstellen", "Interfaces falling away"),
        "run_cost": Text("Betriebskosten (CHF/Jahr)", "Run cost (CHF/year)"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each group."""
        settings, guideline = load_weights(asked.policy), load_guideline(asked.policy)
        # The server answers one statement after the other, while what it told before is worked on.
        with ThreadPoolExecutor(1) as server:
            scene = read_scene(asked, server, self.query, settings)
            reading = server.submit(read_dossier, asked, [app.node for app in scene.apps], asked["day"])
            found = find_groups(scene, settings)
            dossier = reading.result()
        groups = [group for group in found.groups if offices_of(scene, group) >= asked["offices"]]
        weights = weights_of(settings.likeness)
        maker = Maker(found, dossier, guideline, settings, weights, asked["day"])
        cases = [maker.case(group) for group in groups]
        read_names(asked, dossier, (fact for case in cases for fact in shown_facts(case)))
        teller = Teller(dossier, scene.offices, weights, asked["day"], settings.contract_months)
        return [_row(one, teller, settings) for one in rank(cases, weights, settings)]

    def summary(self, rows: Sequence[Candidate]) -> dict[str, Any]:
        """Groups, applications, verdicts, interfaces and cost together."""
        known = [row.run_cost for row in rows]
        cost = Interval(
            sum(one.low for one in known), sum(one.high for one in known), sum(one.answered for one in known),
            sum(one.asked for one in known),
        )  # fmt: skip
        return {
            "groups": len(rows),
            "applications": sum(len(row.applications) for row in rows),
            "by_verdict": {word.value: n for word, n in Counter(row.verdict for row in rows).most_common()},
            "falls_away": sum(row.falls_away for row in rows),
            "run_cost": cost,
        }


def _row(one: Ranked, teller: Teller, settings: CentralisationSettings) -> Candidate:
    case, steady = one.case, one.steady
    decided = case.decision.verdict is not Verdict.UNDECIDED
    return Candidate(
        rank=one.rank, work=teller.title(case), verdict=case.decision.verdict,
        could_be=() if decided else could_be(case), reason=trace(case), offices=case.offices,
        members=teller.members(case), applications=tuple(app.id for app in case.apps), target_kind=case.target.kind,
        target=None if case.target.node is None else teller.dossier.name(case.target.node), target_why=case.target.why,
        score=one.score, stability=one.told(settings.stability.top), first=steady.first, top=steady.top,
        holds=steady.holds, evidence=teller.evidence(case), against=teller.against(case),
        blockers=teller.blockers(case), run_cost=case.cost, falls_away=len(case.rewiring.away),
        falling=teller.names(case.rewiring.away), must_rebuild=len(case.rewiring.rebuild),
        rebuilding=teller.names(case.rewiring.rebuild),
    )  # fmt: skip
