"""The two tables of an import: the columns of the file with what they are taken for, and what is done with each row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from msp_desktop.domain.imports import Act, ImportPreview, ImportRow, State
from msp_desktop.domain.inventory_columns import column_names
from msp_desktop.formats import NNBSP
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold
from msp_desktop.i18n import N_, _
from msp_desktop.services.import_match import LEFT
from msp_desktop.services.import_words import act_words, cell_words
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme

#: The column of the lines in which one chooses.
ACT = 1
#: The size of text from which there is no room for the telephone: it is told beside the remark.
ROOMY = 1.3
#: Which lines are shown, and how many there are of each.
SHOWN = (
    ("all", N_("All")),
    (State.NEW, N_("New")),
    (State.CHANGED, N_("Completed")),
    (State.DOUBTFUL, N_("To look at")),
    (State.EXISTING, N_("Already there")),
    ("aside", N_("Left aside")),
)


class PreviewLine(Struct, frozen=True):
    """A line of the file as the list shows it; `row` is None for one that is no entry."""

    id: int
    name: str
    profession: str
    place: str
    phone: str
    why: str
    row: ImportRow | None


def lines_of(preview: ImportPreview, shown: Any) -> list[PreviewLine]:
    """Return the lines of one kind, in the order of the file."""
    lines = [
        PreviewLine(row.line, row.name, row.profession, row.place, phone(row.phone), _remark(row), row)
        for row in preview.rows
        if shown in ("all", row.state)
    ]
    if shown in ("all", "aside"):
        lines += [PreviewLine(one.line, one.words, "", "", "", one.why, None) for one in preview.set_aside]
    return sorted(lines, key=lambda line: line.id)


def counts(preview: ImportPreview) -> dict[Any, int]:
    """Return how many lines there are of each kind."""
    found: dict[Any, int] = dict.fromkeys(State, 0)
    for row in preview.rows:
        found[row.state] += 1
    return found | {"all": len(preview.rows) + len(preview.set_aside), "aside": len(preview.set_aside)}


def match_columns(register: str, take: Callable[[int, str], None]) -> list[Column]:
    """Return the table of the file's columns; `take(number, field)` stores a choice."""
    choices = [("", LEFT), *column_names(register).items()]
    words = dict(choices)
    return [
        Column(_("Column of the file"), lambda c: c.name, width=190, key=lambda c: c.number),
        Column(_("Its first values"), lambda c: " · ".join(c.samples) or _("(empty)"), width=330),
        Column(
            _("Becomes"), lambda c: words[c.field], lambda c, field: take(c.number, field), lambda: choices,
            lambda c: c.field, width=220, tone=lambda c: "ink" if c.field else "ink2",
            glyph=lambda _c: ("down", "ink2"),
        ),
    ]  # fmt: skip


def line_columns(register: str, act: Callable[[int, Act], None]) -> list[Column]:
    """Return the table of the file's lines; `act(line, what)` stores what is to be done with one."""
    choices = [
        (Act.ADD.value, _("to add")),
        (Act.COMPLETE.value, _("to complete")),
        (Act.LEAVE.value, _("left as it is")),
    ]
    is_people = register == "professionals"
    telephone = Column(_("Telephone"), lambda line: line.phone, width=128)
    return [
        Column(_("Line"), lambda line: str(line.id), right=True, key=lambda line: line.id, width=58),
        Column(
            _("What is done"), _act, lambda line, what: act(line.id, Act(what)) if line.row else None,
            lambda: choices, _chosen, width=144, tone=_tone, key=lambda line: fold(_act(line)), glyph=_opens,
        ),
        Column(_("Name"), lambda line: line.name, width=160),
        Column(_("Profession") if is_people else _("Kind or who"), lambda line: line.profession, width=150),
        Column(_("Place"), lambda line: line.place, width=112),
        *([telephone] if is_people and theme().scale < ROOMY else []),
        Column(_("Remarks"), lambda line: line.why, width=260),
    ]  # fmt: skip


def _act(line: PreviewLine) -> str:
    return act_words(line.row) if line.row is not None else _("left aside")


def _chosen(line: PreviewLine) -> str:
    return line.row.act.value if line.row is not None else ""


def _opens(line: PreviewLine) -> tuple[str, str] | None:
    return ("down", "ink2") if line.row is not None else None


def _tone(line: PreviewLine) -> str:
    if line.row is None or line.row.act is Act.LEAVE:
        return "ink2"
    return "accent" if line.row.state is State.DOUBTFUL else "ink"


def _remark(row: ImportRow) -> str:
    words = [row.why] if row.why else []
    for told in row.told:
        cell = cell_words(told)
        if told.why and not told.kept:
            words.append(cell)
        elif told.understood and told.kept:
            words.append(_("{cell} (into the notes)").format(cell=cell))
        elif told.kept:
            words.append(_("{cell} (not understood, into the notes)").format(cell=cell))
        else:
            words.append(_("{cell} (not understood, not kept)").format(cell=cell))
    return f"{NNBSP}; ".join(words)
