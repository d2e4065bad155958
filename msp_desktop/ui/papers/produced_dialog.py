"""The documents produced: what was made, when, from what, whether it still holds, and to whom it went."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.db.faults import IO
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import medium_date
from msp_desktop.i18n import _, language
from msp_desktop.papers.export import Exported, is_protected
from msp_desktop.papers.produce import changed_since, context_again, is_as_written, produce
from msp_desktop.services.departures import say_left
from msp_desktop.services.produced import ProducedView, forget_document, produced
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.outside import open_outside, show_in_folder
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.shell import messages
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import framed
from msp_desktop.ui.widgets.locking import hold
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.patience import answer_of
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.sizes import LIST, sized
from msp_desktop.ui.workspace import touches

#: Sendings told under the table, and characters of their addressees.
_LAST, _MOST = 2, 160
#: What search arrives at in the columns of titles, and of what documents were made from.
_TITLE = tuple((ProducedDocument.__name__, name) for name in ("title", "path"))
_ABOUT = ((ProducedDocument.__name__, "about"),)


class _Line(Struct, frozen=True):
    """A document as the table shows it."""

    id: int
    view: ProducedView
    changed: bool


class ProducedDialog(Dialog):
    """List the documents; the latest is chosen, or the one given."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, document_id: int | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Documents produced"))
        sized(self, LIST, 560)
        self._desk, self._workspace = desk, desk.workspace
        self._said = Label("", wrap=True, tone="soft")
        self._empty = hint(_("Nothing yet. What you print, save or send will be listed here (Ctrl+P on each tab)."))
        self._open = MainButton(_("Open"), "document")
        self._show = PlainButton(_("Show in its folder"), "folder")
        self._send = PlainButton(_("Send again…"), "mail")
        self._again = PlainButton(_("Make again"), "print")
        self._left = PlainButton(_("I have sent it"), "check")
        self._forget = LinkButton(_("Take off this list"), "trash")
        self._close = PlainButton(_("Close"))
        self.table = self._made_table()
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(10)
        box.addWidget(title(_("Documents produced")))
        box.addWidget(self._empty)
        box.addWidget(framed(self.table), 1)
        box.addWidget(self._said)
        box.addLayout(
            foot(self._close, self._open, beside=(self._forget, self._left, self._again, self._send, self._show))
        )
        for button, act in (
            (self._open, self._on_open),
            (self._show, self._on_show),
            (self._send, self._on_send),
            (self._again, self._on_again),
            (self._left, self._on_left),
            (self._forget, self._on_forget),
            (self._close, self.accept),
        ):
            button.clicked.connect(act)
        hold("DisableMail", self._send)
        self._workspace.changed.connect(self._on_changed)
        self._fill()
        lines = self.table.rows
        if lines.rowCount():
            self.table.select(lines.row_at(0).id)
        if document_id is not None:
            self.table.select(document_id)
        self.table.setFocus()

    def _made_table(self) -> RecordTable:
        table = RecordTable(
            _("Documents produced"),
            [
                Column(_("Made on"), _made_on, key=lambda line: line.view.document.made_at, width=110),
                Column(_("Document"), lambda line: line.view.document.title, width=190, shows=_TITLE),
                Column(_("Made from"), lambda line: line.view.document.about, width=230, shows=_ABOUT),
                Column(_("State"), _state, tone=_tone, width=190),
                Column(_("Sent"), _sent, width=180),
            ],
        )
        table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setStretchLastSection(False)
        table.selected.connect(lambda _row: self._refresh())
        table.request_open.connect(lambda _row: self._on_open())
        table.doubleClicked.connect(lambda _index: self._on_open())
        return table

    def _fill(self) -> None:
        there = answer_of("documents produced", partial(_files_of, self._workspace.reader.all(ProducedDocument)), None)
        views = produced(self._workspace.reader, lambda path: there is None or path in there)
        changed = changed_since(self._workspace.reader, [view.document for view in views])
        self.table.show_rows([_Line(view.document.id, view, view.document.id in changed) for view in views])
        self._empty.setVisible(not views)
        self._refresh()

    def _refresh(self) -> None:
        line = self._line()
        for button in (self._open, self._show, self._send):
            button.setEnabled(line is not None and line.view.is_there)
        self._again.setEnabled(line is not None)
        waiting = line is not None and any(sending.left_on is None for sending in line.view.sendings)
        self._left.setVisible(waiting and not self._workspace.read_only)
        self._forget.setEnabled(line is not None and not self._workspace.read_only)
        self._said.setText(_details(line) if line is not None else "")

    def _line(self) -> _Line | None:
        line: _Line | None = self.table.current_row()
        return line

    def _on_changed(self, records: frozenset[type[Any]]) -> None:
        if touches(records, ProducedDocument, Sending):
            self._fill()

    # --- doing -----------------------------------------------------------------------------------

    def _on_open(self) -> None:
        line = self._line()
        if line is not None and self._is_there(line):
            open_outside(line.view.path)

    def _on_show(self) -> None:
        line = self._line()
        if line is not None and self._is_there(line):
            show_in_folder(line.view.path)

    def _on_send(self) -> None:
        from msp_desktop.ui.papers.send_dialog import SendDialog

        line = self._line()
        if line is None or not self._is_there(line):
            return
        document = line.view.document
        if line.view.path.suffix == ".pdf" and not is_as_written(document):
            messages.tell(
                self,
                _(
                    "This file is no longer the one the application wrote. Open it to see what is in it, or « Make "
                    "again » to send a sound one."
                ),
            )
            return
        context = context_again(self._workspace.reader, document, self._desk.context())
        given = Exported(line.view.path, document.key, document.title, 0, 0, document_id=document.id)
        dialog = SendDialog(self._desk, document.key, context or self._desk.context(), self, given=given)
        run(dialog)

    def _on_again(self) -> None:
        line = self._line()
        if line is None:
            return
        document = line.view.document
        context = context_again(self._workspace.reader, document, self._desk.context())
        try:
            if context is None:
                raise UserError(_("The meeting or the guest of this document is no longer in the dossier."))
            suffix = line.view.path.suffix
            password = ""
            if is_protected(line.view.path):
                from msp_desktop.ui.papers.password_dialog import PasswordDialog

                asked = PasswordDialog(self)
                if not run(asked):
                    return
                password = asked.password()
            folder = self._desk.written_in(self).folder
            made = produce(self._workspace.store, document.key, folder, context, suffix=suffix, password=password)
        except UserError as error:
            messages.tell(self, error.sentence)
            return
        self._fill()
        if made.document_id is not None:
            self.table.select(made.document_id)
        self._said.setText(_("Document written: {name}").format(name=made.path.name))
        announce(self, self._said.text())

    def _on_left(self) -> None:
        """Note that the messages prepared with this document left, as the user says."""
        line = self._line()
        for sending in line.view.sendings if line is not None else ():
            if sending.left_on is None:
                self._workspace.attempt(say_left, sending.id, self._workspace.today())
        self.table.setFocus()

    def _on_forget(self) -> None:
        line = self._line()
        if line is not None:
            self._workspace.attempt(forget_document, line.id)

    def _is_there(self, line: _Line) -> bool:
        """Tell whether the file is still there; say what to do where it is not."""
        found = answer_of(line.view.path, partial(os.path.isfile, line.view.path), None)
        if found:
            return True
        if found is None:
            messages.tell(self, _(IO))
            return False
        self._fill()
        messages.tell(self, _("This file is no longer there. « Make again » writes it anew from the dossier."))
        return False

    @override
    def done(self, result: int) -> None:
        self._workspace.changed.disconnect(self._on_changed)
        super().done(result)


def _made_on(line: _Line) -> str:
    return medium_date(line.view.document.made_at.date(), language())


def _files_of(documents: Sequence[ProducedDocument]) -> frozenset[str]:
    return frozenset(one.path for one in documents if os.path.isfile(one.path))


def _state(line: _Line) -> str:
    if not line.view.is_there:
        return _("File not found")
    return _("The dossier has changed") if line.changed else _("Up to date")


def _tone(line: _Line) -> str:
    if not line.view.is_there:
        return "late"
    return "accent" if line.changed else "done"


def _sent(line: _Line) -> str:
    if not line.view.sendings:
        return ""
    last = line.view.sendings[-1]
    if last.left_on is None:
        return _("prepared on {day}, {who}").format(
            day=medium_date(last.sent_at.date(), language()), who=last.recipients
        )
    return f"{medium_date(last.left_on, language())}, {last.recipients}"


def _details(line: _Line) -> str:
    """Say where the file lies, and to whom it went the last times: in few lines, since the buttons stand below."""
    words = [str(line.view.path)]
    for sending in line.view.sendings[-_LAST:]:
        who = textwrap.shorten(sending.recipients, _MOST, placeholder=" …")
        if sending.left_on is None:
            sentence = _("Message prepared on {day} for {who}, not yet said to be sent.")
        else:
            sentence = _("Sent on {day} to {who}.")
        sentence = sentence.format(day=medium_date(sending.left_on or sending.sent_at.date(), language()), who=who)
        if sending.named_people:
            sentence += " " + _("It named professionals.")
        words.append(sentence)
    return "\n".join(words)
