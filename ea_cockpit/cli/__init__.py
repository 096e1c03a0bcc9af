"""The command line: one thin command per verb."""

from __future__ import annotations

import os
import sys

from ea_cockpit.errors import CockpitError

__all__ = ["main"]


def main() -> None:
    """Run a command; whatever a user can cause ends in a sentence and a remedy, never in a traceback."""
    # Consoles that do not speak UTF-8 (older Windows) show a replacement instead of failing.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        from ea_cockpit.cli.app import build

        build()()
    except CockpitError as fault:
        from ea_cockpit.cli.context import language

        lang = language()
        print(fault.fault(lang), file=sys.stderr)  # noqa: T201
        print("→ " + fault.way_out(lang), file=sys.stderr)  # noqa: T201
        sys.exit(fault.exit_status)
    except BrokenPipeError:
        # The reader (head, less) has gone; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
