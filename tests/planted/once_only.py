"""Once only: leaders, redundant holdings and copies that are not fed."""

from __future__ import annotations

from typing import Any

from planted.book import Book

ANALYSIS = "once_only"
Finding = tuple[str, str, tuple[str, ...]]
_GONE = ("Geplant", "Ausser Betrieb")


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {
        (row["fault"], row["id"], () if row["fault"] == "without_leader" else tuple(sorted(row["applications"])))
        for row in rows
    }


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    found: set[Finding] = {("without_leader", entry["id"], ()) for entry in truth["data_objects_without_leader"]}
    for entry in truth["data_objects_with_several_leaders"]:
        found.add(("several_leaders", entry["id"], tuple(sorted(entry["applications"]))))
    return found | {(e["fault"], e["id"], tuple(e["applications"])) for e in truth["once_only_findings"]}


def from_workbook(book: Book) -> set[Finding]:
    apps, stores, found = book.of("Application"), book.of("DataStore"), set[Finding]()

    def whole(app: str) -> str:
        return whole(apps[app]["part_of"][0]) if apps[app].get("part_of") else app

    for key, row in book.of("DataObject").items():
        leader = row["leading_system"][0] if row.get("leading_system") else None
        if not leader:
            found.add(("without_leader", key, ()))
        holding = [(a, s) for s, r in stores.items() if key in r.get("contains", ()) for a in r.get("held_by", ())]
        holding = [(a, s) for a, s in holding if apps[a].get("status") not in _GONE]
        registers = {a for a, s in holding if stores[s].get("kind") == "Register"}
        if len({whole(a) for a in registers}) > 1:
            found.add(("several_leaders", key, tuple(sorted(registers))))
        if len({whole(a) for a, _ in holding}) > 1:
            found.add(("redundant", key, tuple(sorted({a for a, _ in holding}))))
        if leader:
            others = {a for a, _ in holding if whole(a) != whole(leader)}
            if len(others) == len({a for a, _ in holding}):
                found.add(("leader_holds_none", key, (leader,)))
            fed = _fed(book, key, leader)
            fed |= {a for a, s in holding if s in fed}
            found |= {("not_fed", key, (a,)) for a in others - fed}
    return found


def _fed(book: Book, thing: str, leader: str) -> set[str]:
    wholes = {thing}
    while above := {w for t in wholes for w in book.of("DataObject")[t].get("part_of", ())} - wholes:
        wholes |= above
    links = [
        (giver, taker)
        for flow in book.of("Interface").values()
        if flow.get("status") not in _GONE and wholes & set(flow.get("carries", ()))
        for giver in flow.get("provided_by", ())
        for taker in flow.get("consumed_by", ())
    ]
    for label, field in (("DataStore", "held_by"), ("Application", "part_of")):
        pairs = [(key, other) for key, row in book.of(label).items() for other in row.get(field, ())]
        links += [*pairs, *((other, key) for key, other in pairs)]
    fed = {leader}
    while more := {taker for giver, taker in links if giver in fed} - fed:
        fed |= more
    return fed
