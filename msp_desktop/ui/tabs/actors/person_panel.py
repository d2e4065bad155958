"""The card of a person or body: how to reach them, what is owed, all that touches them, notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.directory import PersonView, Touch
from msp_desktop.domain.follow_ups import FollowUp
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.people import Person
from msp_desktop.formats.emails import headers_of
from msp_desktop.formats.phones import phone
from msp_desktop.i18n import _
from msp_desktop.services import people as service
from msp_desktop.services.meetings import invite
from msp_desktop.services.person_touches import meeting_words, meetings_to_come
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.actors.follow_up_box import FollowUpBox
from msp_desktop.ui.tabs.actors.touch_list import TouchList
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.elided_link import CopyLink, ElidedLink
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label, divider
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import hold, lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace


class PersonPanel(QWidget):
    """Show one person; `request_delete(id)` for deleting them, `left` where the keyboard wants to be back in the list."""

    request_delete = Signal(int)
    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._view: PersonView | None = None
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._body = ElidedLink("actors")
        self._traits = (Label("", chip="done"), Label("", chip="done"))
        self._phone = CopyLink(_("Telephone"), "phone")
        self._email = CopyLink(_("E-mail"), "mail")
        self._edit = LinkButton(_("Edit"), "pencil")
        self._note = PlainButton(_("Note an exchange"), "pencil")
        self._write = PlainButton(_("Write"), "mail")
        self._invite = PlainButton(_("Invite"), "calendar")
        self._meetings = QMenu(self._invite)
        self._invite.setMenu(self._meetings)
        self._owed: KeyedRows[FollowUp, FollowUpBox] = KeyedRows(
            lambda one: one.id, lambda _one: FollowUpBox(workspace), lambda box, one: box.show_follow_up(one), spacing=8
        )
        self._about = Label("", bold=True, wrap=True)
        self._touches = TouchList()
        self._nothing = Label(_("Nothing yet: note an exchange, or invite them to a meeting."), tone="soft", wrap=True)
        words = _("Facts only: those concerned may read them.")
        self._notes = Form(workspace, Person, service.update_person, [Field("notes", _("Notes"), note(most=14), words)])
        self._delete = LinkButton(_("Delete everywhere"), "trash")
        self._lay_out()
        self._wire()

    def show_view(self, view: PersonView) -> None:
        """Show a person; another one than before from the top."""
        if self._view is None or self._view.person.id != view.person.id:
            self._pane.verticalScrollBar().setValue(0)
        self._view = view
        person = view.person
        self._heading.setText(view.name)
        self._under.setText(view.detail)
        self._under.setVisible(bool(view.detail))
        self._body.setVisible(view.body is not None)
        if view.body is not None:
            self._body.show_words(view.body.organisation)
        for number, chip in enumerate(self._traits):
            chip.setText(view.traits[number] if number < len(view.traits) else "")
            chip.setVisible(bool(chip.text()))
        self._phone.show_text(phone(view.reached.phone))
        self._email.show_text(view.reached.email)
        self._write.setEnabled(bool(headers_of(view.reached.email)))
        show_tip(
            self._write, "" if self._write.isEnabled() else _("There is no e-mail address: add one with « Edit ».")
        )
        self._owed.show_values(view.follow_ups)
        self._owed.setVisible(bool(view.follow_ups))
        self._about.setText(_("What concerns this body") if view.is_body else _("What concerns this person"))
        self._touches.show_touches(person.id, view.touches)
        self._nothing.setVisible(not view.touches)
        self._notes.show_record(person)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing one may do."""
        self._note.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        names = column(self._heading, self._under, spacing=2)
        top = row(names, self._edit)
        top.setStretch(0, 1)
        top.setAlignment(self._edit, Qt.AlignmentFlag.AlignTop)
        head = column(
            top,
            row(self._body, -1),
            row(*self._traits, -1),
            column(row(self._phone, -1), row(self._email, -1), spacing=0),
            Folding(row(self._note), row(self._write, self._invite, -1), apart=False),
            margins=(24, 14, 16, 10),
            spacing=8,
        )
        page = column(
            self._owed,
            self._about,
            self._touches,
            self._nothing,
            4,
            divider(),
            4,
            self._notes,
            row(self._delete, -1),
            -1,
            margins=(24, 12, 16, 16),
            spacing=8,
        )
        self._pane = scrolled(holder(page, "scrolled"), _("The card"))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(divider())
        box.addWidget(self._pane, 1)

    def _wire(self) -> None:
        for link in (self._phone, self._email):
            link.copied.connect(lambda text: self._workspace.said.emit(_("Copied: {text}").format(text=text), False))
        self._edit.clicked.connect(self.edit)
        self._note.clicked.connect(self._on_note)
        self._write.clicked.connect(self._on_write)
        hold("DisableMail", self._write)
        self._meetings.aboutToShow.connect(self._fill_meetings)
        self._body.clicked.connect(self._on_body)
        self._touches.request_place.connect(self._go)
        self._delete.clicked.connect(self._on_delete)
        lock(self._workspace, self._note, self._invite, self._delete)

    # --- acting ------------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the form of the person shown."""
        from msp_desktop.ui.dialogs.person_card import PersonCard

        if self._view is not None:
            run(PersonCard(self._workspace, self._view.person.id, self), self._workspace)

    def _on_note(self) -> None:
        if self._view is not None:
            self._workspace.request_exchange.emit(Begin(person_ids=(self._view.person.id,)))

    def _on_write(self) -> None:
        if self._view is not None:
            self._workspace.request_write.emit(self._view.person.id)

    def _fill_meetings(self) -> None:
        self._meetings.clear()
        today = self._workspace.today()
        for meeting in meetings_to_come(self._workspace.reader, today):
            self._meetings.addAction(meeting_words(meeting, today).replace("&", "&&")).triggered.connect(
                self._inviting(meeting.id)
            )
        if self._meetings.isEmpty():
            self._meetings.addAction(_("No meeting to come")).setEnabled(False)
        self._meetings.addSeparator()
        self._meetings.addAction(_("Prepare a meeting…")).triggered.connect(
            lambda: self._workspace.request_tab.emit("meetings", None)
        )

    def _inviting(self, meeting_id: int) -> Callable[[], object]:
        def act() -> None:
            if self._view is not None:
                self._workspace.attempt(invite, meeting_id, [self._view.person.id])

        return act

    def _on_body(self) -> None:
        if self._view is not None and self._view.body is not None:
            self._workspace.request_tab.emit("actors", ("directory", self._view.body.id))

    def _go(self, thing: Touch) -> None:
        if thing.tab == "form":
            self._workspace.request_form.emit(thing.target, None)
        elif thing.tab == "produced":
            self._workspace.request_produced.emit(thing.target)
        else:
            self._workspace.request_tab.emit(thing.tab, thing.target)

    def _on_delete(self) -> None:
        if self._view is not None:
            self.request_delete.emit(self._view.person.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
