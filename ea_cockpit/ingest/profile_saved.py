"""Saving profiles of one's own: they come before the shipped ones and apply themselves to files of their shape."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from ea_cockpit.errors import CockpitError, WrongUsage
from ea_cockpit.i18n import Text
from ea_cockpit.ingest.profile import parse_profile, profile_files, shipped_profiles

_NAME = re.compile(r"[^\W_][\w .-]{0,59}")
# Names Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class WrongProfileName(WrongUsage):
    """A name that cannot be a file's name everywhere."""

    says = Text("«{name}» geht nicht als Name eines Profils.", "'{name}' cannot be the name of a profile.")
    remedy = Text(
        "Möglich sind bis 60 Buchstaben, Ziffern, Leerzeichen, Punkte und Bindestriche; vorne Buchstabe oder Ziffer.",
        "Possible are up to 60 letters, digits, blanks, dots and hyphens, beginning with a letter or digit.",
    )


class ProfileThere(WrongUsage):
    """A profile of this name exists; it is not replaced without being asked to."""

    says = Text("Das Profil «{name}» gibt es schon ({where}).", "There is a profile '{name}' already ({where}).")
    remedy = Text(
        "Wählen Sie einen anderen Namen, oder lassen Sie es ersetzen (--replace).",
        "Choose another name, or have it replaced (--replace).",
    )


class ProfileNotSaved(CockpitError):
    """The folder of profiles cannot be written to."""

    says = Text(
        "{folder}: das Profil lässt sich nicht speichern ({why}).", "{folder}: the profile cannot be saved ({why})."
    )
    remedy = Text(
        "Prüfen Sie die Rechte des Ordners oder nennen Sie einen anderen (Einstellung profiles_folder).",
        "Check the folder's permissions, or name another (setting profiles_folder).",
    )
    exit_status = 2


def save_profile(text: str, folder: Path, name: str, *, replace: bool = False) -> Path:
    """Keep a profile under a name; raises what is wrong with it, with its name, or that the name is taken."""
    plain = name.strip().removesuffix(".yaml").removesuffix(".yml")
    if not _NAME.fullmatch(plain) or _DEVICES.fullmatch(plain) or plain.endswith("."):
        raise WrongProfileName(name=name)
    parse_profile(text.encode(), f"{plain}.yaml")
    known = {path.stem.casefold(): path for path in profile_files(folder)}
    target = known.get(plain.casefold(), folder / f"{plain}.yaml")
    if plain in shipped_profiles():
        raise ProfileThere(name=plain, where="EA-Cockpit")
    if target.exists() and not replace:
        raise ProfileThere(name=plain, where=str(target))
    try:
        _write(text, target)
    except OSError as fault:
        raise ProfileNotSaved(folder=str(folder), why=fault.strerror or type(fault).__name__) from None
    return target


def _write(text: str, target: Path) -> None:
    """At once or not at all: half a profile would be worse than the old one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
