"""Profiles: YAML files that map a foreign layout; shipped ones apply themselves where the files have their shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import ValidationError

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.profile_faults import UnknownProfile, UnreadableProfile, WrongProfile, schema_faults
from ea_cockpit.ingest.profile_schema import Profile, Shape
from ea_cockpit.ingest.profile_sheets import ReadHeadings, ReadOnce, folded, has_headings, rule_for
from ea_cockpit.model.yaml_text import TextLoader, line_of, why_of
from ea_cockpit.naming.nearest import did_you_mean
from ea_cockpit.tabular.reader import Sheet, Table

__all__ = ["Profile", "find_profile", "profile_text", "read_profile", "saved_profiles", "shipped_profiles"]

ENDINGS = (".yaml", ".yml")
"""How the files of profiles end."""


def find_profile(tables: Sequence[Table], name_or_path: str | None, folder: Path | None = None) -> Profile | None:
    """The profile named, the one in the file named, or else the first whose shape the files have; saved ones first."""
    saved = saved_profiles(folder)
    known = {**saved, **{name: p for name, p in shipped_profiles().items() if name not in saved}}
    if name_or_path is None:
        read = ReadOnce()
        return next((p for p in known.values() if _has_shape(tables, p, read)), None)
    if name_or_path in known:
        return known[name_or_path]
    path = Path(name_or_path)
    if path.suffix.lower() in ENDINGS and path.is_file():
        return read_profile(path)
    hint = did_you_mean(path.stem, known)
    asked = hint.de.startswith("Ist")
    spelled = Text(f" {hint.de}", f" {hint.en}") if asked else Text("", "")
    raise UnknownProfile(name=name_or_path, known=", ".join(known), near=spelled)


def saved_profiles(folder: Path | None) -> dict[str, Profile]:
    """The user's own profiles in a folder, by name; none where there is no such folder."""
    return {path.stem: read_profile(path) for path in profile_files(folder)}


def profile_files(folder: Path | None) -> list[Path]:
    """The files of the profiles in a folder."""
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file())


@cache
def shipped_profiles() -> Mapping[str, Profile]:
    """The profiles that come with the product, by name."""
    folder = files("ea_cockpit.ingest") / "profiles"
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(ENDINGS))
    # They are part of the program and do not change while it runs.
    return MappingProxyType({Path(name).stem: _shipped_profile((folder / name).read_bytes(), name) for name in found})


def profile_text(name_or_path: str | None, folder: Path | None) -> str:
    """The YAML of a profile by its name or file, comments and all."""
    name = name_or_path or ""
    own = {path.stem: path for path in profile_files(folder)}
    path = own.get(name, Path(name))
    if name in shipped_profiles() and name not in own:
        return (files("ea_cockpit.ingest") / "profiles" / shipped_profiles()[name].file).read_text(encoding="utf-8")
    return path.read_text(encoding="utf-8-sig")


def read_profile(path: Path) -> Profile:
    """Read a profile from a file; raises an error that says what is wrong, where, and what to do."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise UnreadableProfile(file=path.name, place=path.name, why=fault.strerror or "?") from None
    return parse_profile(content, path.name)


@lru_cache(maxsize=32)
def parse_profile(content: bytes, file: str) -> Profile:
    """Read a profile from the bytes of its file; of the same bytes only once."""
    try:
        # The loader keeps every scalar a text: an office called "no" or an id "007" stays what it is.
        raw = yaml.load(content.decode("utf-8-sig"), Loader=TextLoader)  # noqa: S506  builds texts, lists, mappings
    except yaml.YAMLError as fault:
        raise UnreadableProfile(file=file, place=line_of(fault), why=why_of(fault)) from None
    except (UnicodeDecodeError, RecursionError) as fault:
        raise UnreadableProfile(file=file, place="YAML", why=type(fault).__name__) from None
    return _profile(raw, file)


def _shipped_profile(content: bytes, file: str) -> Profile:
    # Fast, but it gives way to files nested too deep: only for what comes with the product.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return _profile(yaml.load(content, Loader=loader), file)  # noqa: S506  builds texts, lists, mappings


def _profile(raw: Any, file: str) -> Profile:
    own = {"name": Path(file).stem, "file": file}
    try:
        return Profile.model_validate({**raw, **own} if isinstance(raw, dict) else raw)
    except ValidationError as fault:
        raise WrongProfile(file, schema_faults(fault, Profile)) from None


def _has_shape(tables: Sequence[Table], profile: Profile, read: ReadHeadings) -> bool:
    sheets = [sheet for table in tables for sheet in table.sheets]

    def there(shape: Shape) -> bool:
        return any(_is(sheet, shape, profile, read) for sheet in sheets)

    every, any_of = profile.recognised_by, profile.recognised_by_any
    return bool(every or any_of) and all(map(there, every)) and (not any_of or any(map(there, any_of)))


def _is(sheet: Sheet, shape: Shape, profile: Profile, read: ReadHeadings) -> bool:
    if shape.sheet is not None and folded(sheet.name) != folded(shape.sheet):
        return False
    return has_headings(read(sheet, rule_for(sheet, profile, read)), shape.headings)
