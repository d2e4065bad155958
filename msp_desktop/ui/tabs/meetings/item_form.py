"""What one point of the agenda says: to all, and to the mayor alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.agenda import ItemView
from msp_desktop.domain.meetings import AgendaItem
from msp_desktop.i18n import _
from msp_desktop.services.meetings import update_item
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.workspace import Workspace


class ItemForm(Form):
    """Content, the mayor's posture and private note, what was said."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._heading = Label("", bold=True, wrap=True)
        super().__init__(
            workspace,
            AgendaItem,
            update_item,
            [
                self._heading,
                (
                    Field("content", _("What it is about, printed on the agenda"), note(most=6)),
                    Field(
                        "posture",
                        _("What the mayor keeps in mind"),
                        note(most=6),
                        hint=_("What the application proposes here is not in the kit."),
                    ),
                ),
                (
                    Field(
                        "mayor_note", _("The mayor's note on this point, never printed for the guests"), note(most=6)
                    ),
                    Field("discussion", _("What was said, for the minutes"), note(most=12)),
                ),
            ],
            parent,
            spacing=8,
        )

    def show_item(self, view: ItemView | None) -> None:
        """Show a point, or nothing."""
        self.setVisible(view is not None)
        if view is not None:
            self._heading.setText(view.item.title)
            self.show_record(view.item)
