"""The generated password of the local graph: in a file only its owner can read, in Neo4j as a salted hash."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from pydantic import SecretStr

from ea_cockpit.graph.trouble import PasswordLost

USER = "neo4j"
ROUNDS = 1024


def provide_password(home: Path) -> SecretStr:
    """The password of the graph in `home`; a new graph gets a new one before its first start."""
    file = home / "password"
    if file.is_file() and (known := file.read_text("ascii").strip()):
        return SecretStr(known)
    if (home / "data" / "databases").exists():
        raise PasswordLost(home=home, file=file)
    password = secrets.token_urlsafe(24)
    _initial_login(home, password)
    _write_private(file, password)
    return SecretStr(password)


def _initial_login(home: Path, password: str) -> None:
    """Leaves the first login where `neo4j-admin dbms set-initial-password` leaves it.

    So there is no moment at which the server answers to a default password, and no command line that shows one.
    """
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    folder = home / "data" / "dbms"
    folder.mkdir(parents=True, exist_ok=True)
    _write_private(folder / "auth.ini", f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{ROUNDS}:\n")


def _write_private(file: Path, content: str) -> None:
    """A file whole or not at all, readable by its owner alone from its first byte on."""
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(content)
    part.replace(file)
