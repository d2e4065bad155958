"""Choose guests in the directory, several at once, or add somebody new."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import Category, Person
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.services import people as directory
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import field, row
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.workspace import Workspace


class ChoosePeople(QDialog):
    """Tick people; those already invited are not shown."""

    def __init__(self, workspace: Workspace, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add guests"))
        sized(self, 480, 560)
        self._workspace = workspace
        self._invited = {row.person_id for row in workspace.reader.all(Attendance, meeting_id=meeting_id)}
        self._filter = QLineEdit()
        self._filter.setAccessibleName(_("Search in the directory"))
        self._filter.setPlaceholderText(_("Search in the directory"))
        self._filter.textChanged.connect(self._show_filtered)
        self._list = QListWidget()
        self._list.setAccessibleName(_("People of the directory"))
        self._civility, self._first, self._last, self._function = (QLineEdit() for _n in range(4))
        self._civility.setFixedWidth(theme().px(70))
        for widget, words in (
            (self._civility, _("Civility")),
            (self._first, _("First name")),
            (self._last, _("Name")),
            (self._function, _("Function or body")),
        ):
            widget.setAccessibleName(words)
        add = LinkButton(_("Add this person"), "plus")
        add.clicked.connect(self._on_add)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(_("Invite"), QDialogButtonBox.ButtonRole.AcceptRole).setProperty("main", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(10)
        box.addWidget(title(_("Whom to invite?")))
        box.addWidget(self._filter)
        box.addWidget(self._list, 1)
        box.addWidget(hint(_("Somebody who is not in the directory yet:")))
        box.addLayout(
            row(field(_("Civility"), self._civility), field(_("First name"), self._first), field(_("Name"), self._last))
        )
        box.addLayout(row(field(_("Function or body"), self._function), add))
        box.addWidget(buttons)
        self._fill()
        self._filter.setFocus()

    def chosen(self) -> list[int]:
        """Return the ids of the people ticked."""
        items = [self._list.item(index) for index in range(self._list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _fill(self, ticked: int | None = None) -> None:
        kept = {*self.chosen(), ticked}
        self._list.clear()
        for candidate in directory.directory(self._workspace.reader):
            if candidate.person.id in self._invited or not candidate.name:
                continue
            words = f"{candidate.name}, {candidate.detail}" if candidate.detail else candidate.name
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = candidate.person.id in kept
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, candidate.person.id)
            self._list.addItem(item)
        self._show_filtered(self._filter.text())

    def _show_filtered(self, text: str) -> None:
        words = fold(text).split()
        for index in range(self._list.count()):
            item = self._list.item(index)
            item.setHidden(not all(word in fold(item.text()) for word in words))

    def _on_add(self) -> None:
        added = self._workspace.attempt(
            directory.add_person,
            Person(
                category=Category.OTHER,
                civility=self._civility.text().strip(),
                first_name=self._first.text().strip(),
                last_name=self._last.text().strip(),
                function=self._function.text().strip(),
            ),
        )
        if added is not None:
            from msp_desktop.ui.dialogs.person_card import PersonCard

            run(PersonCard(self._workspace, added.id, self))
            for widget in (self._civility, self._first, self._last, self._function):
                widget.clear()
            self._fill(added.id)
