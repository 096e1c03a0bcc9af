"""Facts as sets of numbers, by the value of a field and by their partners: what rules over whole types need.

The numbers are the graph's own (`id(n)`), good for one transaction. Each answer is one row of lists: the driver's work
goes by rows, and a rule needs names only of the few facts it hits. Labels, fields, relationships are the metamodel's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader


def everyone(reader: Reader, label: str) -> list[int]:
    """All facts of a type."""
    return _numbers(reader, f"MATCH (n:{label})\nWITH id(n) AS n\nORDER BY n\nRETURN collect(n) AS found")


def by_value(reader: Reader, label: str, field: str) -> list[tuple[Any, list[int]]]:
    """All facts of a type by the value they have in a field; None where they have none."""
    query = (
        f"MATCH (n:{label})\nWITH n.{field} AS value, collect(id(n)) AS facts\nRETURN collect([value, facts]) AS found"
    )
    return [(value, facts) for value, facts in _one(reader, query)]


def by_value_of(reader: Reader, field: str, facts: Collection[int]) -> list[tuple[Any, list[int]]]:
    """These facts by the value they have in a field."""
    query = (
        f"MATCH (n:Fact)\nWHERE id(n) IN $facts\nWITH n.{field} AS value, collect(id(n)) AS facts\n"
        "RETURN collect([value, facts]) AS found"
    )
    return [(value, found) for value, found in _one(reader, query, facts=list(facts))]


def values(reader: Reader, label: str, fields: Sequence[str]) -> tuple[list[int], list[str], list[list[Any]]]:
    """All facts of a type by id: their numbers, their ids, and for each field their values; days as text.

    The fields stand in the statement by name, which the server reads twice as fast as fields named by a parameter.
    """
    texts = "CASE WHEN value IS :: DATE THEN toString(value) ELSE value END"
    columns = (f"[value IN [n IN ns | n.{name}] | {texts}]" for name in fields)
    query = (
        f"MATCH (n:{label})\nWHERE n.id > ''\nWITH n\nORDER BY n.id\nWITH collect(n) AS ns\n"
        f"RETURN [[n IN ns | id(n)], [n IN ns | n.id], [{', '.join(columns)}]] AS found"
    )
    numbers, ids, found = _one(reader, query)
    return numbers, ids, found


def named(reader: Reader, label: str, words: Sequence[str]) -> list[int]:
    """Facts of a type whose id or name is one of these words."""
    query = f"MATCH (n:Fact)\nWHERE (n.id IN $words OR n.name IN $words) AND n:{label}\nRETURN collect(id(n)) AS found"
    return _numbers(reader, query, words=list(words))


def partners(
    reader: Reader, label: str, relationship: str, outgoing: bool, targets: Collection[int]
) -> list[tuple[int, int]]:
    """Facts of a type, each with those partners it has among these."""
    arrow = _arrow(relationship, outgoing)
    query = (
        f"MATCH (t:Fact)\nWHERE id(t) IN $targets\nMATCH (n:{label}){arrow}(t)\n"
        "RETURN [collect(id(n)), collect(id(t))] AS found"
    )
    facts, found = _one(reader, query, targets=list(targets))
    return list(zip(facts, found, strict=True))


def unlinked(reader: Reader, label: str, relationship: str, outgoing: bool) -> list[int]:
    """Facts of a type that have no such partner."""
    arrow = _arrow(relationship, outgoing)
    return _numbers(
        reader, f"MATCH (n:{label})\nWHERE NOT EXISTS {{ (n){arrow}(:Fact) }}\nRETURN collect(id(n)) AS found"
    )


def waiting(reader: Reader) -> dict[tuple[str, str], set[int]]:
    """Facts with open references, by their type and the field that waits."""
    query = (
        "MATCH (n:Fact)\nWHERE n._open_count > 0\n"
        "RETURN collect([id(n), [label IN labels(n) WHERE label <> 'Fact'][0], n._open]) AS found"
    )
    found: dict[tuple[str, str], set[int]] = {}
    for number, label, kept in _one(reader, query):
        for text in kept:
            found.setdefault((label, text.partition("=")[0]), set()).add(number)
    return found


def _arrow(relationship: str, outgoing: bool) -> str:
    return f"-[:{relationship}]->" if outgoing else f"<-[:{relationship}]-"


def _numbers(reader: Reader, query: str, **params: Any) -> list[int]:
    return list(_one(reader, query, **params))


def _one(reader: Reader, query: str, **params: Any) -> Any:
    return reader.read(query, **params)[0]["found"]
