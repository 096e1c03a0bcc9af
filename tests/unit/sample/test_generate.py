"""The made-up canton is valid, complete, believable in its shares, and the same every time."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from ea_cockpit.errors import WrongUsage
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import Sample, generate, write_sample

METAMODEL = standard_metamodel()
SIZES = (150, 2_000)


@pytest.fixture(scope="module", params=SIZES)
def sample(request: pytest.FixtureRequest) -> Sample:
    return generate(request.param, 7)


def test_the_same_size_and_seed_give_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ea_cockpit.model.facts import standard_metamodel as m;"
        "from ea_cockpit.sample.generate import write_sample; write_sample(150, 3, Path(sys.argv[1]), m())"
    )
    sums = []
    for hash_seed in ("0", "1234"):
        out = tmp_path / hash_seed
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        subprocess.run([sys.executable, "-c", code, str(out)], check=True, env=environment)
        sums.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()})
    assert sums[0] == sums[1]
    assert len(sums[0]) == 11


def test_another_seed_gives_another_canton() -> None:
    assert generate(150, 1).facts["Application"] != generate(150, 2).facts["Application"]


def test_every_fact_type_is_there_and_every_fact_valid(sample: Sample) -> None:
    assert set(sample.facts) == {kind.label for kind in METAMODEL}
    for kind in METAMODEL:
        for fact in sample.facts[kind.label]:
            assert kind.cls.model_validate(fact.model_dump()) == fact


def test_ids_are_unique_and_begin_with_the_prefix_of_their_type(sample: Sample) -> None:
    for kind in METAMODEL:
        ids = [fact.id for fact in sample.facts[kind.label]]
        assert len(ids) == len(set(ids))
        assert [i for i in ids if not i.startswith(kind.prefix)] == []


def test_no_reference_is_unknown(sample: Sample) -> None:
    known = {label: {fact.id for fact in facts} for label, facts in sample.facts.items()}
    for kind in METAMODEL:
        for link in kind.links:
            reachable = set().union(*(known[target] for target in link.targets))
            used = {ref for fact in sample.facts[kind.label] for ref in getattr(fact, link.name)}
            assert used <= reachable, f"{kind.label}.{link.name}"


def test_no_fact_links_to_itself(sample: Sample) -> None:
    for kind in METAMODEL:
        for link in kind.links:
            assert [f.id for f in sample.facts[kind.label] if f.id in getattr(f, link.name)] == []


def test_a_name_means_one_fact(sample: Sample) -> None:
    for label, facts in sample.facts.items():
        if label not in ("Deviation", "Review"):
            names = Counter(fact.name for fact in facts)
            assert [name for name, times in names.items() if times > 1] == [], label


def test_the_workbooks_hold_each_fact_once(sample: Sample) -> None:
    assert 8 <= len(sample.workbooks) <= 12
    for label, facts in sample.facts.items():
        spread = [fact.id for book in sample.workbooks.values() for fact in book.get(label, [])]
        assert sorted(spread) == sorted(fact.id for fact in facts)


def test_the_size_is_the_one_asked_for(sample: Sample) -> None:
    counts = sample.truth.counts
    size = sample.truth.applications
    assert counts["Application"] == size == len(sample.facts["Application"])
    assert counts["Interface"] == size * (3 if size >= 1_000 else 2)
    assert 0.55 * size <= counts["DataStore"] <= 0.7 * size
    assert counts == {label: len(facts) for label, facts in sample.facts.items()}


def test_shares_are_those_of_real_administrations(sample: Sample) -> None:
    rows = [fact.model_dump() for fact in sample.facts["Application"]]

    def share(field: str, value: str) -> float:
        return sum(bool(row[field] == value) for row in rows) / len(rows)

    assert 0.65 <= share("status", "productive") <= 0.88
    assert 0.05 <= share("status", "phase_out") <= 0.2
    assert 0.1 <= share("sourcing", "saas") <= 0.35
    assert 0.08 <= share("personal_data", "sensitive") <= 0.3
    assert 0.01 <= share("criticality", "very_high") <= 0.2
    for decision in ("tolerate", "invest", "migrate", "eliminate"):
        assert 0.08 <= share("decision", decision) <= 0.5
    for field in ("description", "business_owner", "run_cost", "version"):
        assert 0.1 <= sum(row[field] is None for row in rows) / len(rows) <= 0.75


def test_dates_follow_each_other(sample: Sample) -> None:
    for fact in sample.facts["Application"]:
        row = fact.model_dump()
        days = [row[f] for f in ("productive_since", "phase_out_from", "end_of_life") if row[f]]
        assert days == sorted(days), fact.id
    for fact in sample.facts["Initiative"]:
        row = fact.model_dump()
        assert not row["start"] or row["start"] < row["end"]
    for fact in sample.facts["Deviation"]:
        row = fact.model_dump()
        assert row["decided_on"] < row["until"]
        assert row["decided_on"] < dt.date(2026, 6, 30)


def test_outage_and_loss_fit_the_need_for_availability(sample: Sample) -> None:
    longest = {"very_high": 4, "high": 8, "normal": 48, "low": 240}
    for fact in sample.facts["Application"]:
        row = fact.model_dump()
        if row["rto_hours"] is not None and row["availability"]:
            assert row["rto_hours"] <= longest[row["availability"]]
        if row["rto_hours"] is not None and row["rpo_hours"] is not None:
            assert row["rpo_hours"] <= row["rto_hours"]


def test_spelling_is_swiss(sample: Sample) -> None:
    assert "ß" not in sample.truth.as_json()
    assert [f.id for facts in sample.facts.values() for f in facts if "ß" in f.model_dump_json()] == []


def test_what_is_written_can_be_read_back(tmp_path: Path) -> None:
    paths = write_sample(150, 1, tmp_path, METAMODEL)
    assert paths[-1].name == "truth.json"
    found: dict[str, set[str]] = {}
    for path in paths[:-1]:
        book = CalamineWorkbook.from_path(str(path))
        for kind in METAMODEL:
            if kind.plural.de.replace("/", " ") in book.sheet_names:
                rows = book.get_sheet_by_name(kind.plural.de).to_python()
                found.setdefault(kind.label, set()).update(str(row[0]) for row in rows[1:])
    expected = {label: {fact.id for fact in facts} for label, facts in generate(150, 1).facts.items()}
    assert found == expected


def test_too_small_a_canton_is_refused_with_a_way_out() -> None:
    with pytest.raises(WrongUsage) as refused:
        generate(20, 1)
    assert "20" in refused.value.fault("de")
    assert "130" in refused.value.way_out("de")
