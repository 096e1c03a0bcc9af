"""What can be wrong with a file of rules, each fault with rule, field and the way out; all are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.naming.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class RuleFault:
    """One fault: in which rule, at which field, what, and the way out."""

    rule: str
    field: str
    fault: Text
    hint: Text

    @property
    def sentence(self) -> Text:
        """Place, fault and way out in one."""
        place = ", ".join(part for part in (self.rule, self.field) if part)
        return Text(f"{place}: {self.fault.de} {self.hint.de}", f"{place}: {self.fault.en} {self.hint.en}")


class WrongEntry(ValueError):
    """Raised where an entry cannot be understood; whoever knows the place makes a `RuleFault` of it."""

    def __init__(self, fault: Text, hint: Text, field: str = "") -> None:
        super().__init__(fault.en)
        self.fault, self.hint, self.field = fault, hint, field

    def inside(self, field: str) -> WrongEntry:
        """The same fault, seen from one level further out."""
        return WrongEntry(self.fault, self.hint, f"{field}.{self.field}" if self.field else field)

    def of(self, rule: str) -> RuleFault:
        """As a fault of a rule."""
        return RuleFault(rule, self.field, self.fault, self.hint)


class UnreadableRules(UnreadableInput):
    """The file cannot be opened or is no YAML."""

    says = Text(
        "{file}: die Regeln lassen sich nicht lesen ({place}: {why}).",
        "{file}: cannot read the rules ({place}: {why}).",
    )
    remedy = Text(
        "Berichtigen Sie die Stelle; YAML rückt mit Leerzeichen ein und trennt mit «: ».",
        "Correct that place; YAML indents with blanks and separates with ': '.",
    )


class WrongRules(UnreadableInput):
    """The YAML is sound, but does not make rules; all faults are told at once."""

    says = Text("{file}: {listed}", "{file}: {listed}")
    remedy = Text("{hints}", "{hints}")

    def __init__(self, file: str, faults: Sequence[RuleFault]) -> None:
        self.faults = tuple(faults)
        if len(faults) == 1:
            place = ", ".join(part for part in (faults[0].rule, faults[0].field) if part)
            fault, hints = faults[0].fault, faults[0].hint
            listed = Text(f"{place}: {fault.de}", f"{place}: {fault.en}")
        else:
            # Each way out behind its own fault: far apart nobody could tell which belongs to which.
            listed = Text(*("\n  ".join(["", *(one.sentence.in_(lang) for one in faults)]) for lang in LANGS))
            hints = Text(
                "\nBerichtigen Sie diese Stellen; die Sprache steht in docs/standards.md.",
                "\nCorrect these places; the language is told in docs/standards.md.",
            )
        super().__init__(file=file, listed=listed, hints=hints)


def unknown_word(word: str, known: Iterable[str]) -> WrongEntry:
    """A word nobody knows here, with the nearest known one."""
    return WrongEntry(Text(f"«{word}» ist nicht bekannt.", f"“{word}” is not known."), did_you_mean(word, known))
