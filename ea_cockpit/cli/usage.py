"""What is wrong with a command's words, in the user's language; the command line library speaks English only."""

from __future__ import annotations

import re
from typing import Any

from ea_cockpit.errors import WrongUsage
from ea_cockpit.i18n import Text

_HELP = Text("Hilfe: {command} --help", "Help: {command} --help")
_NO_COMMAND = re.compile(r"No such command '(?P<name>.*?)'\.(?: Did you mean '(?P<near>.*?)'\?)?")


def in_words(fault: Any) -> WrongUsage:
    """A usage error of the library as one of ours: fault and the way to the help of that command.

    Its classes are told apart by name, for the library keeps them in a private module.
    """
    kind, hint = type(fault).__name__, _hint(fault)
    if kind == "NoSuchOption":
        near = ", ".join(fault.possibilities or ())
        says = _with_near(Text("Die Option {name} gibt es nicht.", "There is no option {name}."), near)
        says = says.format(name=fault.option_name)
    elif kind == "MissingParameter":
        says = Text("Es fehlt: {hint}.", "Missing: {hint}.").format(hint=hint)
    elif kind == "BadParameter":
        says = Text("{hint}: dieser Wert geht nicht ({why}).", "{hint}: this value does not fit ({why}).")
        says = says.format(hint=hint, why=fault.message.rstrip("."))
    elif found := _NO_COMMAND.match(fault.message):
        says = Text("Den Befehl «{name}» gibt es nicht.", "There is no command '{name}'.")
        says = _with_near(says, found["near"] or "").format(name=found["name"])
    else:
        says = Text(fault.message, fault.message)
    command = fault.ctx.command_path if getattr(fault, "ctx", None) else "ea-cockpit"
    return WrongUsage(fault=says, hint=_HELP.format(command=command))


def _with_near(says: Text, near: str) -> Text:
    return Text(f"{says.de} Meinten Sie {near}?", f"{says.en} Did you mean {near}?") if near else says


def _hint(fault: Any) -> str:
    param = getattr(fault, "param", None)
    if param is not None and getattr(fault, "ctx", None):
        options = [*getattr(param, "opts", ())]
        return str(options[0] if options else param.name)
    return str(getattr(fault, "param_hint", None) or "")
