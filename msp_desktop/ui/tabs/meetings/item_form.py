"""What one point of the agenda says: to all, and to the mayor alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.agenda import ItemView
from msp_desktop.i18n import _
from msp_desktop.services import meetings as service
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.workspace import Workspace

#: Above this text size the fields go one under the other.
LARGE_SCALE = 1.3


class ItemForm(QWidget):
    """Content, the mayor's posture and private note, what was said."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._id = 0
        self._heading = Label("", bold=True, wrap=True)
        self._fields = {
            "content": NoteField(_("What it is about, printed on the agenda"), most=6),
            "posture": NoteField(_("What the mayor keeps in mind"), most=6),
            "mayor_note": NoteField(_("The mayor's note, never printed for the guests"), most=6),
            "discussion": NoteField(_("What was said, for the minutes"), most=12),
        }
        for name, widget in self._fields.items():
            widget.request_write.connect(lambda text, n=name: self._write(n, text))
        f = self._fields
        beside = row if theme().scale <= LARGE_SCALE else column
        self.setLayout(
            column(
                self._heading,
                beside(
                    field(_("What it is about, printed on the agenda"), f["content"]),
                    field(_("What the mayor keeps in mind"), f["posture"]),
                    spacing=12,
                ),
                beside(
                    field(_("The mayor's note, never printed for the guests"), f["mayor_note"]),
                    field(_("What was said, for the minutes"), f["discussion"]),
                    spacing=12,
                ),
                spacing=8,
            )
        )

    def show_item(self, view: ItemView | None) -> None:
        """Show a point, or nothing."""
        self.setVisible(view is not None)
        if view is None:
            return
        if view.id != self._id:
            self.flush()
            self._id = view.id
        self._heading.setText(view.item.title)
        for name, widget in self._fields.items():
            widget.show_value(getattr(view.item, name))

    def flush(self) -> None:
        """Write at once what is typed."""
        for widget in self._fields.values():
            widget.flush()

    def _write(self, name: str, text: str) -> None:
        self._workspace.attempt(service.update_item, self._id, **{name: text})
