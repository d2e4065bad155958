"""The chosen action: why, when, who, what to do, what helps, when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calendar import working_day_before
from msp_desktop.domain.change import Change
from msp_desktop.domain.journal import Begin, Entry
from msp_desktop.domain.schedule import ActionView, MeetingDate, Timeline
from msp_desktop.domain.tabs import tab_entry
from msp_desktop.domain.vigilance.walls import TOPIC
from msp_desktop.formats.hours import clock
from msp_desktop.formats.quick import day_date, near_date
from msp_desktop.i18n import _, language
from msp_desktop.method.texts import text_behind
from msp_desktop.method.timeline import Help, kit_timeline
from msp_desktop.services import timeline as service
from msp_desktop.services.journal import entries_about
from msp_desktop.services.who import one_shown
from msp_desktop.ui.forms.field import Field, choice, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.models.exchange_words import whom_words
from msp_desktop.ui.tabs.timeline.compass import Compass
from msp_desktop.ui.tabs.timeline.step_list import StepList
from msp_desktop.ui.theme.theme import LARGEST_SCALE
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.elided import ElidedLink
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.text_behind import TextBehind
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from msp_desktop.ui.tabs.timeline.federation_box import FederationBox

#: The action beside which the federation of the region is shown.
_CALLS = "contact-federation"


class Detail(QWidget):
    """Show and change one action; `left` tells that it is deleted and the keyboard wants to be back in the list."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._action: ActionView | None = None
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._title = Form(workspace, Action, self._write, [Field("title", _("Title of the action"), line())])
        self._under = Label("", tone="soft", wrap=True)
        self._why = Label("", wrap=True)
        self._latest = hint("")
        self._form = Form(
            workspace,
            Action,
            self._write,
            [
                (Field("planned_on", _("Planned for"), day()), Field("planned_start", _("From"), day())),
                (Field("assignee", _("Who"), person()), Field("state", _("State"), choice(_states()))),
                self._latest,
            ],
            spacing=8,
            fold_at=LARGEST_SCALE,
            fold_under=352,
        )
        words = _("What to remember. Stay factual about people.")
        self._notes = Form(
            workspace, Action, self._write, [Field("notes", _("Notes on this action"), note(words, most=14))]
        )
        self._topic = Form(
            workspace,
            Action,
            self._write,
            [
                Field(
                    "topic",
                    _("It is about"),
                    choice(_topics()),
                    hint=_("What is about premises is watched: the team first."),
                )
            ],
        )
        self._steps = StepList(workspace)
        self._helps: KeyedRows[Help, QWidget] = KeyedRows(lambda h: (h.label, h.form), self._help_row, _nothing)
        self._meeting = LinkButton("", tab_entry("meetings").icon)
        self._done_when = Label("", wrap=True)
        self._evidence = self._evidence_box()
        self._before: KeyedRows[ActionView, Label] = KeyedRows(lambda a: a.id, _soft_row, _show_before, spacing=4)
        self._journal: KeyedRows[Entry, ElidedLink] = KeyedRows(lambda e: e.id, self._entry_link, self._show_entry)
        self._text = TextBehind()
        self._rename = LinkButton(_("Rename"), "pencil")
        self._delete = LinkButton(_("Delete this action"), "trash")
        self._federation: FederationBox | None = None  # made when the action that calls it is first shown
        self._federation_place = column()
        self._kit_part = holder(
            column(_section(_("What helps")), row(self._meeting, -1), self._helps, self._federation_place, _section(_("It is done when")), self._done_when,
                   self._evidence, spacing=4)
        )  # fmt: skip
        self._before_part = holder(column(_section(_("Better done before")), self._before, spacing=4))
        self._page = holder(self._column())
        self._compass: Compass | None = None  # made when it is first shown
        self._pages = column(self._page, -1, margins=(24, 14, 16, 16), spacing=6)
        self._pane = scrolled(holder(self._pages, "scrolled"), _("The chosen action"))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(self._pane)
        self._wire()

    def show_action(self, view: Timeline, action: ActionView | None) -> None:
        """Show an action, or what to keep in mind when none is chosen; another one than before from its top."""
        changed = (action and action.id) != (self._action and self._action.id)
        self._action = action
        self._page.setVisible(action is not None)
        if action is None and self._compass is None:
            self._compass = Compass(self._workspace)
            self._pages.insertWidget(1, self._compass)
        elif action is None and self._compass is not None:
            self._compass.refresh()
        if self._compass is not None:
            self._compass.setVisible(action is None)
        if action is not None:
            self._show(view, action)
        if changed:
            self._show_title(editing=False)
            self._pane.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        self._form.focus_first()

    def rename(self) -> None:
        """Put the keyboard in the title."""
        if not self._workspace.read_only:
            self._show_title(editing=True)

    # --- making ------------------------------------------------------------------------------

    def _column(self) -> QVBoxLayout:
        link = LinkButton(_("Note an exchange"), "pencil")
        link.clicked.connect(lambda: self._workspace.request_exchange.emit(self._begin()))
        lock(self._workspace, link)
        self._title.hide()
        return column(
            self._heading,
            self._title,
            self._under,
            self._why,
            4,
            self._form,
            divider(),
            4,
            Label(_("What to do"), bold=True, wrap=True),
            self._steps,
            self._kit_part,
            self._before_part,
            self._text,
            _section(_("Journal")),
            self._journal,
            row(link, -1),
            8,
            self._notes,
            8,
            self._topic,
            Folding(row(self._rename), row(self._delete, -1), apart=False),
            spacing=6,
        )

    def _evidence_box(self) -> QWidget:
        button = PlainButton(_("Mark as done"), "check")
        button.clicked.connect(self._on_done)
        lock(self._workspace, button)
        words = Label(_("The dossier shows that this is done."), tone="done", wrap=True)
        return holder(column(words, row(button, -1), spacing=4))

    def _help_row(self, help_: Help) -> QWidget:
        link = LinkButton(help_.label, _glyph(help_.tab, help_.document))
        link.clicked.connect(lambda: self._follow(help_))
        return holder(row(link, -1))

    def _wire(self) -> None:
        self._rename.clicked.connect(lambda: self._show_title(editing=True))
        self._delete.clicked.connect(self._on_delete)
        self._meeting.clicked.connect(self._on_meeting)
        lock(self._workspace, self._rename, self._delete)
        title = self._title.editor("title")
        assert isinstance(title, LineField)
        title.returnPressed.connect(lambda: self._show_title(editing=False))

    # --- showing -----------------------------------------------------------------------------

    def _show(self, view: Timeline, action: ActionView) -> None:
        from msp_desktop.services.evidence import shows_done

        record = one_shown(self._workspace.reader, Action, action.id)
        kit = kit_timeline().action(action.code)
        self._heading.setText(action.title)
        self._title.show_record(action)
        self._under.setText(_under_words(action))
        self._why.setText(kit.why if kit else "")
        self._why.setVisible(kit is not None)
        self._form.show_record(record)
        self._latest.setText(_latest_words(view, action))
        self._latest.setVisible(bool(self._latest.text()))
        self._notes.show_record(record)
        self._topic.show_record(record)
        self._steps.show_steps(action.id, tuple(kit.steps) if kit else None)
        self._kit_part.setVisible(kit is not None)
        if kit is not None:
            self._helps.show_values(kit.helps)
            self._show_meeting(action.meeting)
            self._show_federation(shown=kit.code == _CALLS)
            self._done_when.setText(kit.done_when)
            self._evidence.setVisible(action.is_open and shows_done(self._workspace.reader, action.code))
        self._text.show_text(text_behind(action.code))
        before = [other for other in view.actions() if other.code and other.code in action.depends_on]
        self._before.show_values(before)
        self._before_part.setVisible(bool(before))
        self._journal.show_values(entries_about(self._workspace.reader, action_id=action.id)[:4])
        self._delete.setVisible(action.code is None)

    def _show_federation(self, *, shown: bool) -> None:
        if shown and self._federation is None:
            from msp_desktop.ui.tabs.timeline.federation_box import FederationBox

            self._federation = FederationBox(self._workspace)
            self._federation_place.addWidget(self._federation)
        if self._federation is not None:
            self._federation.setVisible(shown)
            if shown:
                self._federation.show_own()

    def _show_meeting(self, meeting: MeetingDate | None) -> None:
        self._meeting.setVisible(meeting is not None)
        if meeting is None:
            return
        if meeting.held_on is None:
            self._meeting.setText(_("The meeting, whose date is to be fixed"))
            return
        when = day_date(meeting.held_on, language())
        hour = clock(meeting.starts_at) if meeting.starts_at else ""
        self._meeting.setText(_("The meeting of {when}").format(when=", ".join(filter(None, (when, hour)))))

    def _entry_link(self, entry: Entry) -> ElidedLink:
        link = ElidedLink()
        link.clicked.connect(lambda: self._workspace.request_exchange.emit(Begin(exchange_id=entry.id)))
        return link

    def _show_entry(self, link: ElidedLink, entry: Entry) -> None:
        when = near_date(entry.exchange.held_on, self._workspace.today(), language())
        draft = _("draft") if entry.exchange.draft else ""
        link.show_words(", ".join(filter(None, (when, whom_words(entry), entry.exchange.subject, draft))))

    def _begin(self) -> Begin:
        return Begin(action_id=self._action.id if self._action else None)

    def _show_title(self, *, editing: bool) -> None:
        field = self._title.editor("title")
        had_focus = field.hasFocus()
        self._heading.setVisible(not editing)
        self._title.setVisible(editing)
        if editing:
            assert isinstance(field, LineField)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()
        elif had_focus:
            self._rename.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- acting ------------------------------------------------------------------------------

    def _write(self, store: Store, action_id: int, change: Change[Action]) -> object:
        """Write a field through the service that knows what it entails."""
        if "title" in change.values:
            return service.rename_action(store, action_id, change.values["title"])
        if "state" in change.values:
            return service.set_state(store, action_id, change.values["state"], self._workspace.today())
        return service.update_action(store, action_id, change)

    def _on_meeting(self) -> None:
        if self._action is not None and self._action.meeting is not None:
            self._workspace.request_tab.emit("meetings", self._action.meeting.id)

    def _on_done(self) -> None:
        if self._action is not None:
            self._workspace.attempt(service.set_state, self._action.id, ActionState.DONE, self._workspace.today())

    def _on_delete(self) -> None:
        if self._action is not None:
            self._workspace.attempt(service.delete_action, self._action.id)
            self.left.emit()

    def _follow(self, help_: Help) -> None:
        if help_.tab:
            self._workspace.request_tab.emit(help_.tab, help_.page or None)
        elif help_.document:
            self._workspace.request_papers.emit((help_.document,), None)
        else:
            self._workspace.request_form.emit(help_.form, self._action.id if self._action else None)


def _section(words: str) -> Label:
    label = Label(words, bold=True, wrap=True)
    label.setContentsMargins(0, 10, 0, 0)
    return label


def _soft_row(_action: ActionView) -> Label:
    return Label("", wrap=True)


def _show_before(label: Label, action: ActionView) -> None:
    done = action.state is ActionState.DONE
    label.setText(f"{'✓ ' if done else '– '}{action.title}")
    label.set_tone("done" if done else "soft")


def _nothing(_widget: QWidget, _value: Help) -> None:
    """A link of the method never changes."""


def _states() -> list[tuple[ActionState, str]]:
    return [
        (ActionState.TODO, _("to do")),
        (ActionState.DOING, _("in progress")),
        (ActionState.DONE, _("done")),
        (ActionState.DROPPED, _("not applicable")),
    ]


def _topics() -> list[tuple[str, str]]:
    return [("", _("no subject in particular")), (TOPIC, _("premises"))]


def _glyph(tab: str, document: str) -> str:
    if tab:
        return tab_entry(tab).icon
    return "document" if document else "pencil"


def _under_words(action: ActionView) -> str:
    phase = _("Phase {number}").format(number=action.phase) if action.phase <= 3 else _("After the hundred days")
    if action.code is None:
        return _("{phase}, an action of the town's own").format(phase=phase)
    return _("{phase}, with the federation's support").format(phase=phase) if action.with_federation else phase


def _latest_words(view: Timeline, action: ActionView) -> str:
    if action.due is None:
        return ""
    words = _("At the latest on {day}.").format(day=near_date(action.due, view.today, language()))
    working = working_day_before(action.due, view.department)
    if working != action.due:
        words += " " + _("That is not a working day: aim for {day}.").format(day=day_date(working, language()))
    return words
