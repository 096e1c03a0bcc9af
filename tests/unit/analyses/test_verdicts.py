"""What holds for every verdict of open questions: it is told, and asks only for fields there are."""

from __future__ import annotations

import pytest

from ea_cockpit.analyses.policy import SHIPPED
from ea_cockpit.analyses.verdicts import verdicts
from ea_cockpit.analyses.verdicts.verdict import Row, Verdict
from ea_cockpit.graph.queries import load
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Column

METAMODEL = standard_metamodel()
ALL = verdicts(SHIPPED)
LINKS = load("analyses/open_questions").text.partition("[r:")[2].partition("]")[0].split("|")
each = pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.name)


def test_they_are_found_by_themselves() -> None:
    assert {"time_quadrant", "four_rs", "obsolescence", "sensitive_flow"} <= {verdict.name for verdict in ALL}
    assert len({verdict.title for verdict in ALL}) == len({verdict.name for verdict in ALL}) == len(ALL)


@each
def test_what_it_reads_and_follows_is_in_the_catalogue(verdict: Verdict) -> None:
    for label, names in verdict.reads.items():
        assert all(isinstance(METAMODEL[label].by_name[name], Column) for name in names)
    assert set(verdict.follows) <= {link.relationship for link in METAMODEL.links}
    assert verdict.asked_of in METAMODEL
    assert set(verdict.follows) <= set(LINKS)


@each
def test_a_fact_of_which_nothing_is_known_is_not_settled_unless_nothing_depends_on_it(verdict: Verdict) -> None:
    row = Row(1, verdict.asked_of, "X", {})
    missing = verdict.missing(row)
    # Nothing lies beneath it: there is no promise of recovery that could break.
    assert bool(missing) != (verdict.name == "recovery_promise")
    assert all(one is row and name in METAMODEL[verdict.asked_of].by_name for one, name in missing)
    assert len(set(missing)) == len(missing)
