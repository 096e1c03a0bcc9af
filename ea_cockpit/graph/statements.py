"""A fact type as Cypher: schema, create, replace, read, link. Pure text; values are parameters, labels the metamodel's.

In the graph each fact is one node with the labels `Fact` and its own. Properties are the field names; a custom
attribute is `custom.<heading>`; what begins with `_` is the cockpit's own book-keeping (provenance, open references).
"""

from __future__ import annotations

from dataclasses import dataclass

from ea_cockpit.model.metamodel import FactType, Link, Metamodel

CUSTOM = "custom."
SEARCH_INDEX = "fact_search"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with the name it has in the derived files."""

    name: str
    text: str


def schema(metamodel: Metamodel) -> list[Statement]:
    """Constraints and indexes: one key a fact type, names to look up, one full-text index for the search."""
    keys = [
        Statement(
            f"{kind.label.lower()}_id",
            f"CREATE CONSTRAINT {kind.label.lower()}_id IF NOT EXISTS FOR (n:{kind.label}) REQUIRE n.id IS UNIQUE",
        )
        for kind in metamodel
    ]
    return [
        *keys,
        Statement("run_id", "CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:ImportRun) REQUIRE n.id IS UNIQUE"),
        Statement("workbook", "CREATE CONSTRAINT workbook_key IF NOT EXISTS FOR (n:Workbook) REQUIRE n.key IS UNIQUE"),
        Statement("counter", "CREATE CONSTRAINT counter_name IF NOT EXISTS FOR (n:Counter) REQUIRE n.name IS UNIQUE"),
        Statement("alias_key", "CREATE CONSTRAINT alias_key IF NOT EXISTS FOR (n:Alias) REQUIRE n.key IS UNIQUE"),
        Statement("alias_spelling", "CREATE INDEX alias_spelling IF NOT EXISTS FOR (n:Alias) ON (n.spelling)"),
        Statement("fact_id", "CREATE INDEX fact_id IF NOT EXISTS FOR (n:Fact) ON (n.id)"),
        Statement("fact_name", "CREATE INDEX fact_name IF NOT EXISTS FOR (n:Fact) ON (n.name)"),
        Statement("fact_open", "CREATE INDEX fact_open IF NOT EXISTS FOR (n:Fact) ON (n._open_count)"),
        Statement(
            SEARCH_INDEX,
            f"CREATE FULLTEXT INDEX {SEARCH_INDEX} IF NOT EXISTS FOR (n:Fact) ON EACH [{_search_fields(metamodel)}]"
            " OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}",
        ),
    ]  # fmt: skip


def _search_fields(metamodel: Metamodel) -> str:
    names = {column.name for kind in metamodel for column in kind.columns if column.kind in ("text", "list")}
    return ", ".join(f"n.{name}" for name in sorted(names - {"source"}))


def create(kind: FactType) -> str:
    """New facts; `rows` are maps of properties."""
    return f"UNWIND $rows AS row\nCREATE (n:Fact:{kind.label})\nSET n = row"


def replace(kind: FactType) -> str:
    """Known facts get exactly the properties of their row; what the row does not name goes."""
    return f"UNWIND $rows AS row\nMATCH (n:{kind.label} {{id: row.id}})\nSET n = row"


def retire(kind: FactType) -> str:
    """Facts leave the graph with all their links."""
    return f"UNWIND $ids AS id\nMATCH (n:{kind.label} {{id: id}})\nDETACH DELETE n"


def read_ids(kind: FactType) -> str:
    """The ids of all facts of this type, in one row."""
    return f"MATCH (n:{kind.label})\nRETURN collect(n.id) AS ids"


def read_facts(kind: FactType) -> str:
    """Properties and declared links of the facts whose ids are in `portions`; a row a portion.

    One statement for everything: planning one for each link would take longer than reading, and so would a row a link.
    """
    partner = "[type(r), [label IN labels(t) WHERE label <> 'Fact'][0], t.id]"
    outgoing, incoming = (_partners(kind, incoming=turned, partner=partner) for turned in (False, True))
    return (
        f"UNWIND $portions AS portion\nCALL (portion) {{\n  UNWIND portion AS wanted\n"
        f"  MATCH (n:{kind.label} {{id: wanted}})\n  RETURN collect([\n    properties(n),\n"
        f"    {outgoing},\n    {incoming}\n  ]) AS facts\n}}\nRETURN facts"
    )


def _partners(kind: FactType, *, incoming: bool, partner: str) -> str:
    types = "|".join(sorted({link.relationship for link in kind.links if link.incoming is incoming}))
    if not types:
        return "[]"
    arrow = f"<-[r:{types}]-" if incoming else f"-[r:{types}]->"
    return f"[(n){arrow}(t:Fact) | {partner}]"


def add_links(link: Link, target: str) -> str:
    """New links; `rows` are pairs of source id and target id."""
    arrow = _pattern(link, "(s)", "(t)")
    ends = f"MATCH (s:{link.source} {{id: row[0]}})\nMATCH (t:{target} {{id: row[1]}})"
    return f"UNWIND $rows AS row\n{ends}\nCREATE {arrow}"


def remove_links(link: Link, target: str) -> str:
    """Links that are no longer named; `rows` are pairs of source id and target id."""
    arrow = _pattern(link, f"(s:{link.source} {{id: row[0]}})", f"(t:{target} {{id: row[1]}})", "r")
    return f"UNWIND $rows AS row\nMATCH {arrow}\nDELETE r"


def _pattern(link: Link, source: str, target: str, name: str = "") -> str:
    arrow = f"[{name}:{link.relationship}]"
    return f"{source}<-{arrow}-{target}" if link.incoming else f"{source}-{arrow}->{target}"


def derived_files(metamodel: Metamodel) -> dict[str, str]:
    """The files under `cypher/schema` and `cypher/upsert`, by their path: what is sent, to read and to review."""
    head = "// Derived from the metamodel by `make docs`; do not edit.\n"
    files = {"schema/schema.cypher": head + "".join(f"\n// {s.name}\n{s.text};\n" for s in schema(metamodel))}
    for kind in metamodel:
        parts = [
            ("create", create(kind)),
            ("replace", replace(kind)),
            ("retire", retire(kind)),
            ("read", read_facts(kind)),
        ]
        for link in kind.links:
            for target in link.targets:
                parts += [
                    (f"link {link.name} -> {target}", add_links(link, target)),
                    (f"unlink {link.name} -> {target}", remove_links(link, target)),
                ]
        files[f"upsert/{kind.label}.cypher"] = head + "".join(f"\n// {name}\n{text};\n" for name, text in parts)
    return files
