"""The shipped example fits the sample canton it speaks of, as that is generated today."""

from __future__ import annotations

from typing import Any

from ea_cockpit.analyses.scenario import example_text, parse_scenario
from ea_cockpit.analyses.scenario.schema import LinkTo, Merge, MoveHosting, ReplaceTechnology, Retire, SetFields, Unlink
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import generate


def test_the_example_speaks_of_what_the_sample_canton_has() -> None:
    facts: dict[str, Any] = {fact.id: fact for listed in generate(150, 1).facts.values() for fact in listed}
    steps = parse_scenario(example_text(), "beispiel.yaml", standard_metamodel()).steps
    checked = set()
    for step in steps:
        if isinstance(step, Merge):
            assert {type(facts[id_]).__name__ for id_ in (*step.merge, str(step.into))} == {"Application"}
            # They do the same.
            assert len({facts[id_].supports for id_ in step.merge}) == 1
        elif isinstance(step, Retire):
            assert {*step.retire} <= facts.keys()
        elif isinstance(step, MoveHosting):
            assert [fact for fact in facts.values() if step.from_ in getattr(fact, "hosted_on", ())]
        elif isinstance(step, ReplaceTechnology):
            assert [fact for fact in facts.values() if step.replace_technology in getattr(fact, "built_with", ())]
            assert step.by in facts
        elif isinstance(step, Unlink):
            named = [end.rpartition(":")[2] for end in getattr(facts[step.unlink], step.field)]
            assert {*step.to} <= {*named}
        elif isinstance(step, LinkTo | SetFields):
            assert getattr(step, "link", getattr(step, "set_", None)) in facts
        checked.add(step.verb)
    assert len(checked) == 9
