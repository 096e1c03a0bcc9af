"""Writes a file whole or not at all, with a clear message where it cannot be written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text
from ea_cockpit.tabular.fault import in_words


class CannotWrite(CockpitError):
    """The file to write is locked, its folder is missing, or there is no room."""

    says = Text("{file} lässt sich nicht schreiben: {why}.", "{file} cannot be written: {why}.")
    remedy = Text(
        "Prüfen Sie Ordner, Rechte und freien Platz, und ob die Datei noch geöffnet ist.",
        "Check the folder, its permissions and free space, and whether the file is still open.",
    )
    exit_status = 4


def make_folder(path: Path) -> None:
    """The folder, made where it is missing."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CannotWrite(file=path, why=in_words(fault)) from None


@contextmanager
def writable(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to; it takes its name only when all of it is there."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".ea-", dir=path.parent)
    except OSError as fault:
        raise CannotWrite(file=path, why=in_words(fault)) from None
    try:
        with os.fdopen(handle, "w+b") as target:
            yield target
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as fault:
        raise CannotWrite(file=path, why=in_words(fault)) from fault
    finally:
        Path(temporary).unlink(missing_ok=True)
