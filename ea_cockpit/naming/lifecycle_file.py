"""Life cycle data as a file: what it may look like, what is wrong with it, and what differs between two of them.

Read are the shape that comes with the product (products by slug), the same with its day (as it is kept here), and the
full list of endoflife.date's public API (`result` with `releases`).
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import clean_text

LARGEST = 50_000_000
"""Bytes of the largest file that is read; the public list has about 2 million."""


class LifecycleUnreadable(UnreadableInput):
    """A file of life cycle data that cannot be read, or is none."""

    says = Text("{file}: {why}", "{file}: {why}")
    remedy = Text(
        "Laden Sie die vollständige Liste von endoflife.date als JSON, oder gehen Sie mit «ea-cockpit lifecycle reset» "
        "zu den mitgelieferten Daten zurück.",
        "Download the full list of endoflife.date as JSON, or go back to the data that came with the product with "
        "'ea-cockpit lifecycle reset'.",
    )


class LifecycleFault(LifecycleUnreadable):
    """A value in life cycle data that cannot be one."""

    says = Text("{file}: an der Stelle «{place}» steht {value}.", "{file}: at '{place}' stands {value}.")
    remedy = Text(
        "Verlangt ist {expected}. Berichtigen Sie die Datei oder laden Sie sie neu; was bisher galt, gilt weiter.",
        "It must be {expected}. Correct the file or download it again; the data in force stay as they are.",
    )


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _moment(value: Any) -> Any:
    """A day, or whether it is so at all; nothing else (a bare number would pass as a day)."""
    if value is None or isinstance(value, bool | dt.date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        return dt.date.fromisoformat(value)
    raise ValueError("a day or yes or no")


Moment = Annotated[dt.date | bool | None, BeforeValidator(_moment)]
Word = Annotated[str, BeforeValidator(clean_text), Field(min_length=1, max_length=200)]


def _text(value: Any) -> Any:
    return "" if value is None else clean_text(value)


class CycleData(BaseModel):
    """One release cycle as endoflife.date gives it; what is not used here is left out."""

    model_config = ConfigDict(extra="ignore")

    cycle: Word
    label: Annotated[str, BeforeValidator(_text)] = ""
    releaseDate: Moment = None  # noqa: N815  named as in the data
    support: Moment = None
    eol: Moment
    extendedSupport: Moment = None  # noqa: N815
    discontinued: Moment = None
    lts: Moment = None
    latest: Annotated[str, BeforeValidator(_text)] = ""


class ProductData(BaseModel):
    """One product with its cycles."""

    model_config = ConfigDict(extra="ignore")

    title: Word
    category: Annotated[str, BeforeValidator(_text)] = ""
    aliases: list[Word] = []
    identifiers: list[Word] = []
    cycles: list[CycleData]


_PRODUCTS = TypeAdapter(Annotated[dict[Word, ProductData], Field(min_length=1)])


@dataclass(frozen=True, slots=True)
class LifecycleData:
    """Products by slug, as the shipped file has them, and the day they were published."""

    products: dict[str, dict[str, Any]]
    published: dt.date

    def as_json(self) -> str:
        """The content of the file that is kept."""
        return json.dumps({"as_of": self.published.isoformat(), "products": self.products}, ensure_ascii=False)

    @property
    def cycles(self) -> int:
        """How many cycles there are."""
        return sum(len(product["cycles"]) for product in self.products.values())


def read_data(path: Path) -> LifecycleData:
    """The data of a file; a `LifecycleUnreadable` says what is wrong and where."""
    raw = _raw(path)
    day: Any = None
    if isinstance(raw, dict) and isinstance(raw.get("result"), list):
        day, raw = raw.get("generated_at") or raw.get("last_modified"), _from_api(raw["result"], path)
    elif isinstance(raw, dict) and isinstance(raw.get("products"), dict) and "cycles" not in raw["products"]:
        day, raw = raw.get("as_of"), raw["products"]
    try:
        products = _PRODUCTS.validate_python(raw)
    except ValidationError as fault:
        raise _fault(path, fault) from None
    told = {slug: one.model_dump(mode="json", exclude_defaults=True) for slug, one in products.items()}
    plain = {slug: {"aliases": [], "identifiers": [], **one} for slug, one in told.items()}
    return LifecycleData(plain, _published(day, path))


def _raw(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            size = f"{LARGEST // 1_000_000} MB"
            raise LifecycleUnreadable(
                file=path, why=Text(f"Die Datei ist grösser als {size}.", f"The file is larger than {size}.")
            )
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise LifecycleUnreadable(
            file=path, why=Text(f"Die Datei lässt sich nicht lesen ({why}).", f"The file cannot be read ({why}).")
        ) from None
    except (ValueError, RecursionError) as fault:
        line = f", Zeile {fault.lineno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise LifecycleUnreadable(
            file=path,
            why=Text(f"Das ist kein gültiges JSON{line}.", f"This is no valid JSON{line.replace('Zeile', 'line')}."),
        ) from None


def _published(day: Any, path: Path) -> dt.date:
    """The day the data tell, else the day of the file."""
    if isinstance(day, str) and _DAY.match(day):
        try:
            return dt.date.fromisoformat(day[:10])
        except ValueError:
            pass
    return dt.date.fromtimestamp(path.stat().st_mtime)


def _from_api(listed: list[Any], path: Path) -> dict[str, Any]:
    """Products of the public API in the shape of the shipped file."""
    found: dict[str, Any] = {}
    for place, product in enumerate(listed):
        try:
            found[product["name"]] = {
                "title": product["label"],
                "category": product.get("category"),
                "aliases": product.get("aliases") or [],
                "identifiers": sorted({name for one in product.get("identifiers") or [] if (name := _cpe(one))}),
                "cycles": [_release(one) for one in product["releases"]],
            }
        except (TypeError, KeyError, AttributeError) as fault:
            place_ = f"result.{place}"
            raise LifecycleUnreadable(
                file=path,
                why=Text(
                    f"An der Stelle «{place_}» fehlt oder stimmt nicht: {fault}.",
                    f"At '{place_}' missing or wrong: {fault}.",
                ),
            ) from None
    return found


def _release(one: dict[str, Any]) -> dict[str, Any]:
    """A release of the public API as a cycle; support that is not over goes on, as the older form says it."""
    latest = one.get("latest") or {}

    def over(flag: str, day: str, meaning: bool) -> Any:
        said = one.get(flag)
        return one.get(day) or (None if said is None else said is meaning)

    return {
        "cycle": one["name"], "label": one.get("label"), "releaseDate": one.get("releaseDate"),
        "support": over("isEoas", "eoasFrom", False), "eol": over("isEol", "eolFrom", True),
        "extendedSupport": over("isEoes", "eoesFrom", False), "latest": latest.get("name"),
        "discontinued": over("isDiscontinued", "discontinuedFrom", True), "lts": one.get("isLts"),
    }  # fmt: skip


def _cpe(one: dict[str, Any]) -> str | None:
    """The product's name in a CPE."""
    parts = re.sub(r"^cpe:(2\.3:|/)", "", str(one.get("id", "")))
    fields = parts.split(":")
    return fields[2].replace("_", " ") if one.get("type") == "cpe" and len(fields) > 2 and fields[2] else None


def _fault(path: Path, fault: ValidationError) -> LifecycleFault:
    first = fault.errors()[0]
    place = ".".join(str(part) for part in first["loc"]) or "–"
    last = next((part for part in reversed(first["loc"]) if isinstance(part, str)), "")
    missing = first["type"] == "missing"
    value = Text("nichts", "nothing") if missing else _short(first["input"])
    return LifecycleFault(file=path, place=place, value=value, expected=_expected(last, first["type"]))


def _short(value: Any) -> Text:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    return Text(f"«{shown}»", f"'{shown}'")


def _expected(field: str, kind: str) -> Text:
    if field in ("eol", "support", "extendedSupport", "discontinued", "lts", "releaseDate"):
        return Text("ein Tag wie 2027-12-31, true oder false", "a day as 2027-12-31, true or false")
    if field in ("cycles", "aliases", "identifiers") and "list" in kind:
        return Text("eine Liste", "a list")
    if "string" in kind or field in ("title", "cycle"):
        return Text("ein Text", "a text")
    return Text("ein Eintrag je Produkt mit title und cycles", "an entry for each product with title and cycles")


@dataclass(frozen=True, slots=True)
class Change:
    """What is other about one product: new, gone, or its cycles."""

    slug: str
    title: str
    what: str
    cycles: tuple[str, ...] = ()
    """For a product that stayed: `+19`, `-9.6`, `17: eol 2029-11-08 → 2029-12-01`."""


def differences(old: dict[str, dict[str, Any]], new: dict[str, dict[str, Any]]) -> list[Change]:
    """What is new, gone and other, product by product."""
    found = [Change(slug, one["title"], "new") for slug, one in sorted(new.items()) if slug not in old]
    found += [Change(slug, one["title"], "gone") for slug, one in sorted(old.items()) if slug not in new]
    for slug in sorted(old.keys() & new.keys()):
        before = {one["cycle"]: one for one in old[slug]["cycles"]}
        after = {one["cycle"]: one for one in new[slug]["cycles"]}
        said = [f"+{name}" for name in after if name not in before]
        said += [f"-{name}" for name in before if name not in after]
        for name, one in after.items():
            said += _moved(name, before[name], one) if name in before else []
        if said:
            found.append(Change(slug, new[slug]["title"], "changed", tuple(said)))
    return found


def _moved(name: str, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    said = []
    for field in ("support", "eol", "extendedSupport"):
        old, new = before.get(field), after.get(field)
        if old != new:
            said.append(f"{name}: {field} {_plain(old)} → {_plain(new)}")
    return said


def _plain(value: Any) -> str:
    return "–" if value is None else str(value).lower()
