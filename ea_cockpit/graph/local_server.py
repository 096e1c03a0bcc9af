"""The graph, handled for the user: the server the settings name, else a real Neo4j Community started here.

What it consists of stands in `graph/local/`; this is the face the rest of the product knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from ea_cockpit.graph.address import GraphAddress, named_address
from ea_cockpit.graph.local import process
from ea_cockpit.graph.local.disk import disk_in_words, need_room
from ea_cockpit.graph.local.engine import provide_engine
from ea_cockpit.graph.local.launch import STORE_MB, Launch, free_port
from ea_cockpit.graph.local.password import USER, provide_password
from ea_cockpit.graph.local.probe import reach
from ea_cockpit.graph.local.progress import Progress, silent
from ea_cockpit.graph.trouble import StartLocked
from ea_cockpit.i18n import Text
from ea_cockpit.settings import Settings

__all__ = ["GraphAddress", "LocalServer", "Progress", "ServerStatus", "address", "silent"]

WAITING = Text("Ein anderer Prozess startet die Graph-Datenbank", "Another process is starting the graph")


def address(settings: Settings, progress: Progress = silent) -> GraphAddress:
    """The graph to use: the one the settings name, else the local server, started if need be."""
    named = named_address(settings)
    if named is None:
        return LocalServer(settings).start(progress)
    reach(named)
    return named


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What `ea-cockpit graph status` shows."""

    running: bool
    home: Path
    pid: int | None = None
    uri: str | None = None
    version: str | None = None
    since: datetime | None = None


class LocalServer:
    """A real Neo4j Community on this machine, one for each data folder, shared by all processes of its user."""

    def __init__(
        self,
        settings: Settings,
        *,
        home: Path | None = None,
        jars: Path | None = None,
        pick_port: Callable[[], int] = free_port,
        jvm_options: tuple[str, ...] = (),
        lock_seconds: float = 900,
    ) -> None:
        """`home` and `jars` are folders of the data folder unless named; the rest is for tests and odd machines."""
        self.settings = settings
        self.home = (home or settings.data_folder / settings.graph_name).absolute()
        self.jars = (jars or settings.data_folder / "jars").absolute()
        self.pick_port = pick_port
        self.jvm_options = jvm_options
        self.lock_seconds = lock_seconds
        self.state = self.home / "server.json"
        self.arguments = self.home / "run" / "java.args"

    def start(self, progress: Progress = silent) -> GraphAddress:
        """The address of the server, started if none runs; two processes that call at once share one."""
        if (known := process.recall(self.state, self.arguments)) and known.ready:
            return self._address(known)
        with disk_in_words(self.home, STORE_MB), self._alone(progress):
            known = process.recall(self.state, self.arguments)
            if not (known and known.ready):
                known = self._launch(known, progress)
            return self._address(known)

    def status(self) -> ServerStatus:
        """Whether the server runs, and where; starts and writes nothing."""
        known = process.recall(self.state, self.arguments)
        if known is None:
            return ServerStatus(running=False, home=self.home)
        since = datetime.fromtimestamp(known.created, UTC)
        return ServerStatus(True, self.home, known.pid, known.uri, known.version, since)

    def stop(self) -> bool:
        """Ends the server in good order; False when none ran."""
        if not self.home.exists():
            return False
        with disk_in_words(self.home, STORE_MB), self._alone(silent):
            known = process.recall(self.state, self.arguments) or process.search(self.arguments, "5")
            if known:
                process.end(known)
            self.state.unlink(missing_ok=True)
        return known is not None

    def _address(self, known: process.Running) -> GraphAddress:
        return GraphAddress(known.uri, USER, provide_password(self.home))

    def _launch(self, known: process.Running | None, progress: Progress) -> process.Running:
        """Brings a server up: one that a killed process left behind half-started, or a new one."""
        need_room(self.home, STORE_MB)
        engine = provide_engine(self.settings, self.jars, progress)
        launch = Launch(self.home, self.state, self.arguments, engine, self.jvm_options, self.pick_port)
        password = provide_password(self.home)
        known = known or process.search(self.arguments, engine.version)
        return launch.await_ready(known, password, progress) if known else launch.run(password, progress)

    @contextmanager
    def _alone(self, progress: Progress) -> Iterator[None]:
        """One process at a time; the system frees the lock of a process that died, so it cannot go stale."""
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(self.home / "start.lock", mode=0o600)
        try:
            try:
                lock.acquire(timeout=0.2)
            except Timeout:
                progress(WAITING, 0, None)
                lock.acquire(timeout=self.lock_seconds)
        except Timeout as fault:
            raise StartLocked(lock=lock.lock_file, seconds=self.lock_seconds) from fault
        try:
            yield
        finally:
            lock.release()
