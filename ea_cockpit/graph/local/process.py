"""The running server: started so that it outlives us, found again by everyone, never mistaken for another process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Thread

import psutil

from ea_cockpit.graph.trouble import StopFailed


@dataclass(frozen=True, slots=True)
class Running:
    """What the state file tells about a server: enough to find it, nothing secret."""

    pid: int
    created: float  # the process's own start time: a recycled pid has another one
    port: int
    version: str
    ready: bool = False

    @property
    def uri(self) -> str:
        """Where it answers."""
        return f"bolt://127.0.0.1:{self.port}"


def spawn(java: Path, arguments: Path, console: Path) -> subprocess.Popen[bytes]:
    """Starts Neo4j detached from us and our terminal; the command line shows a file of arguments and no more."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EA_COCKPIT_")}
    with console.open("wb") as out:
        child = subprocess.Popen(  # noqa: S603 - our Java, our arguments
            [java, f"@{arguments}"],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=arguments.parent,
            start_new_session=True,
            creationflags=0x8 if sys.platform == "win32" else 0,  # DETACHED_PROCESS
        )
    # While we live, someone must take note of its end, else it stays behind as a zombie that looks alive.
    Thread(target=child.wait, daemon=True).start()
    return child


def remember(state: Path, running: Running) -> None:
    """Writes the state file, whole or not at all."""
    part = state.with_suffix(".part")
    part.write_text(json.dumps(asdict(running)), "utf-8")
    part.replace(state)


def recall(state: Path, arguments: Path) -> Running | None:
    """The server of the state file, if it lives; a stale file, or a recycled pid, counts as none."""
    try:
        known = Running(**json.loads(state.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return known if _is_server(known, arguments) else None


def search(arguments: Path, version: str) -> Running | None:
    """A server of this very graph that runs although no state file tells of it."""
    for process in psutil.process_iter():
        if _runs(process, arguments) and (port := _configured_port(arguments)):
            return Running(process.pid, process.create_time(), port, version)
    return None


def end(running: Running, seconds: float = 60) -> None:
    """Ends a server in good order; one that does not listen is killed, which Neo4j recovers from at its next start."""
    try:
        process = psutil.Process(running.pid)
        process.terminate()
        try:
            process.wait(seconds)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(10)
    except psutil.NoSuchProcess:
        return
    except (psutil.AccessDenied, psutil.TimeoutExpired) as fault:
        raise StopFailed(pid=running.pid) from fault


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be taken note of does not."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def created(pid: int) -> float:
    """When a process started; 0 when it is gone already."""
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return 0.0


def listens(pid: int, port: int) -> bool:
    """Whether this very process listens on the port."""
    try:
        sockets = psutil.Process(pid).net_connections("tcp")
    except psutil.Error:
        return False
    return any(one.status == psutil.CONN_LISTEN and one.laddr.port == port for one in sockets)


def _is_server(known: Running, arguments: Path) -> bool:
    try:
        process = psutil.Process(known.pid)
        # Either tells it surely: the clock may have been set since, which moves the start times of all processes.
        same = abs(process.create_time() - known.created) < 1
        return process.status() != psutil.STATUS_ZOMBIE and (same or _runs(process, arguments))
    except psutil.Error:
        return False


def _runs(process: psutil.Process, arguments: Path) -> bool:
    try:
        return f"@{arguments}" in process.cmdline()
    except psutil.Error:
        return False


def _configured_port(arguments: Path) -> int | None:
    conf = arguments.parents[1] / "conf" / "neo4j.conf"
    try:
        found = re.search(r"^server\.bolt\.listen_address=127\.0\.0\.1:(\d+)$", conf.read_text("utf-8"), re.MULTILINE)
    except OSError:
        return None
    return int(found[1]) if found else None
