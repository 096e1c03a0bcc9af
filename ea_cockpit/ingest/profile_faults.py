"""What can be wrong with a profile, each fault with its place in the YAML and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from ea_cockpit.errors import UnreadableInput, WrongUsage
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.naming.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class ProfileFault:
    """One fault: where in the YAML, what, and the way out."""

    place: str
    fault: Text
    hint: Text


class WrongEntry(ValueError):
    """Raised inside the schema where an entry contradicts itself."""

    def __init__(self, fault: Text, hint: Text) -> None:
        super().__init__(fault.en)
        self.fault, self.hint = fault, hint


class UnknownProfile(WrongUsage):
    """No profile of this name is shipped, and no file has it."""

    says = Text(
        "Es gibt kein Profil «{name}» und keine solche YAML-Datei.",
        "There is no profile '{name}' and no such YAML file.",
    )
    remedy = Text("Bekannte Profile: {known}.{near}", "Known profiles: {known}.{near}")


class UnreadableProfile(UnreadableInput):
    """The file of a profile cannot be opened or is no YAML."""

    says = Text(
        "{file}: das Profil lässt sich nicht lesen ({place}: {why}).",
        "{file}: the profile cannot be read ({place}: {why}).",
    )
    remedy = Text(
        "Berichtigen Sie die Stelle; YAML rückt mit Leerzeichen ein und trennt mit «: ».",
        "Correct that place; YAML indents with blanks and separates with ': '.",
    )


class WrongProfile(UnreadableInput):
    """The YAML is sound, but does not make a profile; all faults are told at once."""

    says = Text("Profil {file}: {listed}", "Profile {file}: {listed}")
    remedy = Text("{hints}", "{hints}")

    def __init__(self, file: str, faults: Sequence[ProfileFault]) -> None:
        self.faults = tuple(faults)
        if len(faults) == 1:
            listed, hints = _sentence(faults[0]), faults[0].hint
        else:
            # Each way out behind its own fault: far apart nobody could tell which belongs to which.
            listed = _lines([Text("", ""), *(_sentence(fault, with_hint=True) for fault in faults)])
            hints = Text("Berichtigen Sie diese Stellen.", "Correct these places.")
        super().__init__(file=file, listed=listed, hints=hints)


def _sentence(fault: ProfileFault, *, with_hint: bool = False) -> Text:
    plain = Text("{place}: {fault}", "{place}: {fault}").format(place=fault.place, fault=fault.fault)
    return Text("{plain} {hint}", "{plain} {hint}").format(plain=plain, hint=fault.hint) if with_hint else plain


def _lines(texts: Iterable[Text]) -> Text:
    listed = list(texts)
    return Text(*("\n".join(text.in_(lang) for text in listed) for lang in LANGS))


def schema_faults(error: ValidationError, root: type[BaseModel]) -> list[ProfileFault]:
    """What pydantic found, in words a person who writes YAML understands."""
    return [_schema_fault(item, root) for item in error.errors()]


def _schema_fault(item: Any, root: type[BaseModel]) -> ProfileFault:
    loc, context = item["loc"], item.get("ctx", {})
    raised = context.get("error")
    if isinstance(raised, WrongEntry):
        return ProfileFault(place_of(loc), raised.fault, raised.hint)
    if item["type"] == "extra_forbidden":
        hint = did_you_mean(str(loc[-1]), known_entries(root, loc[:-1]))
        return ProfileFault(place_of(loc), Text("diesen Eintrag gibt es nicht.", "there is no such entry."), hint)
    if item["type"] in ("missing", "too_short"):
        return ProfileFault(place_of(loc), Text("der Eintrag fehlt.", "the entry is missing."), _ADD)
    shown = str(item["input"])[:60]
    fault = Text("«{shown}» hat nicht die erwartete Form.", "'{shown}' is not of the expected form.")
    return ProfileFault(place_of(loc), fault.format(shown=shown), _form(item["type"], context))


_ADD = Text("Ergänzen Sie den Eintrag.", "Add the entry.")
_FORMS = {
    "string": Text("Erwartet wird ein Text.", "A text is expected."),
    "list": Text("Erwartet wird eine Liste (Zeilen mit «- »).", "A list is expected (lines with '- ')."),
    "dict": Text("Erwartet werden Zeilen «Name: Wert».", "Lines 'name: value' are expected."),
    "model": Text("Erwartet werden Zeilen «Name: Wert».", "Lines 'name: value' are expected."),
    "int": Text("Erwartet wird eine ganze Zahl.", "A whole number is expected."),
    "greater": Text("Erwartet wird eine Zahl ab 1.", "A number from 1 is expected."),
    "bool": Text("Erwartet wird true oder false.", "true or false is expected."),
    "literal": Text("Möglich sind: {expected}.", "Possible are: {expected}."),
}


def _form(kind: str, context: dict[str, Any]) -> Text:
    for start, text in _FORMS.items():
        if kind.startswith(start):
            return text.format(expected=context["expected"]) if "expected" in context else text
    return Text("Siehe docs/profiles.md.", "See docs/profiles.md.")


def place_of(loc: Iterable[int | str]) -> str:
    """A place in the YAML as a person would point to it: `sheets[1].facts[0].fields.owned_by`."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".") or "YAML"


def known_entries(root: type[BaseModel], loc: Iterable[int | str]) -> list[str]:
    """The entries possible at a place, found by walking the schema."""
    model: type[BaseModel] | None = root
    inside = False
    for part in loc:
        if isinstance(part, int) or model is None:
            continue
        # Below a mapping such as `fields` the next name is the user's own, not an entry of the schema.
        if inside:
            inside = False
            continue
        info = model.model_fields.get(part)
        if info is None:
            return []
        inside = str(info.annotation).startswith("dict[")
        model = _model_in(info.annotation)
    return [name for name, info in model.model_fields.items() if not info.exclude] if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [_model_in(part) for part in getattr(annotation, "__args__", ())]
    return next((model for model in inner if model), None)
