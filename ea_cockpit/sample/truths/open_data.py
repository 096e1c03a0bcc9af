"""Data stores the canton could publish: marked, or public and without personal data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft, Row

KIND = "open_data_candidates"
RULE = (
    "Datenbestände, die als Kandidat vorgemerkt sind oder bei denen weder Personendaten noch eine andere "
    "Klassifizierung als öffentlich eingetragen sind. unfit: Personendaten, nicht öffentlich, oder ein enthaltenes "
    "Datenobjekt ist nicht öffentlich; sonst undecided, wenn eine der beiden Angaben fehlt; sonst fit."
)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """One entry for each candidate, with its verdict."""
    for key, store in draft.of("DataStore").items():
        personal, classification = store.get("personal_data"), store.get("classification")
        fits = personal in (None, "none") and classification in (None, "public")
        if store.get("open_data_candidate") or fits:
            yield {"id": key, "verdict": _verdict(draft, store), "reason": f"{store['name']}: {classification}."}


def _verdict(draft: Draft, store: Row) -> str:
    personal, classification = store.get("personal_data"), store.get("classification")
    inside = [draft.of("DataObject")[thing].get("classification", "public") for thing in store.get("contains", ())]
    if personal not in (None, "none") or classification not in (None, "public"):
        return "unfit"
    if classification and set(inside) - {"public"}:
        return "unfit"
    return "fit" if personal and classification else "undecided"
