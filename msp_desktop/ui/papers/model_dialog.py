"""Change the words of a kind of message, once for all those to come."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from msp_desktop.domain.mail import MessageModel
from msp_desktop.i18n import _
from msp_desktop.papers.post import attached
from msp_desktop.services import mail
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.note_field import TextArea, text_of
from msp_desktop.ui.widgets.one_line import OneLine
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.workspace import Workspace


class ModelDialog(Asking):
    """The subject and the words proposed with a document; accepted once they are kept in the dossier.

    Its two fields are Qt's own: nothing is stored before the button, so that they undo by themselves what is typed.
    """

    def __init__(self, workspace: Workspace, key: str, parent: QWidget | None = None) -> None:
        self._workspace, self._key = workspace, key
        self.subject, self.body = QLineEdit(), TextArea()
        self.subject.setAccessibleName(_("Subject"))
        self.subject.setValidator(OneLine(self.subject))
        self.body.setAccessibleName(_("Message"))
        self.body.setMinimumHeight(theme().px(120))
        words = ", ".join(f"{{{word}}}" for word in mail.model_words(key))
        back = LinkButton(_("Back to the words of the method"), "undo")
        back.clicked.connect(lambda: self._show(mail.method_model(self._key)))
        box = column(
            hint(_("These words will be proposed each time. They are kept in this dossier.")),
            field(_("Subject"), self.subject),
            field(_("Message"), self.body, tall=True),
            # TR: {words} lists words in braces, as « {commune}, {date} ».
            hint(_("Filled in for each message: {words}.").format(words=words)),
            row(back, -1),
            spacing=10,
        )
        box.setStretch(2, 1)
        self._show(mail.model_for(workspace.reader, key))
        area = scrolled(holder(box, "scrolled"), _("Model of message"))
        super().__init__(
            attached(key).title,
            [area],
            _("Keep this model"),
            self._keep_model,
            parent,
            keep=(workspace.kept, DraftKey("dialog", key, "model")),
        )
        self.setWindowTitle(_("Model of message"))
        sized(self, FORM, 560)

    def _show(self, model: MessageModel) -> None:
        self.subject.setText(model.subject)
        self.body.setPlainText(model.body)

    def _keep_model(self) -> object:
        model = MessageModel(self.subject.text().strip(), text_of(self.body))
        return self._workspace.attempt(mail.keep_model, self._key, model)
