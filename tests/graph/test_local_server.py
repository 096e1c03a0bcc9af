"""The local server on real processes: started, shared, killed, refused, and what it says then."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, Neo4jError
from pydantic import SecretStr

from ea_cockpit.graph.local import process
from ea_cockpit.graph.local.launch import free_port
from ea_cockpit.graph.local_server import GraphAddress, LocalServer, address
from ea_cockpit.graph.trouble import (
    AlreadyInUse,
    NoFreePort,
    NotNeo4j5,
    PasswordLost,
    StartFailed,
    StartLocked,
    Unreachable,
    WrongPassword,
)
from ea_cockpit.settings import Settings

QUICK = ("-XX:TieredStopAtLevel=1",)  # the quick compiler suits a server that lives for seconds


def query(at: GraphAddress, text: str, **values: object) -> list[list[object]]:
    """The rows of one query, on a connection of its own."""
    with GraphDatabase.driver(at.uri, auth=at.auth) as driver:
        return [list(row) for row in driver.execute_query(text, values).records]


def kill(pid: int) -> None:
    """Ends a process as a power cut would."""
    victim = psutil.Process(pid)
    victim.kill()
    psutil.wait_procs([victim], timeout=30)


@pytest.fixture
def local(data_folder: Path) -> Iterator[LocalServer]:
    """A server of this test alone, not started yet."""
    server = LocalServer(Settings(data_folder=data_folder), jvm_options=QUICK)
    yield server
    server.stop()


# --- the ordinary day ---


def test_starts_answers_is_shared_and_stops(local: LocalServer) -> None:
    assert not local.status().running
    at = local.start()
    assert query(at, "RETURN 1") == [[1]]
    status = local.status()
    assert (status.running, status.uri, status.home) == (True, at.uri, local.home)
    assert status.version is not None
    assert status.version.startswith("5.26.")
    assert LocalServer(local.settings).start() == at
    assert address(local.settings) == at
    assert local.stop()
    assert not local.status().running
    assert not local.stop()


def test_content_survives_a_restart_and_a_kill(local: LocalServer) -> None:
    query(local.start(), "CREATE (:Thing {id: 1})")
    local.stop()
    query(local.start(), "CREATE (:Thing {id: 2})")
    pid = local.status().pid
    assert pid is not None
    kill(pid)
    assert not local.status().running
    assert local.state.exists(), "a killed server leaves its state file behind, else this test shows nothing"
    assert query(local.start(), "MATCH (t:Thing) RETURN t.id ORDER BY t.id") == [[1], [2]]


def test_outlives_its_parent(local: LocalServer) -> None:
    code = (
        "import sys, pathlib; from ea_cockpit.settings import Settings;"
        "from ea_cockpit.graph.local_server import LocalServer;"
        "LocalServer(Settings(data_folder=pathlib.Path(sys.argv[1]))).start()"
    )
    folder = str(local.settings.data_folder)
    subprocess.run([sys.executable, "-c", code, folder], check=True, cwd=Path(__file__).parents[2])
    pid = local.status().pid
    assert pid is not None
    assert query(local.start(), "RETURN 1") == [[1]]
    assert local.status().pid == pid


def test_two_processes_share_one_server(local: LocalServer) -> None:
    code = (
        "import sys, pathlib; from ea_cockpit.settings import Settings;"
        "from ea_cockpit.graph.local_server import LocalServer;"
        "server = LocalServer(Settings(data_folder=pathlib.Path(sys.argv[1])));"
        "print(server.start().uri, server.status().pid)"
    )
    command = [sys.executable, "-c", code, str(local.settings.data_folder)]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) for _ in range(2)
    ]
    answers = {one.communicate()[0] for one in both}
    assert [one.returncode for one in both] == [0, 0]
    assert len(answers) == 1
    assert answers == {f"{local.status().uri} {local.status().pid}\n"}


# --- closed to others ---


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's profile private by other means")
def test_password_is_readable_by_its_owner_alone(local: LocalServer) -> None:
    at = local.start()
    assert stat.S_IMODE((local.home / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(local.home.stat().st_mode) == 0o700
    secret = at.password.get_secret_value()
    assert len(secret) >= 24
    holders = {file.name for file in local.home.rglob("*") if file.is_file() and secret.encode() in file.read_bytes()}
    assert holders == {"password"}
    pid = local.status().pid
    assert pid is not None
    java = psutil.Process(pid)
    assert secret not in " ".join(java.cmdline()) + repr(java.environ()) + repr(at) + str(local.status())


def test_default_password_is_refused(server: GraphAddress) -> None:
    with pytest.raises(AuthError):
        query(replace(server, password=SecretStr("neo4j")), "RETURN 1")


def test_listens_on_the_loopback_address_alone(server: GraphAddress, local: LocalServer) -> None:
    local.start()
    pid = local.status().pid
    assert pid is not None
    listening = {
        (one.laddr.ip.removeprefix("::ffff:"), f"bolt://127.0.0.1:{one.laddr.port}")
        for one in psutil.Process(pid).net_connections("inet")
        if one.status == psutil.CONN_LISTEN
    }
    assert listening == {("127.0.0.1", local.status().uri)}


def test_load_csv_is_closed(local: LocalServer) -> None:
    at = local.start()
    folder = local.home / "import"
    folder.mkdir(exist_ok=True)
    (folder / "x.csv").write_text("secret\n")
    with closing(socket.create_server(("127.0.0.1", 0))) as trap:
        trap.settimeout(1)
        here = f"127.0.0.1:{trap.getsockname()[1]}/x.csv"
        for place in (
            f"http://{here}",
            f"https://{here}",
            f"ftp://{here}",
            "file:///x.csv",
            (folder / "x.csv").as_uri(),
        ):
            with pytest.raises(Neo4jError, match=r"blocked|not allowed|allow_csv_import_from_file_urls"):
                query(at, "LOAD CSV FROM $place AS line RETURN line", place=place)
        with pytest.raises(TimeoutError):
            trap.accept()  # not even a connection was made


def test_usage_is_not_reported(server: GraphAddress) -> None:
    told = query(server, "SHOW SETTINGS 'dbms.usage_report.enabled' YIELD value RETURN value")
    assert told == [["false"]]


# --- what goes wrong ---


def test_stale_state_whose_pid_is_another_process_now(local: LocalServer) -> None:
    local.home.mkdir(parents=True)
    process.remember(local.state, process.Running(os.getpid(), 1.0, 1, "5.26.30", ready=True))
    assert not local.status().running
    assert not local.stop()
    assert psutil.pid_exists(os.getpid())
    assert query(local.start(), "RETURN 1") == [[1]]
    assert local.status().pid != os.getpid()


def test_unreadable_state_is_no_obstacle(local: LocalServer) -> None:
    local.home.mkdir(parents=True)
    local.state.write_text('{"pid": 12')
    assert query(local.start(), "RETURN 1") == [[1]]


def test_lost_state_finds_the_running_server_again(local: LocalServer) -> None:
    at, pid = local.start(), local.status().pid
    local.state.unlink()
    assert local.start() == at
    assert local.status().pid == pid
    local.state.unlink()
    assert local.stop()


def test_stale_lock_file_is_no_obstacle(local: LocalServer) -> None:
    local.home.mkdir(parents=True)
    (local.home / "start.lock").write_text("99999")
    code = "import sys, filelock, os; lock = filelock.FileLock(sys.argv[1]); lock.acquire(); os._exit(9)"
    subprocess.run([sys.executable, "-c", code, str(local.home / "start.lock")], check=False)
    assert query(local.start(), "RETURN 1") == [[1]]


def test_lock_held_by_a_process_that_hangs(data_folder: Path) -> None:
    hasty = LocalServer(Settings(data_folder=data_folder), lock_seconds=0.3)
    hasty.home.mkdir(parents=True)
    code = (
        "import sys, filelock; lock = filelock.FileLock(sys.argv[1]); lock.acquire(); print('held', flush=True); "
        "input()"
    )
    command = [sys.executable, "-c", code, str(hasty.home / "start.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StartLocked) as trouble:
            hasty.start()
        holder.communicate("\n")
    assert "start.lock" in trouble.value.message("de")


def test_taken_port_is_swapped_for_another(data_folder: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        taken = other.getsockname()[1]
        ports = iter([taken, free_port()])
        local = LocalServer(Settings(data_folder=data_folder), pick_port=lambda: next(ports), jvm_options=QUICK)
        try:
            at = local.start()
            assert not at.uri.endswith(f":{taken}")
            assert query(at, "RETURN 1") == [[1]]
        finally:
            local.stop()


def test_port_taken_by_another_neo4j_does_not_get_our_password(data_folder: Path, server: GraphAddress) -> None:
    taken = int(server.uri.rpartition(":")[2])
    local = LocalServer(Settings(data_folder=data_folder), pick_port=lambda: taken, jvm_options=QUICK)
    with pytest.raises(NoFreePort) as trouble:
        local.start()
    assert str(taken) in trouble.value.message("en")
    assert not local.status().running


def test_a_second_neo4j_on_the_same_files(local: LocalServer, tmp_path: Path) -> None:
    local.start()
    twin = LocalServer(local.settings, home=tmp_path / "twin", jvm_options=QUICK)
    twin.home.mkdir()
    (twin.home / "data").symlink_to(local.home / "data", target_is_directory=True)
    (twin.home / "password").write_text((local.home / "password").read_text())
    with pytest.raises(AlreadyInUse) as trouble:
        twin.start()
    assert "EA_COCKPIT_DATA_FOLDER" in trouble.value.message("de")


def test_password_file_lost(local: LocalServer) -> None:
    local.start()
    local.stop()
    (local.home / "password").unlink()
    with pytest.raises(PasswordLost) as trouble:
        local.start()
    assert str(local.home / "password") in trouble.value.message("de")


def test_password_file_of_another_graph(local: LocalServer) -> None:
    local.start()
    local.stop()
    (local.home / "password").write_text("another")
    with pytest.raises(PasswordLost):
        local.start()
    assert not local.status().running


def test_start_failure_shows_the_last_lines_of_the_log(data_folder: Path) -> None:
    local = LocalServer(Settings(data_folder=data_folder), jvm_options=("-XX:NoSuchOption=1",))
    with pytest.raises(StartFailed) as trouble:
        local.start()
    assert "NoSuchOption" in trouble.value.message("de")
    assert str(local.home / "logs" / "console.log") in trouble.value.message("en")


def test_starter_killed_half_way_leaves_a_server_the_next_one_takes_over(local: LocalServer) -> None:
    code = (
        "import sys, pathlib; from ea_cockpit.settings import Settings;"
        "from ea_cockpit.graph.local_server import LocalServer;"
        "LocalServer(Settings(data_folder=pathlib.Path(sys.argv[1]))).start()"
    )
    command = [sys.executable, "-c", code, str(local.settings.data_folder)]
    starter = subprocess.Popen(command, cwd=Path(__file__).parents[2], start_new_session=True)
    while process.recall(local.state, local.arguments) is None:
        assert starter.poll() is None
        time.sleep(0.02)
    starter.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    starter.wait()
    half = process.recall(local.state, local.arguments)
    assert half is not None
    assert not half.ready
    assert query(local.start(), "RETURN 1") == [[1]]
    assert local.status().pid == half.pid


# --- a server the settings name ---


def named(server: GraphAddress, **changes: object) -> Settings:
    """Settings that name the session's server, with something changed."""
    values: dict[str, object] = {"neo4j_uri": server.uri, "neo4j_password": server.password, **changes}
    return Settings(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_named_server_is_used(server: GraphAddress, scheme: str) -> None:
    settings = named(server, neo4j_uri=server.uri.replace("bolt", scheme, 1))
    assert query(address(settings), "RETURN 1") == [[1]]


def test_wrong_password(server: GraphAddress) -> None:
    with pytest.raises(WrongPassword) as trouble:
        address(named(server, neo4j_password=SecretStr("something else")))
    assert server.uri in trouble.value.message("de")
    assert "something else" not in trouble.value.message("en")


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_nobody_at_the_address(server: GraphAddress, scheme: str) -> None:
    uri = f"{scheme}://127.0.0.1:{free_port()}"
    with pytest.raises(Unreachable) as trouble:
        address(named(server, neo4j_uri=uri))
    assert uri in trouble.value.message("de")


def test_encryption_the_server_does_not_have(server: GraphAddress) -> None:
    with pytest.raises(Unreachable):
        address(named(server, neo4j_uri=server.uri.replace("bolt", "bolt+s", 1)))


def test_unknown_database(server: GraphAddress) -> None:
    with pytest.raises(Unreachable) as trouble:
        address(named(server, neo4j_database="nowhere"))
    assert "nowhere" in trouble.value.message("de")


def test_another_generation_of_neo4j(data_folder: Path) -> None:
    # A real server that introduces itself as another version, which is all a client can see of it.
    local = LocalServer(Settings(data_folder=data_folder), jvm_options=("-Dinternal.neo4j.custom.version=4.4.40",))
    try:
        with pytest.raises(NotNeo4j5) as trouble:
            local.start()
        assert "4.4.40" in trouble.value.message("de")
    finally:
        local.stop()
