"""The reference of all analyses, as docs/analyses.md: question, why, remedy, parameters, columns, figures."""

from __future__ import annotations

from collections.abc import Iterator

from ea_cockpit.analyses import by_topic
from ea_cockpit.analyses.analysis import Analysis
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.i18n import Text

HEAD = "<!-- Derived from the declarations by `make docs`; do not edit. -->\n"
_KINDS = {
    "fact": Text("ein Eintrag (Typ:ID, ID oder Name)", "a fact (Type:id, id or name)"),
    "integer": Text("ganze Zahl", "whole number"),
    "number": Text("Zahl", "number"),
    "choice": Text("ein Wort der Liste", "a word of the list"),
    "text": Text("Text", "text"),
    "date": Text("Tag (2027-12-31), sonst heute", "day (2027-12-31), else today"),
}


def analyses_page() -> str:
    """The page, each analysis in both languages."""
    how = "`ea-cockpit run NAME [--param name=value] [--format json|csv|xlsx]`"
    parts = [HEAD, "# Auswertungen / Analyses\n", how]
    for topic, analyses in by_topic().items():
        parts += [
            f"\n**{topic.value.de} / {topic.value.en}**\n",
            "| Auswertung / analysis | Frage / question |",
            "|---|---|",
        ]
        parts += [f"| [{a.title.de} / {a.title.en}](#{a.name}) | {_both(a.question)} |" for a in analyses]
    for analyses in by_topic().values():
        for analysis in analyses:
            parts += _section(analysis)
    return "\n".join(parts) + "\n"


def _section(analysis: Analysis) -> Iterator[str]:
    yield f'\n<a id="{analysis.name}"></a>\n## {analysis.title.de} / {analysis.title.en} (`{analysis.name}`)\n'
    yield f"- {_both(analysis.question)}"
    yield f"- **Warum / why:** {_both(analysis.why)}"
    yield f"- **Was tun / remedy:** {_both(analysis.remedy)}\n"
    if analysis.parameters:
        yield from ("| Parameter | | Form | Vorgabe / default |", "|---|---|---|---|")
        yield from (_parameter(parameter) for parameter in analysis.parameters)
        yield ""
    yield from ("| Spalte / column | | |", "|---|---|---|")
    for column in analysis.row.columns():
        yield f"| {_both(column.title)} | `{column.name}` | {_both(column.help)} |"
    if analysis.figures:
        titles = ", ".join(f"{text.de} / {text.en} (`{name}`)" for name, text in analysis.figures.items())
        yield f"\nKennzahlen / figures: {titles}"


def _parameter(parameter: Parameter) -> str:
    words = ", ".join(f"`{word}`" for word, _ in parameter.choices)
    form = _both(_KINDS[parameter.kind]) + (f": {words}" if words else "")
    default = "muss / required" if parameter.required else "" if parameter.default is None else f"`{parameter.default}`"
    return f"| {_both(parameter.title)} | `{parameter.name}`: {_both(parameter.help)} | {form} | {default} |"


def _both(text: Text) -> str:
    return f"{text.de}<br>{text.en}".replace("|", "\\|").replace("\n", " ")
