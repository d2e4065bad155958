"""What an import found and would do, in sentences for whoever has the file before them, and as values for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from msp_desktop.domain.imports import Act, File, ImportPreview, ImportRow, Like, State, Told
from msp_desktop.domain.inventory_columns import column_names
from msp_desktop.domain.inventory_words import words_of
from msp_desktop.formats import NNBSP
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import one_line, quoted
from msp_desktop.i18n import N_, _, ngettext
from msp_desktop.method.inventory import kit_inventory

#: Headings of the rows by what they are, in the order of the report.
_HEADINGS = {
    State.NEW: N_("New"),
    State.CHANGED: N_("Already there, completed where nothing was"),
    State.DOUBTFUL: N_("To look at: perhaps already there"),
    State.EXISTING: N_("Already there"),
}


def where(line: int, file: File) -> str:
    """Return « la ligne 12 », with the file's name where there are several."""
    if file.name:
        return _("line {number} of {file}").format(number=line, file=file.name)
    return _("line {number}").format(number=line)


def already(like: Like) -> str:
    """Return that a row says nothing new."""
    if like.line:
        return _("the same as {where}").format(where=like.where)
    return _("already there")


def namesake(like: Like, hint: str) -> str:
    """Return the question of a namesake, with what speaks for its being the same."""
    if like.line:
        words = _("is it {where}: {name}?").format(where=like.where, name=like.words)
    elif like.id < 0:
        words = _("is it the one of the directory: {name}?").format(name=like.words)
    else:
        words = _("is it the one already there: {name}?").format(name=like.words)
    return f"{words} ({hint})" if hint else words


def completes(register: str, like: Like, fills: Mapping[str, Any]) -> str:
    """Return what a row adds to an entry, where nothing was."""
    names = column_names(register)
    added = ", ".join(names[field] for field in names if field in fills)
    if like.line:
        return _("the same as {where}, completed: {fields}").format(where=like.where, fields=added)
    return _("already there, completed: {fields}").format(fields=added)


def kept(register: str, against: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """Return what an entry says otherwise than the file, and keeps; "" where nothing."""
    names = column_names(register)
    words = [
        _("{field} stays {mine}, the file says {theirs}").format(
            field=names[field], mine=quoted(value_words(field, known[field])), theirs=quoted(value_words(field, value))
        )
        for field, value in against.items()
        if field in names
    ]
    return "".join(f"{NNBSP}; {one}" for one in words)


def value_words(field: str, value: Any) -> str:
    """Return a value as the register shows it."""
    kit = kit_inventory()
    if field == "profession":
        return kit.profession(str(value)).masculine
    if field == "kind":
        return kit.offers.get(value, kit.dynamics.get(value, str(value)))
    if field == "strength":
        return kit.strengths.get(str(value), str(value))
    if isinstance(value, StrEnum):
        return words_of(value)
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return str(value)


def told_words(told: Told) -> str:
    """Return « ligne 12, Vérifié le : à voir »."""
    return _("line {number}, {cell}").format(number=told.line, cell=cell_words(told))


def cell_words(told: Told) -> str:
    """Return « Vérifié le : à voir », with what is doubtful of it: « Métier : Ortho (peut être : orthophoniste) »."""
    words = f"{told.column}\u00a0: {one_line(told.value)}" if told.value else told.column
    return f"{words} ({told.why})" if told.why else words


def act_words(row: ImportRow, *, done: bool = False) -> str:
    """Return what is to be done with a row, or was."""
    if row.act is Act.ADD:
        return _("line added") if done else _("to add")
    if row.act is Act.COMPLETE and row.fills:
        return _("line completed") if done else _("to complete")
    return _("left as it is")


def done_words(preview: ImportPreview, *, done: bool = False) -> str:
    """Return « 12 lignes à ajouter, 3 à compléter, 4 laissées telles quelles », or « 12 lignes ajoutées… »."""
    added = len(preview.doing(Act.ADD))
    completed = sum(bool(row.fills) for row in preview.doing(Act.COMPLETE))
    left = len(preview.rows) - added - completed
    if done:
        come = ngettext("{count} row added", "{count} rows added", added)
        full = ngettext("{count} completed", "{count} completed", completed)
    else:
        come = ngettext("{count} row to add", "{count} rows to add", added)
        full = ngettext("{count} to complete", "{count} to complete", completed)
    words = [
        come.format(count=added),
        full.format(count=completed) if completed else "",
        ngettext("{count} left as it is", "{count} left as they are", left).format(count=left) if left else "",
    ]
    return ", ".join(filter(None, words))


def assumed(preview: ImportPreview) -> str:
    """Return how many new rows are counted in the commune only because the file does not say where they are."""
    if "place" not in column_names(preview.register):
        return ""
    count = sum("place" not in row.values for row in preview.doing(Act.ADD))
    words = ngettext(
        "{count} row does not say where: it counts in the commune.",
        "{count} rows do not say where: they count in the commune.",
        count,
    )
    return words.format(count=count) if count else ""


def report(preview: ImportPreview, name: str, *, done: bool = False) -> list[str]:
    """Return all that would come in, or came, and all that is left aside, by row, column and value: a text to keep."""
    lines = [f"{name}\u00a0: {done_words(preview, done=done)}" if name else done_words(preview, done=done)]
    lines += filter(None, [assumed(preview)])
    names = column_names(preview.register)
    taken = [f"{column.name} → {names[column.field]}" for column in preview.recognised]
    lines += _part(_("Columns taken"), taken)
    lines += _part(_("Columns left aside"), preview.left_aside)
    for state, heading in _HEADINGS.items():
        lines += _part(_(heading), [_row_words(row, done) for row in preview.of(state)])
    lines += _part(
        _("Rows that are no entry"),
        [
            _("line {number}, {cell}").format(number=row.line, cell=f"{row.words} ({row.why})")
            for row in preview.set_aside
        ],
    )
    lines += _part(
        _("Cells not understood (their words go into the notes)"),
        [told_words(told) for told in preview.told if not told.understood and told.kept],
    )
    lines += _part(
        _("Cells not understood and not kept (an age may be a date of birth)"),
        [told_words(told) for told in preview.told if not told.kept and not told.why],
    )
    lines += _part(_("To look at"), [told_words(told) for told in preview.told if not told.kept and told.why])
    lines += _part(
        _("Second values, kept in the notes"),
        [told_words(told) for told in preview.told if told.understood and told.kept],
    )
    return lines


def as_values(preview: ImportPreview) -> dict[str, Any]:
    """Return an import for a program, by the keys of every import."""
    values: dict[str, Any] = {state.value: [_row_values(row) for row in preview.of(state)] for state in State}
    values["set_aside"] = [
        {"row": row.line, "name": row.words, "profession": "", "place": "", "phone": "", "why": row.why}
        for row in preview.set_aside
    ]
    values["not_understood"] = [
        {"row": told.line, "column": told.column, "value": told.value} for told in preview.told if not told.understood
    ]
    values["left_aside"] = list(preview.left_aside)
    return values


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    return ["", f"{heading} ({len(lines)})", *(f"– {one_line(line)}" for line in lines)] if lines else []


def _row_words(row: ImportRow, done: bool) -> str:
    what = ", ".join(filter(None, (row.name, row.profession, row.place, phone(row.phone))))
    words = _("line {number}, {cell}").format(number=row.line, cell=f"{what}\u00a0: {act_words(row, done=done)}")
    return f"{words} ({row.why})" if row.why else words


def _row_values(row: ImportRow) -> dict[str, Any]:
    return {
        "row": row.line,
        "name": row.name,
        "profession": row.profession,
        "place": row.place,
        "phone": row.phone,
        "why": row.why,
    }
