"""What can be wrong with a scenario, each fault with its step, its field and what to do about it.

CockpitError
└── UnreadableInput         4
    ├── UnreadableScenario     the file cannot be opened or is no YAML
    └── WrongScenario          sound YAML that makes no scenario, or one that does not fit the graph
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import LANGS, Text


@dataclass(frozen=True, slots=True)
class ScenarioFault:
    """One fault: where in the file, what, and the way out."""

    place: Text
    fault: Text
    hint: Text

    @property
    def sentence(self) -> Text:
        """Place and fault."""
        return Text("{place}: {fault}", "{place}: {fault}").format(place=self.place, fault=self.fault)


class UnreadableScenario(UnreadableInput):
    """The file of a scenario cannot be opened or is no YAML."""

    says = Text(
        "{file}: das Szenario lässt sich nicht lesen ({place}: {why}).",
        "{file}: the scenario cannot be read ({place}: {why}).",
    )
    remedy = Text(
        "Berichtigen Sie die Stelle; «ea-cockpit scenario example» zeigt ein kommentiertes Beispiel.",
        "Correct that place; 'ea-cockpit scenario example' shows a commented example.",
    )


class WrongScenario(UnreadableInput):
    """What the file says makes no scenario; all faults that can be seen at once are told at once."""

    says = Text("Szenario {file}: {listed}", "Scenario {file}: {listed}")
    remedy = Text("{hints}", "{hints}")

    def __init__(self, file: str, faults: Sequence[ScenarioFault]) -> None:
        self.faults = tuple(faults)
        if len(faults) == 1:
            listed, hints = faults[0].sentence, faults[0].hint
        else:
            # Each way out behind its own fault: far apart nobody could tell which belongs to which.
            listed = Text(*("".join(f"\n{f.sentence.in_(lang)} {f.hint.in_(lang)}" for f in faults) for lang in LANGS))
            hints = Text("Berichtigen Sie diese Stellen.", "Correct these places.")
        super().__init__(file=file, listed=listed, hints=hints)


class StepFault(Exception):
    """A step does not fit the graph: what is wrong with which of its fields, told where file and step are known."""

    def __init__(self, field: str, fault: Text, hint: Text) -> None:
        super().__init__(fault.en)
        self.field, self.fault, self.hint = field, fault, hint


def place_of(step: int | None, field: str = "", verb: str = "") -> Text:
    """A place in the file as a person would point to it: «Schritt 3 (merge), into»."""
    if step is None:
        return Text(field or "YAML", field or "YAML")
    named = f" ({verb})" if verb else ""
    tail = f", {field}" if field else ""
    return Text(f"Schritt {step}{named}{tail}", f"step {step}{named}{tail}")
