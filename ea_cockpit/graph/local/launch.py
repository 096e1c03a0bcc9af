"""One start of the local server: configuration, port, process, and the wait until it answers."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from ea_cockpit.errors import GraphTrouble
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.local import process
from ea_cockpit.graph.local.config import write_config
from ea_cockpit.graph.local.disk import free_mb
from ea_cockpit.graph.local.engine import Engine
from ea_cockpit.graph.local.password import USER
from ea_cockpit.graph.local.probe import reach
from ea_cockpit.graph.local.progress import Progress
from ea_cockpit.graph.trouble import (
    AlreadyInUse,
    DiskFull,
    FolderNotWritable,
    NoFreePort,
    NotNeo4j5,
    PasswordLost,
    StartFailed,
    Unreachable,
    WrongPassword,
)
from ea_cockpit.i18n import Text

STARTING = Text("Die Graph-Datenbank startet", "The graph is starting")
PORT_TRIES = 3
STORE_MB = 100
FULL_WORDS = ("No space left on device", "not enough space on the disk")
READY_SECONDS = 300  # recovery after a crash in the middle of a large import takes its time


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(frozen=True, slots=True)
class Launch:
    """All that one start needs."""

    home: Path
    state: Path
    arguments: Path
    engine: Engine
    jvm_options: tuple[str, ...]
    pick_port: Callable[[], int]

    @property
    def console(self) -> Path:
        """What Java said on its way up."""
        return self.home / "logs" / "console.log"

    @property
    def log(self) -> Path:
        """What Neo4j said once it could keep a log of its own."""
        return self.home / "logs" / "neo4j.log"

    def run(self, password: SecretStr, progress: Progress) -> process.Running:
        """Starts a server; a port that someone took since it was picked is swapped for another."""
        tried: list[int] = []
        for _ in range(PORT_TRIES):
            tried.append(self.pick_port())
            write_config(self.home, tried[-1], self.engine.jars, self.jvm_options)
            self._put_old_log_aside()
            child = process.spawn(self.engine.java, self.arguments, self.console)
            try:
                known = self._remember(child.pid, tried[-1])
            except OSError:
                child.kill()
                raise
            try:
                return self.await_ready(known, password, progress)
            except StartFailed:
                if "PortBindException" not in self._said():
                    raise
        raise NoFreePort(ports=", ".join(map(str, tried)))

    def await_ready(self, known: process.Running, password: SecretStr, progress: Progress) -> process.Running:
        """Waits until the server answers a query, and says so in the state file."""
        address = GraphAddress(known.uri, USER, password)
        began = time.monotonic()
        while (waited := time.monotonic() - began) < READY_SECONDS and process.is_alive(known.pid):
            progress(STARTING, int(waited), None)
            time.sleep(0.1)
            # Asked only once the port is our own: the password goes to nobody else who listens there.
            if not process.listens(known.pid, known.port):
                if self._disk_full():  # Neo4j stays up then, and never answers
                    break
                continue
            try:
                return self._remember(known.pid, known.port, reach(address, seconds=5))
            except Unreachable:
                if self._disk_full():
                    break
            except WrongPassword as fault:
                process.end(known)
                raise PasswordLost(home=self.home, file=self.home / "password") from fault
            except (NotNeo4j5, OSError):
                process.end(known)
                raise
        process.end(known, seconds=5)  # it is of no use and may hang: no long farewell
        self.state.unlink(missing_ok=True)
        raise self._failure()

    def _remember(self, pid: int, port: int, version: str = "") -> process.Running:
        """Writes the state file; a version means that the server was seen to answer."""
        known = process.Running(pid, process.created(pid), port, version or self.engine.version, ready=bool(version))
        process.remember(self.state, known)
        return known

    def _put_old_log_aside(self) -> None:
        """What an earlier start complained of must not be taken for what this one does."""
        if self.log.exists():
            self.log.replace(self.log.with_name("neo4j.before.log"))

    def _said(self) -> str:
        """Java's own words, then Neo4j's."""
        files = [file for file in (self.console, self.log) if file.exists()]
        return "\n".join(file.read_text("utf-8", errors="replace") for file in files)

    def _disk_full(self) -> bool:
        said = self._said()
        return any(words in said for words in FULL_WORDS) or free_mb(self.home) == 0

    def _failure(self) -> GraphTrouble:
        """Why the server did not come up, from what it said."""
        said = self._said()
        values = {"home": self.home, "file": self.log if self.log.exists() else self.console, "log": _last_words(said)}
        if self._disk_full():
            return DiskFull(folder=self.home, free=free_mb(self.home), need=STORE_MB)
        if "Read-only file system" in said or "AccessDeniedException" in said:
            return FolderNotWritable(folder=self.home, why=_last_words(said, 1))
        if "FileLockException" in said:
            return AlreadyInUse(**values)
        return StartFailed(**values)


def _last_words(said: str, lines: int = 8) -> str:
    """The last lines of a log that say something: not the places in the code."""
    lines_said = (line.strip()[:300] for line in said.splitlines())
    telling = [line for line in lines_said if line and not line.startswith(("at ", "... "))]
    return "\n".join(telling[-lines:])
