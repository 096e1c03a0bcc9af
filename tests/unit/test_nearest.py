"""What is said of a word nobody knows: what it may have been, or what is possible."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.naming.nearest import did_you_mean


def test_the_nearest_are_named_and_no_other() -> None:
    assert did_you_mean("Aplication", ["Interface", "Application", "DataStore"]).en == "Did you mean: Application?"
    assert did_you_mean("AFU-12", ["AFU-1", "AFU-2", "ZZZ"]).de == "Ist gemeint: AFU-1, AFU-2?"


def test_where_none_comes_near_all_are_possible_as_far_as_anybody_reads() -> None:
    assert did_you_mean("xyz", ["Wald", "Weg", "Wald"]).de == "Möglich sind: Wald, Weg."
    many = [f"Feld {number}" for number in range(40)]
    assert did_you_mean("qqq", many).de.endswith("Feld 23, …")
    assert did_you_mean("qqq", many, Text("Mit Typ.", "With its type.")).en == "With its type."
