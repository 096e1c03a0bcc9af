"""Step 2: what each sheet and column was taken for, why, and the way to say otherwise."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ingest.correct import CUSTOM_ATTRIBUTE, LEAVE_OUT, SheetKey
from ea_cockpit.ingest.parse import as_text
from ea_cockpit.ingest.plan import ColumnMatch, Match, Plan, SheetPlan, column_letter
from ea_cockpit.ingest.profile_saved import save_profile
from ea_cockpit.ingest.profile_write import profile_of
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.tabular.reader import Sheet, Table
from ea_cockpit.ui.importing.draft import ImportDraft
from ea_cockpit.ui.panels.basic import heading, rows, tell_fault
from ea_cockpit.ui.session import Session

_EXAMPLES = 3
_SHORT = 28


def draw_columns(session: Session, draft: ImportDraft, tables: list[Table], plan: Plan, profile: str | None) -> None:
    """One sheet at a time: its type, its columns; then saving it all as a profile."""
    _ = translator(session.lang)
    if profile:
        st.caption(_("Read with the profile {name}.").format(name=profile))
    keys = [(table.file, sheet.name) for table in tables for sheet in table.sheets]
    taken = {(one.table.file, one.sheet.name): one for one in (*plan.doubtful, *plan.sheets)}
    _overview(session, plan, keys, taken)
    shown = [key for key in keys if key in taken or key in _left_out(plan, draft)]
    if not shown:
        return
    heading(_("Look closer"))
    key = st.selectbox(
        _("Sheet"), shown, format_func=lambda one: f"{one[1]} ({one[0]})", key=f"import-sheet-{draft.turn}"
    )
    if profile is None:
        _type(session, draft, key, taken.get(key))
    if key in taken:
        _columns(session, draft, key, taken[key], fixed=profile is not None)
    if profile is None and plan.sheets:
        _save(session, plan)


def _left_out(plan: Plan, draft: ImportDraft) -> set[SheetKey]:
    """Sheets that were left out whole; the reader may know better."""
    return {(item.file, item.sheet) for item in plan.ignored if not item.numbers} | set(draft.sheets)


def _overview(session: Session, plan: Plan, keys: Iterable[SheetKey], taken: dict[SheetKey, SheetPlan]) -> None:
    _ = translator(session.lang)
    reasons = {(item.file, item.sheet): item.why for item in plan.ignored if not item.numbers}
    sure = {(one.table.file, one.sheet.name) for one in plan.sheets}
    body = []
    for key in keys:
        one = taken.get(key)
        if one is not None and key in sure:
            kinds = ", ".join(dict.fromkeys(fact.kind.plural.in_(session.lang) for fact in one.facts))
            doubts = sum(1 for c in one.columns if c.field and not c.match.certain)
            note = _("{count} columns to check").format(count=doubts) if doubts else ""
            body.append((key[1], key[0], kinds, percent(one.match), note or one.match.reason.in_(session.lang)))
        elif one is not None:
            kinds = _("perhaps {type}").format(type=one.facts[0].kind.plural.in_(session.lang))
            body.append((key[1], key[0], kinds, percent(one.match), _("choose its type below")))
        else:
            why = reasons.get(key, Text("", "")).in_(session.lang)
            body.append((key[1], key[0], _("left out"), "", why))
    rows((_("Sheet"), _("File"), _("Holds"), _("Sure"), _("Reason")), body, numbers=(3,))


def percent(match: Match) -> str:
    """How sure, for a reader."""
    return f"{match.confidence:.0%}".replace("%", " %")


def _type(session: Session, draft: ImportDraft, key: SheetKey, found: SheetPlan | None) -> None:
    """The fact type of the sheet, to be changed."""
    _ = translator(session.lang)
    labels = ["", *(kind.label for kind in session.metamodel)]
    sure = found is not None and (found.match.certain or key in draft.sheets)
    now = draft.sheets[key] or "" if key in draft.sheets else found.facts[0].kind.label if found and sure else ""
    titles = {kind.label: kind.plural.in_(session.lang) for kind in session.metamodel}
    chosen = st.selectbox(
        _("The sheet holds"), labels, index=labels.index(now), key=f"import-type-{draft.turn}-{'/'.join(key)}",
        format_func=lambda label: titles.get(label) or _("(leave the sheet out)"),
    )  # fmt: skip
    if chosen != now:
        draft.sheets[key] = chosen or None
        draft.columns.pop(key, None)
        st.rerun()


def _columns(session: Session, draft: ImportDraft, key: SheetKey, one: SheetPlan, *, fixed: bool) -> None:
    _ = translator(session.lang)
    lang, kind = session.lang, one.facts[0].kind
    body = [
        (column_letter(c.index), c.heading, examples(one.sheet, one.header, c.index), _taken_as(session, kind, c),
         percent(c.match) if c.field else "", c.match.reason.in_(lang))
        for c in one.columns
    ]  # fmt: skip
    rows((_("Column"), _("Heading"), _("Examples"), _("Field"), _("Sure"), _("Reason")), body, numbers=(4,))
    if fixed:
        st.caption(_("A profile says what these columns are; choose none to change them here."))
        return
    doubtful = [c for c in one.columns if not (c.field and c.match.certain)]
    everything = st.toggle(_("Change any column"), key=f"import-all-{draft.turn}") if doubtful else True
    for c in one.columns if everything else doubtful:
        _choose(session, draft, key, kind, c)


def _taken_as(session: Session, kind: FactType, column: ColumnMatch) -> str:
    _ = translator(session.lang)
    if column.field is None:
        return _("additional attribute")
    title = kind.by_name[column.field].title.in_(session.lang)
    return title if column.match.certain else _("perhaps {field}").format(field=title)


def _choose(session: Session, draft: ImportDraft, key: SheetKey, kind: FactType, column: ColumnMatch) -> None:
    """A choice of field for one column; the likely ones come first."""
    _ = translator(session.lang)
    likely = [name for name in (column.field, *(name for name, _match in column.others)) if name]
    names = list(dict.fromkeys([CUSTOM_ATTRIBUTE, LEAVE_OUT, *likely, *(field.name for field in kind.fields)]))
    words = {CUSTOM_ATTRIBUTE: _("(additional attribute)"), LEAVE_OUT: _("(leave the column out)")}
    titles = words | {field.name: field.title.in_(session.lang) for field in kind.fields}
    chosen_before = draft.columns.get(key, {}).get(column.index)
    now = chosen_before if chosen_before is not None else column.field if column.match.certain else None
    label = f"{column_letter(column.index)} · {column.heading}"
    if column.field and not column.match.certain:
        label += " – " + _("perhaps {field}").format(field=titles[column.field])
    chosen = st.selectbox(
        label, names, index=names.index(now or CUSTOM_ATTRIBUTE), format_func=lambda name: titles[name],
        key=f"import-column-{draft.turn}-{'/'.join(key)}-{column.index}",
    )  # fmt: skip
    if chosen != (now or CUSTOM_ATTRIBUTE):
        draft.columns.setdefault(key, {})[column.index] = chosen
        st.rerun()


def examples(sheet: Sheet, header: int, index: int) -> str:
    """The first few different values of a column."""
    found: dict[str, None] = {}
    for row in sheet.rows[header + 1 : header + 200]:
        if index < len(row) and row[index] not in (None, ""):
            text = " ".join(as_text(row[index]).split())
            found[text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"] = None
        if len(found) == _EXAMPLES:
            break
    return " · ".join(found)


def _save(session: Session, plan: Plan) -> None:
    _ = translator(session.lang)
    with st.expander(_("Save as a profile")):
        st.write(_("The next file of this shape is then read the same way by itself."))
        name = st.text_input(_("Name of the profile"), key="profile-name")
        if not st.button(_("Save"), key="profile-save", disabled=not name.strip()):
            return
        try:
            path = save_profile(profile_of(plan, session.lang), session.settings.own_profiles, name)
        except CockpitError as fault:
            tell_fault(fault, session.lang)
            return
        st.success(_("Saved as {name}.").format(name=path.stem), icon=":material/bookmark_added:")
