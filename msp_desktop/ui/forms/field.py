"""What a form is declared with: a field is an attribute, a label, an editor; the editors there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from msp_desktop.domain.commune import Commune
from msp_desktop.formats.typed import Toward
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.email_field import EmailField
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.parsed_field import ClockField, DateField, NumberField, WholeField
from msp_desktop.ui.widgets.tick_field import TickField
from msp_desktop.ui.widgets.who_field import WhoField
from msp_desktop.ui.workspace import Workspace

#: Makes the widget of a field, given its label.
EditorFactory = Callable[[str, Workspace], QWidget]


class Field(Struct, frozen=True):
    """One line of a form's declaration.

    The label is also what those who do not see hear; the hint stands under the field. `width` is in pixels at 100 %,
    0 takes the room there is. A `bare` field stands under a heading that says the same: its label is heard, not seen.
    """

    attribute: str
    label: str
    editor: EditorFactory
    hint: str = ""
    width: int = 0
    bare: bool = False


def line(placeholder: str = "") -> EditorFactory:
    """Return an editor of one line."""
    return lambda label, _workspace: LineField(label, placeholder)


def email() -> EditorFactory:
    """Return an editor of e-mail addresses: one, or several."""
    return lambda label, _workspace: EmailField(label)


def note(placeholder: str = "", *, least: int = 2, most: int = 10) -> EditorFactory:
    """Return an editor of several lines, as high as what is in it between these numbers of lines."""
    return lambda label, _workspace: NoteField(label, placeholder, least=least, most=most)


def day(*, toward: Toward = Toward.AHEAD, needed: bool = False) -> EditorFactory:
    """Return an editor of a date, planned, done or either where its year is not typed; `needed` refuses to have none."""

    def made(label: str, workspace: Workspace) -> DateField:
        field = DateField(label, workspace.today, toward=toward, needed=needed)
        field.department = lambda: workspace.reader.one(Commune, 1).department_code
        return field

    return made


def hour() -> EditorFactory:
    """Return an editor of an hour."""
    return lambda label, _workspace: ClockField(label)


def number(unit: str, *, whole: bool = False, span: tuple[int, int] | None = None) -> EditorFactory:
    """Return an editor of a number with its unit: « min », « km »; `whole` for one without decimals, `span` its ends."""
    return lambda label, _workspace: NumberField(label, unit, whole=whole, span=span)


def whole(unit: str = "", *, most: int, least: int = 0) -> EditorFactory:
    """Return an editor of a whole number that may be unknown, thousands apart, with its unit: « 12 500 € »."""
    return lambda label, _workspace: WholeField(label, unit, most=most, least=least)


def choice(values: Sequence[tuple[Any, str]], *, own_words: bool = False) -> EditorFactory:
    """Return a list to choose in: pairs of a value and its words, the unknown among them; `own_words` may be of any length."""
    return lambda label, _workspace: ChoiceField(label, values, own_words=own_words)


def person() -> EditorFactory:
    """Return an editor of « Qui »: people and bodies of the directory as chips, anybody else in words."""
    return lambda label, workspace: WhoField(label, directory_names(workspace))


def tick(words: str = "") -> EditorFactory:
    """Return a box to tick; `words` stand beside it where the label is not enough."""
    return lambda label, _workspace: TickField(words or label)


def fitted(widget: QWidget, width: int) -> QWidget:
    """Give a widget its width, in pixels at 100 %; 0 leaves it the room there is."""
    if width:
        widget.setFixedWidth(theme().px(width))
    return widget
