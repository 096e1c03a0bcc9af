"""An import in a process of its own, so that its time and its memory are its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ea_cockpit.graph.address import GraphAddress

WORK = """
import json, resource, sys, time
from pathlib import Path
from pydantic import SecretStr
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.tabular.reader import read_table

uri, user, password, *files = json.load(sys.stdin)
metamodel = standard_metamodel()
with GraphStore(GraphAddress(uri, user, SecretStr(password))) as store:
    store.read("RETURN 1 AS one")
    start = time.perf_counter()
    tables = [read_table(Path(file)) for file in files]
    report = run_import(Request(tables, plan_for(tables, metamodel)), metamodel, store)
    seconds = time.perf_counter() - start
assert report.written
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


@dataclass(frozen=True)
class Done:
    """What an import took."""

    seconds: float
    peak_mb: float


def import_apart(files: Sequence[Path], address: GraphAddress) -> Done:
    """Import the files and tell what it took."""
    asked = json.dumps([address.uri, address.user, address.password.get_secret_value(), *map(str, files)])
    done = subprocess.run([sys.executable, "-c", WORK], input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return Done(*json.loads(done.stdout))
