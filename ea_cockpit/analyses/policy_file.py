"""A rule file of the office, read into its form; what is wrong with it is told with file, place, fault and remedy."""

from __future__ import annotations

from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text
from ea_cockpit.model.yaml_text import line_of


class BrokenPolicyFile(UnreadableInput):
    """A rule file that cannot be used."""

    says = Text("{file}, {place}: {fault}", "{file}, {place}: {fault}")
    remedy = Text(
        "Berichtigen Sie die Stelle, oder nehmen Sie die Datei weg: Dann gilt die mitgelieferte.",
        "Correct it there, or take the file away: the shipped one then holds.",
    )


class PolicyForm(BaseModel):
    """The form of a rule file: nothing may be changed later, and nothing may stand in it that has no meaning."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Form = TypeVar("Form", bound=BaseModel)
_START = Text("am Anfang", "at the top")
_FAULTS = {
    "missing": Text("Die Angabe fehlt.", "It is missing."),
    "extra_forbidden": Text("Diese Angabe gibt es hier nicht.", "There is no such entry here."),
    "literal_error": Text(
        "«{input}» gibt es hier nicht; erlaubt: {expected}.", "No “{input}” here; allowed: {expected}."
    ),
    "enum": Text("«{input}» gibt es hier nicht; erlaubt: {expected}.", "No “{input}” here; allowed: {expected}."),
    "greater_than": Text("{input} ist zu klein: mehr als {gt}.", "{input} is too small: more than {gt}."),
    "greater_than_equal": Text("{input} ist zu klein: mindestens {ge}.", "{input} is too small: at least {ge}."),
    "less_than": Text("{input} ist zu gross: weniger als {lt}.", "{input} is too large: less than {lt}."),
    "less_than_equal": Text("{input} ist zu gross: höchstens {le}.", "{input} is too large: at most {le}."),
    "too_short": Text("Es braucht mindestens {min_length}.", "It takes at least {min_length}."),
    "finite_number": Text("{input} ist keine endliche Zahl.", "{input} is no finite number."),
}
_FORMS = {
    "int": Text("«{input}» ist keine ganze Zahl.", "“{input}” is no whole number."),
    "float": Text("«{input}» ist keine Zahl.", "“{input}” is no number."),
    "bool": Text("«{input}» ist weder ja noch nein (true, false).", "“{input}” is neither true nor false."),
    "string": Text("Hier gehört ein Text hin.", "A text belongs here."),
    "date": Text("«{input}» ist kein Tag (2027-12-31).", "“{input}” is no day (2027-12-31)."),
    "dict": Text("Hier gehören benannte Angaben hin (name: wert).", "Named entries belong here (name: value)."),
    "model": Text("Hier gehören benannte Angaben hin (name: wert).", "Named entries belong here (name: value)."),
    "list": Text("Hier gehört eine Liste hin.", "A list belongs here."),
    "tuple": Text("Hier gehört eine Liste hin.", "A list belongs here."),
}


def read_policy(policy: Policy, name: str, form: type[Form]) -> Form:
    """The file in force in its form; raises `BrokenPolicyFile` with the first thing that is wrong."""
    file = str(policy.own(name) or name)
    try:
        return form.model_validate(yaml.safe_load(policy.text(name)))
    except yaml.YAMLError as trouble:
        place = line_of(trouble, _START)
        fault = Text("Das ist kein gültiges YAML.", "This is no valid YAML.")
        raise BrokenPolicyFile(file=file, place=place, fault=fault) from None
    except UnicodeDecodeError:
        fault = Text("Die Datei ist kein Text in UTF-8.", "The file is no text in UTF-8.")
        raise BrokenPolicyFile(file=file, place=_START, fault=fault) from None
    except ValidationError as trouble:
        first: dict[str, Any] = dict(trouble.errors()[0])
        where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in first["loc"] if part != "[key]")
        place = Text(where, where) if where else _START
        raise BrokenPolicyFile(file=file, place=place, fault=_fault(first)) from None


def _fault(first: dict[str, Any]) -> Text:
    """What pydantic found, in the reader's words; a form's own checks speak for themselves."""
    kind, told = first["type"], {"input": str(first.get("input"))[:60], **first.get("ctx", {})}
    if expected := told.get("expected"):
        told["expected"] = Text(str(expected).replace(" or ", " oder "), str(expected))
    said = _FAULTS.get(kind) or _FORMS.get(kind.partition("_")[0])
    if isinstance(own := told.get("error"), ValueError) and own.args and isinstance(own.args[0], Text):
        return own.args[0]
    return (
        said.format(**told)
        if said
        else Text(f"Das passt nicht ({first['msg']}).", f"It does not fit ({first['msg']}).")
    )
