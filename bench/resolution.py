"""How well references in other spellings are resolved: precision and recall on the planted truth, and the speed.

The truth is the sample generator's: what an office wrote, and which fact it meant, or none.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.importer import NoGraph
from ea_cockpit.ingest.likeness import Answer, Likeness
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Link, Metamodel
from ea_cockpit.sample.generate import Sample, generate
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.sample.mess.spelling import SpellingCase, spelling_cases


@dataclass
class Score:
    """What became of the texts of one kind; `meant` are those that mean a fact at all."""

    texts: int = 0
    meant: int = 0
    taken: int = 0
    taken_right: int = 0
    proposed: int = 0
    proposed_right: int = 0

    def add(self, case: SpellingCase, answer: Answer) -> None:
        """Count one text."""
        self.texts += 1
        self.meant += case.target is not None
        if answer.taken:
            self.taken += 1
            self.taken_right += case.target is not None and case.is_right(answer.taken.target)
        elif answer.proposed:
            self.proposed += 1
            self.proposed_right += case.target is not None and any(
                case.is_right((one.label, one.id)) for one in answer.proposed
            )

    @property
    def precision(self) -> float:
        """Of what was taken without asking, the share that is right."""
        return self.taken_right / self.taken if self.taken else 1.0

    @property
    def recall(self) -> float:
        """Of what means a fact, the share taken rightly."""
        return self.taken_right / self.meant if self.meant else 1.0

    @property
    def precision_with_proposals(self) -> float:
        """The same, proposals counting as right where the fact meant is among them."""
        told = self.taken + self.proposed
        return (self.taken_right + self.proposed_right) / told if told else 1.0

    @property
    def recall_with_proposals(self) -> float:
        """Of what means a fact, the share taken or proposed rightly."""
        return (self.taken_right + self.proposed_right) / self.meant if self.meant else 1.0


def likeness_of(sample: Sample, metamodel: Metamodel) -> Likeness:
    """What the importer knows once it has read all files of a sample."""
    return likeness_among(((label, fact) for label, facts in sample.facts.items() for fact in facts), metamodel)


def likeness_among(facts: Iterable[tuple[str, Fact]], metamodel: Metamodel) -> Likeness:
    """What the importer knows of these facts."""
    likeness = Likeness(NoGraph())
    for label, fact in facts:
        values = {column.name: getattr(fact, column.name) for column in metamodel[label].columns}
        refs = {link.name: tuple(getattr(fact, link.name)) for link in metamodel[label].links}
        likeness.know(Draft(metamodel[label], fact.id, "", "", 0, values, refs, {}))
    return likeness


def measure(cases: Sequence[SpellingCase], likeness: Likeness, metamodel: Metamodel) -> dict[str, Score]:
    """Scores by kind of spelling, and of all together under «all»."""
    scores: dict[str, Score] = {}
    for case in cases:
        link = metamodel[case.source_label].by_name[case.link]
        assert isinstance(link, Link)  # noqa: S101
        answer = likeness.answer(link.targets, case.text, _nothing)
        for kind in (case.kind, "all"):
            scores.setdefault(kind, Score()).add(case, answer)
    return scores


def _nothing(_: Key) -> bool:
    return False


def main(applications: int = 300, seed: int = 7) -> None:
    """Print the figures for three levels of noise, and the speed."""
    metamodel = standard_metamodel()
    sample = generate(applications, seed)
    likeness = likeness_of(sample, metamodel)
    for noise in Noise:
        print(table(measure(spelling_cases(sample, seed, noise), likeness, metamodel), noise.value))
    print(speed())


def table(scores: dict[str, Score], title: str) -> str:
    """Precision and recall by kind as a Markdown table."""
    lines = [
        f"Spellings, noise {title}",
        "",
        "| kind | texts | taken | precision | recall | with proposals: precision | recall |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for kind, score in sorted(scores.items(), key=lambda item: (item[0] == "all", item[0])):
        lines.append(
            f"| {kind} | {score.texts:,} | {score.taken:,} | {score.precision:.3f} | {score.recall:.3f} |"
            f" {score.precision_with_proposals:.3f} | {score.recall_with_proposals:.3f} |"
        )
    return "\n".join([*lines, ""])


def speed(names: int = 50_000, references: int = 100_000) -> str:
    """How long that many references take among that many names, one in ten with a slip of the fingers."""
    dice = random.Random(1)  # noqa: S311  not for secrets
    words = ["".join(dice.choices("abcdefghiklmnoprstuvwz", k=dice.randint(4, 11))) for _ in range(8_000)]
    facts = [" ".join(dice.choices(words, k=3)).title() for _ in range(names)]
    metamodel = standard_metamodel()
    kind = metamodel["Application"]
    start = time.process_time()
    likeness = Likeness(NoGraph())
    for place, name in enumerate(facts):
        likeness.know(Draft(kind, f"APP-{place}", "", "", 0, {"name": name}, {}, {}))
    likeness.prepare(["Application"])
    indexed = time.process_time()
    texts = [
        _slipped(text, dice) if dice.random() < 0.1 else text.upper() for text in dice.choices(facts, k=references)
    ]
    started = time.process_time()
    found = sum(likeness.answer(("Application",), text, _nothing).taken is not None for text in set(texts))
    ended = time.process_time()
    return (
        f"{names:,} names indexed in {indexed - start:.1f} s; {references:,} references, {len(set(texts)):,} of them"
        f" different, none as in the catalogue, in {ended - started:.1f} s; {found:,} taken"
    )


def _slipped(text: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1 :]


if __name__ == "__main__":
    main()
