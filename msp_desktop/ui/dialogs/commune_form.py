"""The commune, its mayor, its letterhead, and its corrections to the federation's entry."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.dossiers import change_arms, update_commune
from msp_desktop.services.letterhead import federation_view, read_picture
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.workspace import Workspace


class CommuneForm(QDialog):
    """Fields that write themselves, as in the tabs."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Commune and letterhead"))
        sized(self, 640, 600)
        self._workspace = workspace
        self._lines: dict[str, LineField | NoteField] = {}
        self._picture = Label("", tone="soft")
        choose, remove = PlainButton(_("Choose a picture…"), "upload"), LinkButton(_("Remove"))
        choose.clicked.connect(self._on_picture)
        remove.clicked.connect(self._on_remove)
        close = MainButton(_("Close"))
        close.clicked.connect(self.close)
        content = column(
            title(_("The commune")),
            self._field("name", _("Name")),
            title(_("The mayor")),
            row(
                self._field("mayor_civility", _("Civility")),
                self._field("mayor_first_name", _("First name")),
                self._field("mayor_last_name", _("Name")),
            ),
            title(_("The letterhead")),
            self._field("address", _("Address of the town hall"), lines=True),
            row(self._field("phone", _("Telephone")), self._field("email", _("E-mail"))),
            self._field("opening_hours", _("Opening hours")),
            field(_("Coat of arms or logo"), holder(row(choose, remove, self._picture, -1))),
            title(_("The federation")),
            hint(_("What you write here replaces the directory's entry, and stays when the application is updated.")),
            self._field("federation_name", _("Name")),
            self._field("federation_full_name", _("Full name, for letters")),
            row(self._field("federation_phone", _("Telephone")), self._field("federation_email", _("E-mail"))),
            self._field("federation_contact", _("Your contact there")),
            -1,
            margins=(24, 16, 24, 16),
            spacing=10,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.addWidget(scrolled(holder(content, "scrolled"), _("Commune and letterhead")))
        box.addLayout(row(-1, close, margins=(24, 0, 24, 0)))
        self._show()
        workspace.changed.connect(self._show)

    def _field(self, name: str, words: str, *, lines: bool = False) -> QVBoxLayout:
        widget: LineField | NoteField = NoteField(words, least=2, most=4) if lines else LineField(words)
        widget.request_write.connect(
            lambda text: self._workspace.attempt(update_commune, Change(Commune, **{name: text}))
        )
        self._lines[name] = widget
        return field(words, widget)

    def _show(self, _records: object = None) -> None:
        commune = self._workspace.reader.one(Commune, 1)
        federation = federation_view(commune)
        for name, widget in self._lines.items():
            widget.show_value(getattr(commune, name))
        for name, listed in (
            ("federation_name", federation.name),
            ("federation_full_name", federation.full_name),
            ("federation_phone", federation.phone),
            ("federation_email", federation.email),
        ):
            self._lines[name].setPlaceholderText(listed)
        picture = self._workspace.reader.find(Picture, code="arms")
        self._picture.setText(_("A picture is kept.") if picture else _("No picture: the letterhead does without."))

    def _on_picture(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture…"), "", _("Pictures (*.png *.jpg *.jpeg)"))
        if path:
            try:
                self._workspace.attempt(change_arms, *read_picture(Path(path)))
            except UserError as error:
                self._workspace.refused.emit(error.sentence)
            self._show()

    def _on_remove(self) -> None:
        self._workspace.attempt(change_arms, b"", "")
        self._show()

    @override
    def done(self, result: int) -> None:
        for widget in self._lines.values():
            widget.flush()
        super().done(result)
