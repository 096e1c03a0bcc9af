"""What a profile expects of every row: a row that says otherwise is a problem of its own, at its cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.plan import Row, column_letter
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.ingest.profile_problems import MissingEntry, UnexpectedEntry
from ea_cockpit.ingest.profile_schema import Expectation
from ea_cockpit.ingest.profile_values import Reads, Values

UNEXPECTED = Text(
    "Angaben, die das Profil nicht kennt (siehe Probleme)", "entries the profile does not know; see problems"
)


@dataclass(frozen=True, slots=True)
class Expected:
    """One expectation, ready to be tried on rows."""

    rule: Expectation
    read: Reads
    met: Callable[[Row], bool]
    asked: Callable[[Row], bool] | None
    index: int
    heading: str

    @classmethod
    def of(cls, rule: Expectation, values: Values) -> Expected | None:
        """None where a column it needs is not there."""
        read, met = values.reader(rule), values.test([rule])
        asked = values.test(rule.where) if rule.where else None
        if read is None or met is None or (rule.where and asked is None):
            return None
        index = values.first_column(rule)
        return cls(rule, read, met, asked, index, values.grid.headings[index])

    def fails(self, row: Row) -> bool:
        """Whether the row is meant and says something else."""
        return (self.asked is None or self.asked(row)) and not self.met(row)

    def problem(self, place: Place, row: Row) -> Problem:
        """What to tell about a row that fails."""
        at = Place(place.file, place.sheet, place.row, column_letter(self.index), self.heading)
        text = self.read(row)
        return UnexpectedEntry(at, text, {"words": _words(self.rule)}) if text else MissingEntry(at)


def _words(rule: Expectation) -> Text:
    words = rule.one_of or ([rule.equals] if rule.equals else [])
    if words:
        return Text(*(", ".join(words) for _ in LANGS))
    if rule.none_of:
        listed = ", ".join(rule.none_of)
        return Text(f"alles ausser {listed}", f"anything but {listed}")
    return Text("eine Angabe" if rule.not_empty else "nichts", "an entry" if rule.not_empty else "nothing")


def failing(expected: Sequence[Expected], row: Row) -> Expected | None:
    """The first expectation a row fails."""
    return next((one for one in expected if one.fails(row)), None)
