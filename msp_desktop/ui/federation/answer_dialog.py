"""Answer a commune: lines about what it sent, then a message that brings them, or both files in a folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from msp_desktop.documents.federation_answer_words import line_words, message_words
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.reply import AgendaNote, Line, Reply
from msp_desktop.domain.mail import Message, Way
from msp_desktop.errors import UserError
from msp_desktop.exchange.mailers import Handed
from msp_desktop.formats.quick import long_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, language
from msp_desktop.paths import documents_path, drafts_folder
from msp_desktop.services import mail
from msp_desktop.ui.dialogs.asking import leave_all_the_same
from msp_desktop.ui.federation.answer_line import KINDS, LineDialog, items_to_come
from msp_desktop.ui.outside import open_outside
from msp_desktop.ui.papers.place_now import place_now, proposed_folder, tell_place
from msp_desktop.ui.papers.send_job import SendJob
from msp_desktop.ui.shell import messages
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.busy import busy
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.email_field import EmailField
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, field, framed, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.list_rows import EDGE, ListRow, RowList, Words
from msp_desktop.ui.widgets.locking import hold
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.widgets.tip import show_tip

#: The folder of answers, in Documents; the height of a line, and the longest signature.
FOLDER = "Réponses aux communes"
_HIGH, _SIGNED = 54, 300


class _Lines(RowList):
    """The lines of an answer: Enter changes the one chosen, « Suppr » takes it off."""

    request_change = Signal()
    request_remove = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key() is not None:
            self.request_change.emit()
        elif event.key() == Qt.Key.Key_Delete and self.current_key() is not None:
            self.request_remove.emit()
        else:
            super().keyPressEvent(event)


class AnswerDialog(Dialog):
    """Compose an answer to what a commune sent; `keep_signed` is told who signs, to be shown the next time."""

    def __init__(
        self,
        data: CommuneData,
        clock: Callable[[], datetime],
        way: Way = Way.AUTO,
        signed: str = "",
        keep_signed: Callable[[str], object] = bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Answer the commune"))
        self._data, self._clock, self._way, self._keep_signed = data, clock, way, keep_signed
        self._lines: tuple[Line, ...] = ()
        self._written: tuple[Line, ...] = ()
        self._job: SendJob | None = None
        self._message: Message | None = None
        self.list = _Lines(_("Lines of the answer"))
        self.list.setMinimumHeight(theme().px(3 * _HIGH))
        self._nothing = Label(_("No line yet: add a date, advice, something to do…"), tone="soft", wrap=True)
        self._add = PlainButton(_("Add a line"), "plus")
        self._add.setMenu(self._kinds())
        self._change, self._remove = PlainButton(_("Change the line"), "pencil"), PlainButton(_("Take it off"), "trash")
        self._to = EmailField(_("To"))
        self._signed = LineField(_("Signed by"))
        self._signed.setMaxLength(_SIGNED)
        self._signed.show_value(signed)
        self._said = Said("", wrap=True, tone="soft")
        self._prepare, self._save = MainButton(_("Write the message"), "mail"), PlainButton(_("Save…"), "download")
        self._close = PlainButton(_("Close"))
        day = long_date(data.made_at.astimezone().date(), language())
        words = _("About what it sent on {day}. It accepts each line or leaves it aside: nothing changes without it.")
        below = row(field(_("Signed by"), self._signed), field(_("To (may be left empty)"), self._to), spacing=16)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        shown = framed(self.list)
        box = column(
            title(_("Answer: {commune}").format(commune=data.commune.name), wrap=True),
            Label(words.format(day=day), tone="soft", wrap=True),
            shown,
            self._nothing,
            row(self._add, self._change, self._remove, -1),
            below,
            self._said,
            foot(self._close, self._prepare, beside=(self._save,)),
            margins=(24, 18, 24, 16),
            spacing=10,
        )
        box.setStretchFactor(shown, 1)
        self.setLayout(box)
        sized(self, FORM, 560)
        self._wire()
        self._show()
        self._add.setFocus()

    def lines(self) -> tuple[Line, ...]:
        """Return the lines composed."""
        return self._lines

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines, the first one chosen."""
        self._lines = lines
        self._show()
        if lines:
            self.list.select(lines[0].key)
            self._show()

    # --- lines -----------------------------------------------------------------------------------------

    def _kinds(self) -> QMenu:
        menu = QMenu(self._add)
        for kind, words in KINDS.items():
            entry = menu.addAction(_(words))
            entry.triggered.connect(partial(self._on_add, kind))
            if kind is AgendaNote and not items_to_come(self._data):
                entry.setEnabled(False)
                entry.setText(_("{words} (the commune sent none)").format(words=_(words)))
        return menu

    def _on_add(self, kind: type[Line], _checked: bool = False) -> None:
        dialog = LineDialog(kind, self._data, lambda: self._clock().date(), parent=self)
        if run(dialog):
            self._lines = (*self._lines, dialog.outcome)
            self._show()
            self.list.select(dialog.outcome.key)
            self._show()
        self.list.setFocus()

    def _on_change(self) -> None:
        line = self._chosen()
        if line is None:
            return
        dialog = LineDialog(type(line), self._data, lambda: self._clock().date(), line, self)
        if run(dialog):
            self._lines = tuple(dialog.outcome if one.key == line.key else one for one in self._lines)
            self._show()
        self.list.setFocus()

    def _on_remove(self) -> None:
        line = self._chosen()
        if line is None:
            return
        at = self._lines.index(line)
        self._lines = tuple(one for one in self._lines if one is not line)
        self._show()
        self._say(_("The line is taken off."))
        if self._lines:
            self.list.select(self._lines[min(at, len(self._lines) - 1)].key)
            self.list.setFocus()
        else:
            self._add.setFocus()
        self._show()

    def _chosen(self) -> Line | None:
        return next((one for one in self._lines if one.key == self.list.current_key()), None)

    def _show(self) -> None:
        self.list.show_rows([self._row(line) for line in self._lines])
        self._nothing.setVisible(not self._lines)
        for button in (self._change, self._remove):
            button.setEnabled(self._chosen() is not None)
            show_tip(button, "" if button.isEnabled() else _("Choose a line first."))
        leads: tuple[QPushButton, ...] = (self._prepare, self._save)
        for lead in leads:
            lead.setEnabled(bool(self._lines) and self._job is None)
            show_tip(lead, "" if self._lines else _("Add a line first."))

    def _row(self, line: Line) -> ListRow:
        what, said = (one_line(" – ".join(words.splitlines())) for words in line_words(line, self._data))
        return ListRow(line.key, what, _HIGH, spoken=f"{what}, {said}", lead=EDGE, second=Words(said, "ink2"))

    # --- what becomes of it ----------------------------------------------------------------------------

    def _files(self, folder: Path) -> tuple[Reply, Path, Path] | None:
        """Write both files into a folder; None where something refuses, which is said."""
        from msp_desktop.federation.answer import composed, write_answer

        now, signed = self._clock(), one_line(self._signed.text()).strip()
        try:
            with busy():
                reply = composed(self._data, self._lines, signed, now)
                file, page = write_answer(reply, self._data, folder, now)
        except UserError as error:
            messages.tell(self, error.sentence)
            return None
        self._keep_signed(signed)
        self._written = self._lines
        return reply, file, page

    def _on_save(self) -> None:
        folder = QtWidgets.QFileDialog.getExistingDirectory(self, _("Where to save the answer"), str(proposed_folder()))
        made = self._files(Path(folder)) if folder else None
        if made is not None:
            names = _("Saved in {folder}: {file} and {page}")
            self._say(names.format(folder=folder, file=made[1].name, page=made[2].name), "done")

    def _on_prepare(self) -> None:
        try:
            to = mail.checked_addresses(self._to.text())
        except UserError as error:
            messages.tell(self, error.sentence)
            self._to.setFocus()
            return
        found = place_now(documents_path() / FOLDER)
        tell_place(self, found)
        made = self._files(found.folder)
        if made is None:
            return
        reply, file, page = made
        subject, body = message_words(reply, self._data)
        self._message = Message(to=to, subject=subject, body=body, attachments=(file, page))
        self._say(_("Your mail program is opening: send the message there, or close it."))
        self._job = SendJob(self._message, self._way, drafts_folder(), self._clock(), self)
        queued = Qt.ConnectionType.QueuedConnection
        self._job.request_open.connect(_open_draft, queued)
        self._job.ended.connect(self._on_ended, queued)
        self._job.start()
        self._show()

    def _on_ended(self, outcome: Handed | str) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        self._show()
        if isinstance(outcome, str):
            self._say(outcome)
            return
        cancelled = outcome.cancelled
        if outcome.way is Way.WEBMAIL and self._message is not None:
            from msp_desktop.ui.papers.copy_dialog import CopyDialog

            cancelled = not run(CopyDialog(self._message, outcome.failures, self))
        ready = _("The message is ready in your mail program, with both files: it leaves once you send it there.")
        done = _("You said that the message is sent.") if outcome.way is Way.WEBMAIL else ready
        self._say(_("The message was not sent.") if cancelled else done, "soft" if cancelled else "done")
        self._close.setFocus()

    # --- inside ----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        for button, act in (
            (self._change, self._on_change),
            (self._remove, self._on_remove),
            (self._save, self._on_save),
            (self._prepare, self._on_prepare),
            (self._close, self.reject),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.list.chosen.connect(lambda _key: self._show())
        self.list.doubleClicked.connect(lambda _index: self._on_change())
        self.list.request_change.connect(self._on_change)
        self.list.request_remove.connect(self._on_remove)
        hold("DisableMail", self._prepare)

    def _say(self, sentence: str, tone: str = "soft") -> None:
        self._said.set_tone(tone)
        self._said.setText(sentence)

    @override
    def reject(self) -> None:
        if self._job is not None:
            return  # the mail program has the message: its window is to be closed first
        if not self._lines or self._lines == self._written or leave_all_the_same(self):
            super().reject()


def _open_draft(path: str) -> None:
    open_outside(Path(path))
