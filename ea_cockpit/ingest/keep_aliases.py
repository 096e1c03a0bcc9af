"""Keeps with an import which spellings it read as which facts, and where; never changed, only added to.

What was decided about a spelling and a fact is the last word: undoing a run that spoke leaves the word before.
"""

from __future__ import annotations

from collections.abc import Iterable

from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import Transaction
from ea_cockpit.ingest.likeness import Alias, alias_of, spelling_of
from ea_cockpit.ingest.load import batches
from ea_cockpit.ingest.resolve import Resolver, Use

_UseKey = tuple[str, str, str, str]


def keep_readings(resolver: Resolver, run: int, tx: Transaction) -> None:
    """Record what a resolver took and proposed, which links stand by it, and which no longer do."""
    new = {
        (spelling_of(use.reading.text), use.reading.target): Alias(
            use.reading.text, use.reading.target, "taken", use.reading.found.score, use.reading.found.why,
            use.reading.found.name,
        )
        for use in resolver.uses if not use.reading.recorded
    }  # fmt: skip
    for (text, target), found in resolver.proposed.items():
        alias = Alias(text, target, "proposed", found.score, found.why, found.name)
        new.setdefault((spelling_of(text), target), alias)
    known = _recorded(new, tx) if new else set()
    keep_events([alias for key, alias in new.items() if key not in known or alias.state == "taken"], run, tx)
    _keep_uses(resolver, run, tx)


def keep_events(aliases: Iterable[Alias], run: int, tx: Transaction) -> None:
    """Add the word of this run on these spellings."""
    rows = [
        {
            "key": _key(alias, run), "spelling": spelling_of(alias.text), "text": alias.text, "name": alias.name,
            "label": alias.target[0], "id": alias.target[1], "state": alias.state, "score": alias.score,
            "de": alias.why.de, "en": alias.why.en,
        }
        for alias in aliases
    ]  # fmt: skip
    for batch in batches(rows):
        tx.write(query("import/keep_aliases"), rows=batch, run=run)


def _key(alias: Alias, run: int) -> str:
    return "\n".join((str(run), spelling_of(alias.text), *alias.target))


def _recorded(spellings: Iterable[tuple[str, tuple[str, str]]], tx: Transaction) -> set[tuple[str, tuple[str, str]]]:
    wanted = sorted({spelling for spelling, _ in spellings})
    rows = tx.read(query("import/aliases"), spellings=wanted)
    return {(row["spelling"], alias_of(row).target) for row in rows if row["state"] != "forgotten"}


def _keep_uses(resolver: Resolver, run: int, tx: Transaction) -> None:
    there = {
        (row["label"], row["id"], row["link"], row["text"]): (row["spelling"], row["target_label"], row["target_id"])
        for row in tx.read(query("import/uses"))
    }
    now: dict[_UseKey, Use] = {(*use.source, use.link, use.text): use for use in resolver.uses}
    named = {(*draft.key, link) for draft in resolver.drafts for link in draft.refs} if there else set()
    ended = [
        key for key, target in there.items()
        if (key[:3] in named and key not in now) or (key in now and _target(now[key]) != target)
    ]  # fmt: skip
    for batch in batches(ended):
        tx.write(query("import/end_uses"), rows=[list(key) for key in batch], run=run)
    new = [use for key, use in now.items() if there.get(key) != _target(use)]
    words = {
        (row["spelling"], row["label"], row["id"]): row["run"]
        for row in tx.read(query("import/aliases"), spellings=sorted({_target(use)[0] for use in new}))
    } if new else {}  # fmt: skip
    rows = [
        {"label": use.source[0], "id": use.source[1], "link": use.link, "text": use.text,
         "key": "\n".join((str(words[_target(use)]), *_target(use)))}
        for use in new
    ]  # fmt: skip
    for batch in batches(rows):
        tx.write(query("import/keep_uses"), rows=batch, run=run)


def _target(use: Use) -> tuple[str, str, str]:
    return spelling_of(use.reading.text), *use.reading.target
