"""Change the words of a kind of message, once for all those to come."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from msp_desktop.domain.mail import MessageModel
from msp_desktop.i18n import _
from msp_desktop.papers.post import attached
from msp_desktop.services import mail
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.note_field import text_of
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.workspace import Workspace


class ModelDialog(QDialog):
    """Edit the subject and the words proposed with a document; accepted once they are kept in the dossier."""

    def __init__(self, workspace: Workspace, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Model of message"))
        sized(self, 640, 560)
        self._workspace, self._key = workspace, key
        self.subject, self.body = QLineEdit(), QPlainTextEdit()
        self.subject.setAccessibleName(_("Subject"))
        self.body.setAccessibleName(_("Message"))
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(theme().px(120))
        words = ", ".join(f"{{{word}}}" for word in mail.model_words(key))
        back = LinkButton(_("Back to the words of the method"), "undo")
        back.clicked.connect(lambda: self._show(mail.method_model(self._key)))
        cancel, keep = PlainButton(_("Cancel")), MainButton(_("Keep this model"))
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        keep.setDefault(True)
        box = QVBoxLayout()
        box.setContentsMargins(24, 18, 24, 0)
        box.setSpacing(10)
        box.addWidget(title(attached(key).title))
        box.addWidget(hint(_("These words will be proposed each time. They are kept in this dossier.")))
        box.addLayout(field(_("Subject"), self.subject))
        box.addLayout(field(_("Message"), self.body, tall=True), 1)
        # TR: {words} lists words in braces, as « {commune}, {date} ».
        box.addWidget(hint(_("Filled in for each message: {words}.").format(words=words)))
        foot = row(back, -1, cancel, keep, margins=(24, 8, 24, 16))
        whole = column(scrolled(holder(box, "scrolled"), _("Model of message")), foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._show(mail.model_for(workspace.reader, key))

    def _show(self, model: MessageModel) -> None:
        self.subject.setText(model.subject)
        self.body.setPlainText(model.body)

    def _on_keep(self) -> None:
        model = MessageModel(self.subject.text().strip(), text_of(self.body))
        self._workspace.attempt(mail.keep_model, self._key, model)
        self.accept()
