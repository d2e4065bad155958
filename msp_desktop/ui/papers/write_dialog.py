"""Write to somebody of the directory: an address, a subject, words; the mail program does the rest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from msp_desktop.domain.mail import Message, Way
from msp_desktop.domain.people import Person, display_name
from msp_desktop.errors import UserError
from msp_desktop.exchange.mailers import Handed
from msp_desktop.i18n import _
from msp_desktop.paths import drafts_folder
from msp_desktop.services import departures, mail
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.outside import open_outside
from msp_desktop.ui.papers.desk import Desk, sent_words
from msp_desktop.ui.papers.send_job import SendJob
from msp_desktop.ui.papers.way_field import way_field
from msp_desktop.ui.shell import messages
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, field
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.note_field import TextArea, text_of
from msp_desktop.ui.widgets.one_line import OneLine
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import FORM, sized

#: The model of a message without a document.
MODEL = "word"


class WriteDialog(Dialog):
    """Prepare one message to one person; what is typed is kept until it is prepared or given up."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workspace = desk, desk.workspace
        person = desk.workspace.reader.one(Person, person_id)
        self.setWindowTitle(_("Write"))
        self._key = DraftKey("dialog", person_id, "WriteDialog")
        self._job: SendJob | None = None
        self._sent = False
        self._noted = 0
        self._to, self._subject, self._body = QLineEdit(), QLineEdit(), TextArea()
        for widget, words in ((self._to, _("To")), (self._subject, _("Subject")), (self._body, _("Message"))):
            widget.setAccessibleName(words)
        for line in (self._to, self._subject):
            line.setValidator(OneLine(line))
        self._said = Said("", wrap=True, tone="soft")
        self._said.hide()
        self._way = way_field(desk)
        self._prepare, self._close = MainButton(_("Prepare the message"), "mail"), PlainButton(_("Close"))
        self._left = MainButton(_("I have sent it"), "check")
        self._left.hide()
        box = column(
            title(_("Write to {name}").format(name=display_name(person)), wrap=True),
            field(_("To"), self._to),
            field(_("Subject"), self._subject),
            field(_("Message"), self._body, tall=True),
            self._said,
            foot(self._close, self._prepare, self._left, beside=(Label(_("By:"), tone="soft"), self._way)),
            margins=(24, 16, 24, 12),
            spacing=10,
        )
        box.setStretch(3, 1)
        self.setLayout(box)
        sized(self, FORM, 520)
        given = mail.proposed(desk.workspace.reader, MODEL, "", desk.workspace.today(), person_id=person_id)
        self._proposed = (", ".join(given.to) or person.email, given.subject, given.body)
        back = self._workspace.kept.take_back(self._key)
        kept = back if isinstance(back, dict) else {}
        shown = [str(kept.get(name, text)) for name, text in zip(_PARTS, self._proposed, strict=True)]
        self._to.setText(shown[0])
        self._subject.setText(shown[1])
        self._body.setPlainText(shown[2])
        for one in (self._to, self._subject, self._body):
            one.textChanged.connect(self._keep)
        self._keep()
        self._prepare.clicked.connect(self._on_prepare)
        self._left.clicked.connect(self._on_left)
        self._close.clicked.connect(self.reject)
        self._body.setFocus()

    def _typed(self) -> tuple[str, str, str]:
        return self._to.text(), self._subject.text(), text_of(self._body)

    def _keep(self) -> None:
        if self._typed() == self._proposed or self._sent:
            self._workspace.kept.drop(self._key)
        else:
            self._workspace.kept.begin(self._key, self.windowTitle(), dict(zip(_PARTS, self._typed(), strict=True)))

    def _on_prepare(self) -> None:
        try:
            to = mail.checked_addresses(self._to.text())
            if not to:
                raise UserError(_("Write the address of whoever is to receive it."))
        except UserError as error:
            messages.tell(self, error.sentence)
            return
        self._message = Message(to=to, subject=self._subject.text().strip(), body=text_of(self._body))
        self._say(_("Your mail program is opening: send the message there, or close it."))
        self._job = SendJob(self._message, self._way.value() or Way.AUTO, drafts_folder(), self._workspace.now(), self)
        queued = Qt.ConnectionType.QueuedConnection
        self._job.request_open.connect(_open_draft, queued)
        self._job.ended.connect(self._on_ended, queued)
        self._job.start()
        self._prepare.setEnabled(False)

    def _on_ended(self, outcome: Handed | str) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        self._prepare.setEnabled(True)
        if isinstance(outcome, str):
            self._say(outcome)
            return
        cancelled, left = outcome.cancelled, outcome.way is Way.WEBMAIL
        if left:
            from msp_desktop.ui.papers.copy_dialog import CopyDialog

            cancelled = not run(CopyDialog(self._message, outcome.failures, self))
        if cancelled:
            self._say(_("The message was not sent."))
            return
        if not self._workspace.read_only:
            self._noted = mail.note_sending(
                self._workspace.store,
                self._message,
                self._message.subject or _("message without a subject"),
                outcome.way,
                self._workspace.now(),
                document_id=None,
                named=False,
                left=left,
            )
        self._sent = True
        self._keep()
        self._say(sent_words(outcome, left=left), "done" if left else "soft")
        self._prepare.setText(_("Prepare it again"))
        self._prepare.setAccessibleName(_("Prepare it again"))
        self._prepare.as_main(False)
        self._left.setVisible(bool(self._noted) and not left)
        (self._left if self._left.isVisible() else self._close).setFocus()

    def _on_left(self) -> None:
        if self._workspace.attempted(departures.say_left, self._noted, self._workspace.today()):
            self._say(_("The message is noted as sent in the dossier."), "done")
            self._left.hide()
            self._close.setFocus()

    def _say(self, sentence: str, tone: str = "soft") -> None:
        self._said.set_tone(tone)
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    @override
    def done(self, result: int) -> None:
        if self._job is not None:
            return  # the mail program has the message: its window is to be closed first
        if (
            not self._sent
            and self._typed() != self._proposed
            and messages.ask(
                self,
                _("What you changed in this message is not sent yet. Close all the same?"),
                _("Go on with it"),
                _("Close, and lose it"),
            )
        ):
            return
        self._workspace.kept.drop(self._key)
        super().done(result)


#: The parts of a message, as they are kept.
_PARTS = ("To", "Subject", "Message")


def _open_draft(path: str) -> None:
    open_outside(Path(path))
