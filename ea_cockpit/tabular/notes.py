"""What a column's cell note and the guide sheet say about it."""

from __future__ import annotations

from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import Column, Link, Metamodel
from ea_cockpit.tabular.cells import cell_value

_KINDS = {
    "text": Text("Text", "Text"),
    "list": Text("Mehrere Werte, getrennt durch ;", "Several values, separated by ;"),
    "integer": Text("Ganze Zahl", "Whole number"),
    "number": Text("Zahl", "Number"),
    "money": Text("Betrag in CHF", "Amount in CHF"),
    "date": Text("Datum", "Date"),
    "yesno": Text("ja oder nein", "yes or no"),
    "choice": Text("Wort aus der Liste", "Word from the list"),
}
_LINK_ONE = Text("ID aus: {targets}", "ID from: {targets}")
_LINK_MANY = Text(
    "Eine oder mehrere IDs, getrennt durch ;, aus: {targets}", "One or more IDs, separated by ;, from: {targets}"
)
_ANY = Text("ID aus einem beliebigen Blatt", "ID from any sheet")
_REQUIRED = Text("Pflichtfeld. ", "Required. ")
_EXAMPLE = Text("Beispiel: {example}", "Example: {example}")


def value_form(field: Column | Link, metamodel: Metamodel, lang: Lang) -> str:
    """The form a value of this field has, in one phrase."""
    if isinstance(field, Column):
        return _KINDS[field.kind].in_(lang)
    if len(field.targets) == len(metamodel):
        return _ANY.in_(lang)
    names = ", ".join(metamodel[target].plural.in_(lang) for target in field.targets if target in metamodel)
    return (_LINK_MANY if field.many else _LINK_ONE).format(targets=names).in_(lang)


def example_of(field: Column | Link, lang: Lang) -> str:
    """The field's example as a person would type it; empty where none is declared."""
    example = field.example
    if example in (None, ""):
        return ""
    if isinstance(field, Column) and field.choices is not None:
        example = field.choices.word(example)
    if isinstance(field, Column) and field.kind == "date":
        year, month, day = str(example).split("-")
        return f"{day}.{month}.{year}"
    return str(cell_value(example, lang))


def column_note(field: Column | Link, metamodel: Metamodel, lang: Lang) -> str:
    """The help shown when the mouse rests on a heading."""
    required = _REQUIRED.in_(lang) if isinstance(field, Column) and field.required else ""
    lines = [required + field.help.in_(lang), value_form(field, metamodel, lang) + "."]
    if example := example_of(field, lang):
        lines.append(_EXAMPLE.format(example=example).in_(lang))
    return "\n".join(lines)
