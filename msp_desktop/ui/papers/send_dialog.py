"""Send a document: whom to, in which words, with which file, and whether names leave the town."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.mail import Message, Way
from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import Person, display_name
from msp_desktop.errors import UserError
from msp_desktop.exchange.mailers import Handed
from msp_desktop.formats.dates import short_date
from msp_desktop.formats.emails import headers_of, read_emails
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.papers.enclosures import enclosed_names, write_enclosures
from msp_desktop.papers.export import PROTECTED, Exported, file_name
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import (
    REMINDER,
    attached,
    is_one_letter,
    kind_of,
    letters_of,
    missed,
    names_leave,
    names_leave_words,
    proposal,
    unwritten,
)
from msp_desktop.papers.produce import produce, produce_once
from msp_desktop.paths import drafts_folder
from msp_desktop.services import departures, mail
from msp_desktop.services.people import update_person
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.outside import open_outside, show_in_folder
from msp_desktop.ui.papers.desk import Desk, sent_words
from msp_desktop.ui.papers.leaving_data import LeavingData
from msp_desktop.ui.papers.send_job import SendJob
from msp_desktop.ui.papers.way_field import way_field
from msp_desktop.ui.shell import messages
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, divider, hint, title
from msp_desktop.ui.widgets.layouts import column, field, framed, holder, row, scrolled
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.note_field import TextArea, text_of
from msp_desktop.ui.widgets.one_line import OneLine, plain_tip
from msp_desktop.ui.widgets.repolish import repolish
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import FORM, LIST, sized
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.widgets.tip import show_tip

#: The parts of a message, as they are kept.
_PARTS = ("To", "Hidden copy", "Subject", "Message")


class SendDialog(Dialog):
    """Prepare one message, or one a guest for invitations; `given` is a file already written, sent as it is."""

    def __init__(
        self,
        desk: Desk,
        key: str,
        context: Context,
        parent: QWidget | None = None,
        *,
        given: Exported | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Send by e-mail"))
        key = kind_of(key, context)
        self._desk, self._workspace, self._key, self._given = desk, desk.workspace, key, given
        self._folder = desk.folder
        self._paper = attached(key)
        # A file given may hold the letters of all: it stays one message, for whom the user says.
        self._letters = [context] if given else letters_of(desk.workspace.reader, key, context)
        self._changed = self._returned()
        self._showing = False
        self._index = 0
        #: What was prepared and is not said to have left, by letter, with the key under which it is noted, 0 where it is not.
        self._waiting: dict[int, int] = {}
        self._left_on: dict[int, date] = {}
        self._here: set[int] = set()
        self._job: SendJob | None = None
        self._guests = QListWidget()
        self._guests.setAccessibleName(_("Guests"))
        self._guests.setObjectName("guests")
        self._guests.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._guests.setIconSize(QSize(theme().px(16), theme().px(16)))
        self._to, self._bcc, self._subject = QLineEdit(), QLineEdit(), QLineEdit()
        for line in (self._to, self._bcc, self._subject):
            line.setValidator(OneLine(line))
        self._body = TextArea()
        self._file = Label("", tone="soft", wrap=True)
        self._names = Label("", wrap=True)
        self._names.setObjectName("notice")
        # Of one letter a guest, the list says who has no address, and this who is not in it.
        unreached = (unwritten if self._one_by_one() else missed)(desk.workspace.reader, key, context)
        self._missed = Label("\n".join(unreached), wrap=True, tone="soft")
        if not self._missed.text():
            self._missed.hide()
        leaves = context.leaves if given else desk.workspace.leaves
        self._data = LeavingData(desk.workspace.reader, leaves, written=given is not None)
        if not self._carries():
            self._data.hide()
        # What is printed although it is not finished is told before it leaves, as before it is printed.
        remarks = () if self._one_by_one() else self._paper.remarks(desk.workspace.reader, self._letter())
        self._remarks = Label("\n".join(remarks), wrap=True, tone="soft")
        if not remarks:
            self._remarks.hide()
        self._said = Said("", wrap=True, tone="soft")
        self._way = way_field(desk)
        self._protect = Tick(_("Protect this document by a password"), False, soft_when_done=False)
        self._model = LinkButton(_("Change the model…"), "pencil")
        self._prepare = MainButton(_("Prepare the message"), "mail")
        self._left = MainButton(_("I have sent it"), "check")
        self._all_left = PlainButton("", "check")
        self._close = PlainButton(_("Close"))
        for widget, words in (
            (self._to, _("To")),
            (self._bcc, _("Hidden copy")),
            (self._subject, _("Subject")),
            (self._body, _("Message")),
        ):
            widget.setAccessibleName(words)
        self._lay_out()
        self._wire()
        self._fill_guests()
        self._show_letter(self._first_to_do())
        if self._carries():
            self._to.setFocus()  # not the first thing there, what leaves: it is read, and seldom changed

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setContentsMargins(24, 16, 24, 12)
        form.setSpacing(10)
        form.addWidget(title(_("Reminder") if self._key == REMINDER else self._paper.title, wrap=True))
        form.addWidget(self._names)
        form.addWidget(self._remarks)
        form.addWidget(self._data)
        form.addWidget(self._protect)
        self._to_field = holder(field(_("To"), self._to))
        self._bcc_field = holder(
            field(_("Hidden copy"), self._bcc, hint(_("They do not see one another’s addresses.")))
        )
        form.addWidget(self._to_field)
        form.addWidget(self._bcc_field)
        if not self._one_by_one():
            form.addWidget(self._missed)
        form.addLayout(field(_("Subject"), self._subject))
        form.addLayout(field(_("Message"), self._body, tall=True))
        form.setStretch(form.count() - 1, 1)
        attached = row(self._file, self._model)
        attached.setStretch(0, 1)
        form.addLayout(attached)
        buttons = foot(self._close, self._prepare, self._left, beside=(Label(_("By:"), tone="soft"), self._way))
        # What happened is said beside the button that did it, in sight however far the message is scrolled.
        below = column(self._said, buttons, margins=(24, 10, 24, 12), spacing=8)
        right = column(scrolled(holder(form, "scrolled"), _("Message")), divider(), below, spacing=0)
        right.setStretch(0, 1)
        whole = row(spacing=0)
        if self._one_by_one():
            left = column(
                title(_("One message a guest"), wrap=True),
                framed(self._guests),
                row(self._all_left, -1),
                self._missed,
                margins=(20, 16, 16, 16),
            )
            left.setStretch(1, 1)
            pane = holder(left, "left")
            pane.setFixedWidth(min(theme().px(290), self.screen().availableGeometry().width() // 3))
            whole.addWidget(pane)
            self._bcc_field.hide()
        whole.addLayout(right, 1)
        self.setLayout(whole)
        self._body.setMinimumHeight(theme().px(150))
        sized(self, LIST if self._one_by_one() else FORM, 640)

    def _wire(self) -> None:
        for line in (self._to, self._bcc):
            line.textChanged.connect(self._on_addresses)
        for field_ in (self._to, self._bcc, self._subject, self._body):
            field_.textChanged.connect(self._keep_words)
        self._guests.currentRowChanged.connect(self._on_guest)
        self._protect.ticked.connect(lambda _ticked: self._refresh())
        self._data.changed.connect(self._on_data)
        self._model.clicked.connect(self._on_model)
        self._prepare.clicked.connect(self._on_prepare)
        self._left.clicked.connect(lambda: self._on_left([self._index]))
        self._all_left.clicked.connect(lambda: self._on_left(list(self._waiting)))
        self._close.clicked.connect(self.accept)

    # --- showing ---------------------------------------------------------------------------------

    def _one_by_one(self) -> bool:
        return mail.goes_one_by_one(self._key) and self._given is None

    def _fill_guests(self) -> None:
        if not self._one_by_one():
            return
        self._read_departures()
        self._guests.clear()
        for index, context in enumerate(self._letters):
            assert context.person_id is not None
            person = self._workspace.reader.one(Person, context.person_id)
            left, waiting = self._left_on.get(index), index in self._waiting
            reached = bool(headers_of(person.email))
            glyph, token = ("mail", "ink2") if reached else ("print", "ink2")
            if left or waiting:
                glyph, token = ("check", "done") if left else ("clock", "accent")
            item = QListWidgetItem(icon(glyph, token), guest_words(person, left, waiting))
            item.setToolTip(plain_tip(item.text()))
            self._guests.addItem(item)
        count = len(self._waiting)
        words = ngettext("The message prepared is sent", "The {count} messages prepared are sent", count)
        self._all_left.setText(_("I have sent it ({count})").format(count=count))
        self._all_left.setAccessibleName(words.format(count=count))
        show_tip(self._all_left, words.format(count=count))
        self._all_left.setVisible(count > 0 and not self._workspace.read_only)

    def _read_departures(self) -> None:
        """Read which letters left, as somebody said, and which were prepared, today or another day."""
        meeting_id = self._letters[0].meeting_id if self._letters else None
        if meeting_id is None:
            return
        state = departures.invitations(self._workspace.reader, meeting_id)
        rows = self._workspace.reader.all(Attendance, meeting_id=meeting_id)
        guests = {row.person_id: row.id for row in rows}
        keys = {index: guests.get(letter.person_id or 0, 0) for index, letter in enumerate(self._letters)}
        self._left_on = {index: state.left[key] for index, key in keys.items() if key in state.left}
        noted = {index: 0 for index, key in keys.items() if key in state.prepared}
        self._waiting = {index: key for index, key in (noted | self._waiting).items() if index not in self._left_on}

    def _first_to_do(self) -> int:
        """Return the first letter that has an address and is not prepared yet, else the first that waits or has one."""
        reader = self._workspace.reader
        reached = [
            index
            for index, letter in enumerate(self._letters)
            if not self._one_by_one() or proposal(reader, self._key, letter).to
        ]
        to_do = [index for index in reached if index not in self._waiting and index not in self._left_on]
        return next(iter((*to_do, *self._waiting, *reached)), 0)

    def _show_letter(self, index: int) -> None:
        self._index = index
        if not self._letters:
            self._refresh()
            return
        to, bcc, subject, body = self._changed.get(index) or self._proposed(index)
        self._showing = True
        self._to.setText(to)
        self._bcc.setText(bcc)
        self._bcc_field.setVisible(not self._one_by_one())
        self._subject.setText(subject)
        for line in (self._to, self._bcc, self._subject):
            line.setCursorPosition(0)  # long lists are read from their beginning
        self._body.setPlainText(body)
        self._showing = False
        self._guests.setCurrentRow(index)
        self._refresh()

    def _proposed(self, index: int) -> tuple[str, str, str, str]:
        reader, letter = self._workspace.reader, self._letters[index]
        message = proposal(reader, self._key, letter)
        # An address that is none is shown as it is kept: to be put right here.
        person = reader.find(Person, id=letter.person_id) if letter.person_id is not None else None
        to = ", ".join(message.to) or (person.email if person and self._one_by_one() else "")
        return to, ", ".join(message.bcc), message.subject, message.body

    def _place(self, index: int) -> DraftKey:
        """Return where the words of a letter are kept until it is sent."""
        letter = self._letters[index]
        return DraftKey("dialog", f"{self._key} {letter.meeting_id or 0} {letter.person_id or 0}", "message")

    def _returned(self) -> dict[int, tuple[str, str, str, str]]:
        """Return what a former run was writing in these letters; it stays kept until they are sent."""
        found: dict[int, tuple[str, str, str, str]] = {}
        for index in range(len(self._letters)):
            words = self._workspace.kept.take_back(self._place(index))
            if isinstance(words, dict):
                found[index] = tuple(str(words.get(name, "")) for name in _PARTS)  # type: ignore[assignment]
                self._workspace.kept.begin(self._place(index), self._paper.title, words)
        return found

    def _is_done(self) -> bool:
        """Tell whether the message shown was prepared, here or before."""
        return self._index in self._waiting or self._index in self._left_on

    def _keep_words(self) -> None:
        if self._showing or not self._letters or self._index in self._here:
            return
        shown = (self._to.text(), self._bcc.text(), self._subject.text(), text_of(self._body))
        if shown == self._proposed(self._index):
            self._workspace.kept.drop(self._place(self._index))
        else:
            words = dict(zip(_PARTS, shown, strict=True))
            self._workspace.kept.begin(self._place(self._index), self._paper.title, words)

    def _keep_changes(self) -> None:
        """Keep what was changed in the letter shown: one may look at another and come back."""
        self._keep_address()
        if not self._letters or self._index in self._here:
            return
        shown = (self._to.text(), self._bcc.text(), self._subject.text(), text_of(self._body))
        if shown == self._proposed(self._index):
            self._changed.pop(self._index, None)
        else:
            self._changed[self._index] = shown

    def _keep_address(self) -> None:
        """Keep the address typed for a guest who has none that is one: it is asked for once."""
        if not self._one_by_one() or not self._letters or self._workspace.read_only:
            return
        person_id = self._letters[self._index].person_id
        person = self._workspace.reader.find(Person, id=person_id) if person_id is not None else None
        typed = self._to.text().strip()
        found = read_emails(typed)
        if person is None or headers_of(person.email) or found.wrong or not found.kept:
            return  # what is no address is said when the message is prepared
        self._workspace.attempt(update_person, person.id, Change(Person, email=found.kept))

    def _file_names(self) -> tuple[str, ...]:
        return (self._file_name(), *enclosed_names(self._workspace.reader, self._key, self._letters[self._index]))

    def _file_name(self) -> str:
        if self._given is not None:
            return self._given.path.name
        suffix = f"{PROTECTED}.pdf" if self._is_protected() else ".pdf"
        return file_name(self._workspace.reader, self._paper, self._letters[self._index], suffix)

    def _on_guest(self, index: int) -> None:
        if 0 <= index != self._index:
            self._keep_changes()
            self._show_letter(index)

    def _on_addresses(self) -> None:
        self._refresh()

    def _typed(self) -> Message:
        """Return the message as the fields say it, without its file; UserError for a wrong address."""
        return Message(
            to=mail.checked_addresses(self._to.text()),
            bcc=() if self._one_by_one() else mail.checked_addresses(self._bcc.text()),
            subject=self._subject.text().strip(),
            body=text_of(self._body),
        )

    def _refresh(self) -> None:
        self._names.setText(self._names_sentence())
        self._names.setProperty("late", self._leaving())
        repolish(self._names)
        self._protect.setVisible(self._can_protect())
        if self._letters:
            names = self._file_names()
            words = ngettext("Attached file: {names}", "Attached files: {names}", len(names))
            self._file.setText(words.format(names=", ".join(names)))
        done, waiting = self._is_done(), self._index in self._waiting and not self._workspace.read_only
        words = _("Prepare it again") if done else _("Prepare the message")
        self._prepare.setText(words)
        self._prepare.setAccessibleName(words)
        self._prepare.as_main(not done)
        self._left.setVisible(waiting)
        (self._left if waiting else self._close if done else self._prepare).setDefault(True)
        self._said.setVisible(bool(self._said.text()))
        ready = bool(self._letters) and self._job is None
        self._prepare.setEnabled(ready)
        for widget in (
            self._to,
            self._bcc,
            self._subject,
            self._body,
            self._guests,
            self._way,
            self._model,
            self._protect,
            self._data,
        ):
            widget.setEnabled(self._job is None)

    def _leaving(self) -> bool:
        try:
            return names_leave(self._workspace.reader, self._key, self._letter(), self._typed())
        except UserError:
            return self._paper.names(self._letter()) and not is_one_letter(self._key, self._letter())

    def _letter(self) -> Context:
        letter = self._letters[self._index] if self._letters else self._desk.context()
        return replace(letter, leaves=self._data.leaves()) if self._carries() else letter

    def _carries(self) -> bool:
        """Tell whether the document carries data for the program of whoever gets it."""
        return self._paper.carries and (self._given is None or self._given.path.suffix == ".pdf")

    def _names_sentence(self) -> str:
        """Say in so many words whether names of professionals leave the commune."""
        if is_one_letter(self._key, self._letter()):
            return _("This letter names its addressee only: no other name leaves the commune.")
        if not self._paper.names(self._letter()):
            return _(
                "The application puts no professional’s name in this document. Read again what you wrote yourself."
            )
        if self._leaving():
            return names_leave_words()
        own = self._workspace.reader.one(Commune, 1).email
        return _("This document names professionals, and goes to {address} only: no name leaves the commune.").format(
            address=own or _("nobody yet")
        )

    # --- doing -----------------------------------------------------------------------------------

    def _on_model(self) -> None:
        from msp_desktop.ui.papers.model_dialog import ModelDialog

        if run(ModelDialog(self._workspace, self._key, self)):
            self._changed.pop(self._index, None)
            self._workspace.kept.drop(self._place(self._index))
            self._show_letter(self._index)

    def _on_data(self) -> None:
        """Remember what is let out, for the next document of this dossier; but names leave once, where they are ticked."""
        self._workspace.leaves = replace(self._data.leaves(), names=False)
        self._refresh()

    def _on_prepare(self) -> None:
        try:
            message = self._typed()
            if not message.to and not message.bcc:
                raise UserError(_("Write the address of whoever is to receive it."))
            self._folder = self._desk.written_in(self).folder
            made = self._given or self._written()
            if made is None:
                return
            pieces = write_enclosures(self._workspace.store, self._key, self._folder, self._letters[self._index])
        except UserError as error:
            messages.tell(self, error.sentence)
            return
        self._keep_address()
        self._message, self._made = replace(message, attachments=(made.path, *pieces)), made
        self._said.setText(_("Your mail program is opening: send the message there, or close it."))
        job = SendJob(self._message, self._way.value() or Way.AUTO, drafts_folder(), self._workspace.now(), self)
        self._job = job
        queued = Qt.ConnectionType.QueuedConnection
        job.request_open.connect(_open_draft, queued)
        job.ended.connect(self._on_ended, queued)
        job.start()
        self._refresh()

    def _written(self) -> Exported | None:
        """Write the document to attach, protected where that is ticked; None where no password was chosen."""
        key, letter = self._paper.key, self._letter()
        if not self._is_protected():
            return produce_once(self._workspace.store, key, self._folder, letter)
        from msp_desktop.ui.papers.password_dialog import PasswordDialog

        asked = PasswordDialog(self)
        if not run(asked):
            return None
        return produce(self._workspace.store, key, self._folder, letter, password=asked.password())

    def _is_protected(self) -> bool:
        return self._can_protect() and self._protect.is_ticked()

    def _can_protect(self) -> bool:
        """Tell whether a password is offered: for what names people, written here, which is not its addressee's own."""
        return (
            self._paper.names(self._letter()) and self._given is None and not is_one_letter(self._key, self._letter())
        )

    def _on_ended(self, outcome: Handed | str) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        if isinstance(outcome, str):
            self._said.setText(outcome)
            self._refresh()
            return
        if outcome.way is Way.WEBMAIL:
            from msp_desktop.ui.papers.copy_dialog import CopyDialog

            show_in_folder(self._message.attachments[0])  # ready to be dragged into the browser
            kept = run(CopyDialog(self._message, outcome.failures, self))
            outcome = replace(outcome, cancelled=not kept)
        if outcome.cancelled:
            self._said.setText(_("The message was not sent."))
        else:
            self._note(outcome)
        self._refresh()

    def _note(self, outcome: Handed) -> None:
        context, left = self._letter(), outcome.way is Way.WEBMAIL
        key = 0
        if not self._workspace.read_only:
            key = mail.note_sending(
                self._workspace.store,
                self._message,
                self._made.title,
                outcome.way,
                self._workspace.now(),
                document_id=self._made.document_id,
                named=names_leave(self._workspace.reader, self._key, context, self._message),
                left=left,
            )
        self._here.add(self._index)
        self._left_on.pop(self._index, None)
        self._waiting[self._index] = key
        if left:
            del self._waiting[self._index]
            self._left_on[self._index] = self._workspace.today()
        self._changed.pop(self._index, None)
        self._workspace.kept.drop(self._place(self._index))
        self._said.set_tone("done" if left else "soft")
        self._said.setText(sent_words(outcome, left=left))
        if self._one_by_one():
            self._fill_guests()
            self._show_letter(self._first_to_do())
        self._refresh()
        (self._all_left if self._one_by_one() and not left else self._close if left else self._left).setFocus()

    def _on_left(self, indexes: list[int]) -> None:
        """Note that messages prepared left, as the user says: only the mail program knows."""
        today = self._workspace.today()
        if self._one_by_one():
            meeting_id = self._letters[indexes[0]].meeting_id
            assert meeting_id is not None
            people = {self._letters[index].person_id for index in indexes}
            rows = self._workspace.reader.all(Attendance, meeting_id=meeting_id)
            guests = [row.id for row in rows if row.person_id in people]
            if not self._workspace.attempted(departures.say_invited, meeting_id, guests, today):
                return
        elif not self._workspace.attempted(departures.say_left, self._waiting[indexes[0]], today):
            return
        for index in indexes:
            self._waiting.pop(index, None)
            self._left_on[index] = today
        words = ngettext("The message is noted as sent.", "The {count} messages are noted as sent.", len(indexes))
        self._said.set_tone("done")
        self._said.setText(words.format(count=len(indexes)))
        if self._one_by_one():
            self._fill_guests()
            self._show_letter(self._first_to_do())
        self._refresh()
        self._close.setFocus()

    @override
    def done(self, result: int) -> None:
        if self._job is not None:
            return  # the mail program has the message: its window is to be closed first
        self._keep_changes()
        if self._changed and messages.ask(
            self,
            _("What you changed in this message is not sent yet. Close all the same?"),
            _("Go on with it"),
            _("Close, and lose it"),
        ):
            return
        for index in range(len(self._letters)):
            self._workspace.kept.drop(self._place(index))
        super().done(result)


def guest_words(person: Person, left: date | None, waiting: bool) -> str:
    """Return a guest's name and how far the letter is: sent and when, prepared, to which address, or none."""
    if left:
        below = _("sent on {day}").format(day=short_date(left, language()))
    elif waiting:
        below = _("prepared only")
    elif read_emails(person.email).wrong:
        below = _("address to correct: {text}").format(text=quoted(person.email))
    else:
        below = person.email.strip() or _("no address: print the letter")
    return f"{display_name(person)}\n{below}"


def _open_draft(path: str) -> None:
    open_outside(Path(path))
