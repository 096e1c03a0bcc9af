"""The files for a server, as far as a machine without Docker can tell: structure, names, variables, health checks."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from ea_cockpit.graph.local.config import CONF
from ea_cockpit.settings import Settings

ROOT = Path(__file__).parents[2]
DURATION = r"^\d+s$"


class Strict(BaseModel):
    """A part of a compose file: a key that Compose does not know, or that nobody meant, is a fault."""

    model_config = ConfigDict(extra="forbid", strict=True)


class HealthCheck(Strict):
    test: list[str]
    interval: str
    timeout: str
    retries: int
    start_period: str


class Condition(Strict):
    condition: Literal["service_healthy"]


class Service(Strict):
    image: str
    build: str | None = None
    restart: Literal["unless-stopped"]
    environment: dict[str, str]
    ports: list[str]
    volumes: list[str] = []
    depends_on: dict[str, Condition] = {}
    healthcheck: HealthCheck
    read_only: bool = False
    tmpfs: list[str] = []
    cap_drop: list[str] = []
    security_opt: list[str] = []


class Compose(Strict):
    services: dict[str, Service]
    volumes: dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def compose() -> Compose:
    return Compose.model_validate(yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8")))


@pytest.fixture(scope="module")
def dockerfile() -> list[tuple[str, str]]:
    """Instruction and argument of each line, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1].strip()) for line in lines]


def test_services_and_volumes(compose: Compose) -> None:
    assert set(compose.services) == {"neo4j", "cockpit"}
    assert compose.services["neo4j"].image == "neo4j:5.26-community"
    assert compose.services["neo4j"].volumes == ["graph:/data"]
    assert set(compose.volumes) == {"graph"}
    assert compose.services["cockpit"].build == "."
    assert set(compose.services["cockpit"].depends_on) == {"neo4j"}


def test_nothing_listens_beyond_this_machine(compose: Compose) -> None:
    ports = [port for service in compose.services.values() for port in service.ports]
    assert ports == ["127.0.0.1:7687:7687", "127.0.0.1:8501:8501"]


def test_every_variable_of_ours_is_a_setting(compose: Compose) -> None:
    known = {f"EA_COCKPIT_{name.upper()}" for name in Settings.model_fields}
    named = set(re.findall(r"EA_COCKPIT_\w+", (ROOT / "docker-compose.yml").read_text("utf-8")))
    assert named <= known
    ours = {name for name in compose.services["cockpit"].environment if name.startswith("EA_COCKPIT_")}
    assert ours == {"EA_COCKPIT_NEO4J_URI", "EA_COCKPIT_NEO4J_USER", "EA_COCKPIT_NEO4J_PASSWORD", "EA_COCKPIT_LANG"}


def test_the_password_comes_from_outside_and_must(compose: Compose) -> None:
    required = re.compile(r"^(neo4j/)?\$\{EA_COCKPIT_NEO4J_PASSWORD:\?[^}]+\}$")
    assert required.match(compose.services["neo4j"].environment["NEO4J_AUTH"])
    assert required.match(compose.services["cockpit"].environment["EA_COCKPIT_NEO4J_PASSWORD"])


def test_neo4j_is_as_closed_as_the_local_one(compose: Compose) -> None:
    # The image spells a setting's dot as one underscore and its underscore as two.
    local = dict(line.split("=", 1) for line in CONF.splitlines() if line and not line.startswith("#"))
    prefix = "NEO4J_"
    served = {
        name.removeprefix(prefix).replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in compose.services["neo4j"].environment.items()
        if name != "NEO4J_AUTH"
    }
    for name in ("dbms.usage_report.enabled", "dbms.security.allow_csv_import_from_file_urls"):
        assert served.pop(name) == local[name] == "false"
    assert served.pop("internal.dbms.cypher_ip_blocklist") == local["internal.dbms.cypher_ip_blocklist"]
    assert set(served) == {"server.memory.heap.max_size", "server.memory.pagecache.size"}


def test_health_checks_have_sound_times(compose: Compose) -> None:
    for service in compose.services.values():
        check = service.healthcheck
        assert all(re.match(DURATION, time) for time in (check.interval, check.timeout, check.start_period))
        assert check.retries >= 3


@pytest.mark.skipif(not shutil.which("sh"), reason="There is no shell to run it in")
def test_health_check_of_neo4j_finds_the_password(compose: Compose, tmp_path: Path) -> None:
    kind, command = compose.services["neo4j"].healthcheck.test
    assert kind == "CMD-SHELL"
    # What the image has under this name is not here: this one tells what it was called with.
    stand_in = tmp_path / "cypher-shell"
    stand_in.write_text('#!/bin/sh\necho "$NEO4J_USERNAME|$NEO4J_PASSWORD|$*"\n')
    stand_in.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "NEO4J_AUTH": "neo4j/a/b c$d#1"}
    said = subprocess.run(
        ["sh", "-c", command.replace("$$", "$")], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout == "neo4j|a/b c$d#1|-a bolt://localhost:7687 RETURN 1\n"


class Health(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/_stcore/health" else 404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass


def status_of(*arguments: str) -> int:
    """The exit status of a Python run with these arguments."""
    return subprocess.run([sys.executable, *arguments], check=False, stderr=subprocess.DEVNULL).returncode


def test_health_check_of_the_cockpit_tells_alive_from_dead(compose: Compose, dockerfile: list[tuple[str, str]]) -> None:
    kind, python, flag, code = compose.services["cockpit"].healthcheck.test
    assert (kind, python, flag) == ("CMD", "python", "-c")
    assert any(word == "HEALTHCHECK" and code in rest for word, rest in dockerfile)
    with ThreadingHTTPServer(("127.0.0.1", 0), Health) as serving:
        here = code.replace(":8501/", f":{serving.server_port}/")
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        alive, other = status_of(flag, here), status_of(flag, here.replace("health", "x"))
        serving.shutdown()
        thread.join()
    assert (alive, other, status_of(flag, here)) == (0, 1, 1)


def test_the_image_is_built_by_hash_and_runs_as_nobody_special(dockerfile: list[tuple[str, str]]) -> None:
    words = [word for word, _ in dockerfile]
    bases = [rest.split()[0] for word, rest in dockerfile if word == "FROM"]
    assert set(bases) == {"python:3.11-slim"}
    assert any("--require-hashes -r constraints.txt" in rest for word, rest in dockerfile if word == "RUN")
    assert ("USER", "cockpit") in dockerfile
    assert words.index("USER") < words.index("CMD")
    command = next(rest for word, rest in dockerfile if word == "CMD")
    assert yaml.safe_load(command) == shlex.split("ea-cockpit ui --host 0.0.0.0 --port 8501 --no-browser")


def test_the_image_gets_what_the_wheel_needs_and_no_more() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    allowed = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert {"constraints.txt", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "ea_cockpit"} <= allowed
    assert not allowed & {".git", ".venv", "tests"}
