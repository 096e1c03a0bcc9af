"""Reads and checks every broken file, in a process of its own: prints one line of JSON a file as it goes."""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any

from broken_files import broken_files

from ea_cockpit.errors import CockpitError
from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_bytes


def outcome(name: str, content: bytes, metamodel: Metamodel) -> dict[str, Any]:
    """What a user would be told about this file."""
    try:
        table = read_bytes(name, content)
        plan, used = recognise([table], metamodel)
        report = check_only(Request([table], plan, profile=used), metamodel, None)
    except CockpitError as fault:
        return {
            "error": type(fault).__name__,
            "status": fault.exit_status,
            "texts": [text(lang) for text in (fault.fault, fault.way_out) for lang in ("de", "en")],
        }
    said = [*(problem.code for problem in report.problems), *(str(item.why.de) for item in report.ignored)]
    return {"said": said, "rows": sum(count.rows for count in report.facts.values())}


def main() -> None:
    """Go through all files; memory is measured, and capped in case it runs away."""
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    metamodel = standard_metamodel()
    for title, name, content in broken_files():
        begin = time.perf_counter()
        found = {"title": title, **outcome(name, content, metamodel), "seconds": time.perf_counter() - begin}
        # The old binary formats are read by a child of this process.
        peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        found["megabytes"] = max(peaks) // 1_000
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
