"""The command line: one thin command per verb."""

from __future__ import annotations

import os
import sys

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text

__all__ = ["main"]

_STOPPED = Text(
    "Abgebrochen. Ein angefangener Import hat nichts geschrieben.", "Stopped. An unfinished import wrote nothing."
)


def main() -> None:
    """Run a command; whatever a user can cause ends in a sentence and a remedy, never in a traceback."""
    # Consoles that do not speak UTF-8 (older Windows) show a replacement instead of failing.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(_run())
    except CockpitError as fault:
        _tell(fault)
        sys.exit(fault.exit_status)
    except KeyboardInterrupt:
        from ea_cockpit.cli.context import language

        print(_STOPPED.in_(language()), file=sys.stderr)  # noqa: T201
        sys.exit(130)
    except BrokenPipeError:
        # The reader (head, less) has gone; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _run() -> int:
    from typer.exceptions import Abort, TyperException
    from typer.main import get_command

    from ea_cockpit.cli.app import build
    from ea_cockpit.cli.usage import in_words

    try:
        return int(get_command(build()).main(prog_name="ea-cockpit", standalone_mode=False) or 0)
    except Abort:
        raise KeyboardInterrupt from None
    except TyperException as fault:
        if type(fault).__name__ == "NoArgsIsHelpError":
            print(fault)  # noqa: T201
            return 2
        raise in_words(fault) from None


def _tell(fault: CockpitError) -> None:
    from ea_cockpit.cli.context import language

    lang = language()
    print(fault.fault(lang), file=sys.stderr)  # noqa: T201
    print("→ " + fault.way_out(lang), file=sys.stderr)  # noqa: T201
