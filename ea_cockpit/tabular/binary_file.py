"""The old binary formats (.xls, .xlsb), read in a process of their own: damage in one may take its reader down."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text
from ea_cockpit.tabular.limits import filled_width
from ea_cockpit.tabular.sheet import Sheet
from ea_cockpit.tabular.unreadable import BrokenWorkbook, NoWorksheet, PasswordProtected, TooLarge, TruncatedFile
from ea_cockpit.tabular.workbook_file import read_workbook

_MEMORY = 3 << 30
_TOLD = ("name", "rows", "hidden", "merged")
_FAULTS = {kind.__name__: kind for kind in (BrokenWorkbook, NoWorksheet, PasswordProtected, TooLarge, TruncatedFile)}


def read_apart(name: str, content: bytes) -> tuple[Sheet, ...]:
    """All worksheets of the workbook; if the reader crashes, the file is called damaged."""
    run = subprocess.run(  # noqa: S603  this very programme
        [sys.executable, "-m", __name__],
        input=content,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    if run.returncode:
        raise TruncatedFile(file=name)
    answer = json.loads(run.stdout)
    if fault := _FAULTS.get(answer.get("fault", "")):
        raise fault(file=name, **{key: Text(*value) for key, value in answer["values"].items()})
    return tuple(_sheet(told) for told in answer["sheets"])


def _sheet(told: dict[str, Any]) -> Sheet:
    rows = [[_cell(value) if isinstance(value, list) else value for value in row] for row in told["rows"]]
    return Sheet(told["name"], rows, told["hidden"], merged=tuple((a, b, c, d) for a, b, c, d in told["merged"]))


def _told(value: Any) -> list[Any]:
    """What JSON has no word for, with the name of its kind."""
    if isinstance(value, dt.timedelta):
        return ["timedelta", value.total_seconds()]
    if isinstance(value, Sequence):
        return list(value)
    return [type(value).__name__, value.isoformat()]


def _cell(told: list[Any]) -> Any:
    kind, value = told
    if kind == "timedelta":
        return dt.timedelta(seconds=value)
    kinds: dict[str, type[dt.date | dt.time]] = {"datetime": dt.datetime, "date": dt.date, "time": dt.time}
    return kinds[kind].fromisoformat(value)


def _both(value: object) -> list[str]:
    return [value.de, value.en] if isinstance(value, Text) else [str(value)] * 2


def _answer(content: bytes) -> dict[str, Any]:
    try:
        sheets = [{name: getattr(sheet, name) for name in _TOLD} for sheet in read_workbook("", content)]
    except UnreadableInput as fault:
        values = {key: _both(value) for key, value in fault.values.items() if key != "file"}
        return {"fault": type(fault).__name__, "values": values}
    for sheet in sheets:
        # Two cells in the corners of a sheet are no reason to write down sixteen million empty ones.
        sheet["rows"] = [row[: filled_width(row)] for row in sheet["rows"]]
    return {"sheets": sheets}


def _main() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    json.dump(_answer(sys.stdin.buffer.read()), sys.stdout, default=_told)


if __name__ == "__main__":
    _main()
