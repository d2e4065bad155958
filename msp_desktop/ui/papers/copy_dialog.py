"""Webmail: what to paste, one button each, and the file to drag into the message."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from msp_desktop.domain.mail import Message
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.outside import show_in_folder
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import FORM, sized


class CopyDialog(Dialog):
    """Give the addresses, the subject, the words and the file; accepted once the user says it is sent."""

    def __init__(self, message: Message, failures: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Send by webmail"))
        sized(self, FORM, 600)
        self._said = Said("", tone="done")
        box = QVBoxLayout()
        box.setContentsMargins(24, 18, 24, 0)
        box.setSpacing(10)
        box.addWidget(title(_("Copy each part into a new message of your webmail"), wrap=True))
        for sentence in failures:
            box.addWidget(hint(sentence))
        number = 1
        for words, text in (
            (_("To"), ", ".join(message.to)),
            (_("Hidden copy"), ", ".join(message.bcc)),
            (_("Subject"), message.subject),
        ):
            if text:
                box.addLayout(self._line(number, words, text))
                number += 1
        box.addLayout(self._text(number, message.body), 1)
        if message.attachments:
            box.addLayout(self._file(number + 1, message))
        sent, later = MainButton(_("I have sent it")), PlainButton(_("Not sent"))
        sent.clicked.connect(self.accept)
        later.clicked.connect(self.reject)
        below = column(self._said, foot(later, sent), margins=(24, 8, 24, 16))
        whole = column(scrolled(holder(box, "scrolled"), _("Send by webmail")), below)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _line(self, number: int, words: str, text: str) -> QVBoxLayout:
        line = QLineEdit(text)
        line.setReadOnly(True)
        line.setCursorPosition(0)
        line.setAccessibleName(words)
        return column(Label(f"{number}. {words}", tone="soft"), row(line, self._copier(words, text)), spacing=4)

    def _text(self, number: int, text: str) -> QVBoxLayout:
        words = _("Message")
        body = QPlainTextEdit(text)
        body.setReadOnly(True)
        body.setTabChangesFocus(True)
        body.setAccessibleName(words)
        body.setMinimumHeight(theme().px(90))
        copier = self._copier(words, text)
        beside = row(body, column(copier, -1))
        box = column(Label(f"{number}. {words}", tone="soft"), beside, spacing=4)
        box.setStretch(1, 1)
        return box

    def _file(self, number: int, message: Message) -> QVBoxLayout:
        """Return what is to be attached, all of it in one folder."""
        shower = PlainButton(_("Show the file"), "folder")
        paths = message.attachments
        shower.clicked.connect(lambda: show_in_folder(paths[0]))
        names = column(*(Label(path.name, bold=True, wrap=True) for path in paths), spacing=2)
        words = ngettext(
            "{number}. File to attach: drag it into the message",
            "{number}. Files to attach: drag them into the message",
            len(paths),
        )
        beside = row(names, shower)
        beside.setStretch(0, 1)
        return column(Label(words.format(number=number), tone="soft"), beside, spacing=4)

    def _copier(self, words: str, text: str) -> PlainButton:
        button = PlainButton(_("Copy"), "copy")
        button.setAccessibleName(_("Copy: {words}").format(words=words))
        button.clicked.connect(lambda: self._on_copy(words, text))
        return button

    def _on_copy(self, words: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._said.setText(_("Copied: {words}. Paste it into your webmail (Ctrl+V).").format(words=words.lower()))
