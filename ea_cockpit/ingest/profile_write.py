"""Writes down what was recognised as a profile: to read, to correct, to keep."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ea_cockpit.i18n import Lang, Text
from ea_cockpit.ingest.plan import ColumnMatch, FactPlan, Plan, SheetPlan, Source, column_letter
from ea_cockpit.ingest.profile_sheets import cell_text, folded
from ea_cockpit.tabular.reader import TEXTS

_CHECK = Text("bitte prüfen", "please check")
_TITLE = Text("Erkannt in", "Recognised in")
_DERIVED = Text("aus der Spalte gebildet, denn eine ID gibt es nicht", "made from the column, for there is no id")
_LEAVES = Text(
    "Zeilen mit # vorne gelten nicht. Nehmen Sie das # weg, wo der Vorschlag stimmt, und die Spalte unter custom weg.",
    "Lines that begin with # do not count. Take the # away where a proposal is right, and the column out of custom.",
)
_PERHAPS = Text(
    "das Blatt «{sheet}» könnte {facts} enthalten ({percent} %: {reason}); nehmen Sie dann das # von diesen Zeilen weg",
    "the sheet '{sheet}' may hold {facts} ({percent} %: {reason}); take the # away from these lines then",
)


def profile_of(plan: Plan, lang: Lang = "de") -> str:
    """A profile that reads files of this shape as this plan does; what is doubtful stands in it as a proposal."""
    sheets = _once(plan.sheets, set())
    doubtful = _once(plan.doubtful, {folded(sheet.sheet.name) for sheet in sheets})
    files = list(dict.fromkeys(sheet.table.file for sheet in (*plan.sheets, *plan.doubtful)))
    named = ", ".join(files)
    lines = [f"# {_LEAVES.in_(lang)}", "profile: 1", "title:"]
    lines += [f"  {key}: {_quoted(f'{_TITLE.in_(key)} {named}')}" for key in ("de", "en")]
    lines += ["", "recognised_by:"] if sheets else []
    lines += [line for sheet in sheets for line in _Rule(sheet, lang).shape()]
    lines += ["", "sheets:"]
    lines += [line for sheet in sheets for line in _Rule(sheet, lang).lines()]
    lines += [line for sheet in doubtful for line in _doubtful(sheet, lang)]
    return "\n".join([*lines, *_ignored(plan), ""])


def _once(sheets: Iterable[SheetPlan], known: set[str]) -> list[SheetPlan]:
    """Each sheet once: several files of one layout have sheets of the same name, and one rule for them."""
    found = []
    for sheet in sheets:
        if folded(sheet.sheet.name) not in known:
            known.add(folded(sheet.sheet.name))
            found.append(sheet)
    return found


def _doubtful(sheet: SheetPlan, lang: Lang) -> Iterator[str]:
    kind, match = sheet.facts[0].kind, sheet.match
    says = _PERHAPS.in_(lang).format(
        sheet=sheet.sheet.name,
        facts=kind.plural.in_(lang),
        percent=round(match.confidence * 100),
        reason=match.reason.in_(lang),
    )
    yield f"  # {_CHECK.in_(lang)}: {_line(says)}"
    yield from (f"  # {line.removeprefix('  ')}" for line in _Rule(sheet, lang).lines())


def _ignored(plan: Plan) -> Iterator[str]:
    known = {folded(sheet.sheet.name) for sheet in (*plan.sheets, *plan.doubtful)}
    left = {folded(i.sheet): i for i in plan.ignored if not i.numbers and i.sheet and folded(i.sheet) not in known}
    if left:
        yield from ("", "ignore:")
    for item in left.values():
        yield f"  - sheet: {_quoted(item.sheet)}"
        yield f"    reason: {{de: {_quoted(item.why.de)}, en: {_quoted(item.why.en)}}}"


@dataclass(slots=True)
class _Rule:
    """Writes the rule of one sheet."""

    plan: SheetPlan
    lang: Lang
    names: dict[int, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Give every column a name of its own: its heading, where that says so, else by its letter."""
        there = self._headings()
        customs = {index: heading for fact in self.plan.facts for index, heading in fact.customs}
        headings = {c.index: c.heading for c in self.plan.columns}
        headings |= {s.index: s.heading for fact in self.plan.facts for s in fact.sources}
        headings |= {fact.id.index: fact.id.heading for fact in self.plan.facts if fact.id.build is None} | customs
        taken = {folded(heading) for heading in customs.values()}
        for index, heading in sorted(headings.items()):
            name = heading
            if index not in customs and (folded(name) in taken or not name):
                name = f"{heading} ({column_letter(index)})"
            taken.add(folded(name))
            self.names[index] = name
            if there.count(folded(name)) != 1 or index >= len(there) or there[index] != folded(name):
                self.letters[column_letter(index)] = name

    def shape(self) -> Iterator[str]:
        """What tells the sheet from others: its name, unless it is the file's, and its headings."""
        name = "" if self._is_text() else f"sheet: {_quoted(self.plan.sheet.name)}, "
        yield f"  - {{{name}headings: [{', '.join(map(_quoted, self._shown()))}]}}"

    def lines(self) -> Iterator[str]:
        """The rule."""
        yield f"  - sheet: {_quoted(self.plan.sheet.name)}"
        if self._is_text():
            yield f"    headings: [{', '.join(map(_quoted, self._shown()))}]"
        yield f"    header_row: {self.plan.header + 1}"
        yield "    tidy: true"
        if self.letters:
            yield "    columns:"
            yield from (f"      {letter}: {_quoted(name)}" for letter, name in self.letters.items())
        yield "    facts:"
        for fact in self.plan.facts:
            yield from self._fact(fact)

    def _fact(self, fact: FactPlan) -> Iterator[str]:
        yield f"      - fact: {fact.kind.label}"
        yield f"        id: {self._id(fact)}"
        if fact.merges:
            yield "        merges: true"
        if fact.extends:
            yield "        extends: true"
        lines = [*self._fields(fact), *self._proposals(fact)]
        if any(not line.lstrip().startswith("#") for line in lines):
            yield "        fields:"
        elif lines:
            yield "        # fields:"
        yield from lines
        yield f"        custom: [{', '.join(_quoted(self.names[index]) for index, _ in fact.customs)}]"

    def _id(self, fact: FactPlan) -> str:
        if fact.id.build is None:
            return _quoted(self.names[fact.id.index]) + self._why(fact.id)
        columns = [s for s in fact.sources if s.heading in fact.id.heading.split(", ")] or [fact.id]
        names = [_quoted(self.names[s.index]) for s in columns]
        return f"{{id_from: [{', '.join(names)}]}}  # {_DERIVED.in_(self.lang)}"

    def _fields(self, fact: FactPlan) -> Iterator[str]:
        for source in fact.sources:
            name = _quoted(self.names[source.index])
            value = (
                name if source.separators is None else f"{{column: {name}, separators: {_quoted(source.separators)}}}"
            )
            yield f"          {source.field.name}: {value}{self._why(source)}"

    def _proposals(self, fact: FactPlan) -> Iterator[str]:
        for column in self.plan.columns:
            if column.field and not column.match.certain and column.field in fact.kind.by_name:
                yield f"          # {_CHECK.in_(self.lang)}: {_line(says_of(column, self.lang))}"
                yield f"          # {column.field}: {_quoted(self.names[column.index])}"

    def _why(self, source: Source) -> str:
        match = source.match
        return (
            ""
            if match.confidence >= 1
            else f"  # {round(match.confidence * 100)} %: {_line(match.reason.in_(self.lang))}"
        )

    def _headings(self) -> list[str]:
        return [folded(text) for text in self._texts()]

    def _texts(self) -> list[str]:
        """The row of the headings as the file has it."""
        sheet = next(s for s in self.plan.table.sheets if s.name == self.plan.sheet.name)
        row = sheet.rows[self.plan.header] if self.plan.header < len(sheet.rows) else []
        return [cell_text(row, index) for index in range(len(row))]

    def _shown(self) -> list[str]:
        """The headings of the used columns as they stand in the row of the headings."""
        there = self._texts()
        used = [there[index] for index in self.names if index < len(there) and there[index]]
        return list(dict.fromkeys(used)) or list(dict.fromkeys(filter(None, there)))

    def _is_text(self) -> bool:
        # A text file is one sheet, called as the file: next time it will be called otherwise.
        return self.plan.table.file.lower().endswith(TEXTS)


def says_of(column: ColumnMatch, lang: Lang) -> str:
    """What a column was taken for, how surely and why, and what else it may be."""
    shown = f"«{column.heading}»: {round(column.match.confidence * 100)} %, {column.match.reason.in_(lang)}"
    others = ", ".join(f"{name} ({round(match.confidence * 100)} %)" for name, match in column.others)
    return f"{shown}; {Text('sonst', 'else').in_(lang)} {others}" if others else shown


def _quoted(text: str) -> str:
    """A text as YAML reads it back, whatever it holds: signs JSON leaves alone and YAML does not take are escaped."""
    plain = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in plain)


def _line(text: str) -> str:
    """A text fit for a comment: one line of what can be printed."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))
