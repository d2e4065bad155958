"""The chosen action: why, when, who, what to do, what helps, when it is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QVBoxLayout, QWidget

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import working_day_before
from msp_desktop.domain.schedule import ActionView, StepView, Timeline
from msp_desktop.domain.tabs import tab_entry
from msp_desktop.formats.quick import day_date, near_date
from msp_desktop.i18n import _, language
from msp_desktop.method.guidance import compass
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services import timeline as service
from msp_desktop.services.people import names_for_who
from msp_desktop.services.small_forms import exchanges
from msp_desktop.ui.tabs.timeline.action_list import NARROW_SCALE
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField, WhoField
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import clear, column, field, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class Detail(QWidget):
    """Show and change one action."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._action: ActionView | None = None
        self._title = LineField(_("Title of the action"))
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._why = Label("", wrap=True)
        self._planned = DateField(_("Planned for"), workspace.today)
        self._start = DateField(_("From"), workspace.today)
        self._who = WhoField(_("Who"))
        self._state = ChoiceField(_("State"), _states())
        self._latest = hint("")
        self._notes = NoteField(_("Notes on this action"), _("What to remember. Stay factual about people."), most=14)
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self._rename = LinkButton(_("Rename"), "pencil")
        self._delete = LinkButton(_("Delete this action"), "trash")
        self._build()
        self._wire()

    def show_action(self, view: Timeline, action: ActionView | None) -> None:
        """Show an action, or what to keep in mind when none is chosen."""
        changed = action is None or self._action is None or action.id != self._action.id
        if changed:
            self.flush()
            self._planned.forget()
            self._start.forget()
            self._title.hide()
            self._heading.show()
        self._action = action
        for widget in (self._form, self._notes_box, self._rename):
            widget.setVisible(action is not None)
        self._delete.setVisible(action is not None and action.code is None)
        if action is None:
            self._show_compass()
            return
        kit = kit_timeline().action(action.code)
        self._heading.setText(action.title)
        self._title.show_value(action.title)
        self._under.setText(_under_words(action))
        self._why.setText(kit.why if kit else "")
        self._why.setVisible(bool(kit))
        self._planned.show_typed(action.planned)
        self._start.show_typed(action.start)
        self._who.suggest(names_for_who(self._workspace.reader))
        self._who.show_value(action.assignee)
        self._state.show_typed(action.state)
        self._latest.setText(_latest_words(view, action))
        self._notes.show_value(self._stored_notes(action))
        self._fill(view, action)

    def flush(self) -> None:
        """Write at once what is typed."""
        for widget in (self._title, self._planned, self._start, self._who, self._notes):
            widget.flush()

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        self._planned.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        beside = row if theme().scale <= NARROW_SCALE else column
        dates = beside(field(_("Planned for"), self._planned), field(_("From"), self._start), -1)
        people = beside(field(_("Who"), self._who), field(_("State"), self._state))
        self._form = holder(column(dates, people, self._latest, spacing=8))
        self._notes_box = holder(column(Label(_("Notes"), bold=True), self._notes, spacing=4))
        self._title.hide()
        content = holder(
            column(
                self._heading,
                self._title,
                self._under,
                self._why,
                4,
                self._form,
                divider(),
                4,
                self._body,
                8,
                self._notes_box,
                8,
                row(self._rename, self._delete, -1),
                -1,
                margins=(24, 14, 16, 16),
                spacing=6,
            ),
            "scrolled",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scrolled(content, _("The chosen action")))

    def _wire(self) -> None:
        self._planned.request_value.connect(lambda value: self._update(planned_on=value))
        self._start.request_value.connect(lambda value: self._update(planned_start=value))
        self._who.request_write.connect(lambda text: self._update(assignee=text))
        self._notes.request_write.connect(lambda text: self._update(notes=text))
        self._state.request_value.connect(self._on_state)
        self._title.request_write.connect(self._on_title)
        self._rename.clicked.connect(self._on_rename)
        self._delete.clicked.connect(self._on_delete)

    def _fill(self, view: Timeline, action: ActionView) -> None:
        """Show what changes in number: things to do, what helps, what it depends on, the journal."""
        focused = self.focusWidget()
        clear(self._body)
        self._fill_steps(action)
        kit = kit_timeline().action(action.code)
        if kit is not None:
            self._section(_("What helps"))
            for help_ in kit.helps:
                link = LinkButton(help_.label, _glyph(help_.tab, help_.document))
                link.clicked.connect(lambda _c=False, h=help_: self._follow(h.tab, h.document, h.form))
                self._body.addLayout(row(link, -1))
            self._section(_("It is done when"))
            self._body.addWidget(Label(kit.done_when, wrap=True))
            from msp_desktop.services.evidence import shows_done

            if action.is_open and shows_done(self._workspace.reader, action.code):
                self._body.addWidget(Label(_("The dossier shows that this is done."), tone="done", wrap=True))
                button = PlainButton(_("Mark as done"), "check")
                button.clicked.connect(lambda: self._on_state(ActionState.DONE))
                self._body.addLayout(row(button, -1))
        self._fill_dependencies(view, action)
        self._fill_journal(action)
        if focused is not None and focused.parent() is not None:
            focused.setFocus()

    def _fill_steps(self, action: ActionView) -> None:
        self._section(_("What to do"))
        for step in service.steps(self._workspace.reader, action.id):
            tick = Tick(step.text, step.done)
            tick.ticked.connect(lambda done, key=step.id: self._workspace.attempt(service.tick_step, key, done))
            change = LinkButton("…")
            change.setAccessibleName(_("Change: {text}").format(text=step.text))
            change.clicked.connect(lambda _c=False, s=step: self._on_reword_step(s))
            line = row(tick, change)
            line.setStretch(0, 1)
            self._body.addLayout(line)
        kit = kit_timeline().action(action.code)
        if kit is not None and [step.text for step in service.steps(self._workspace.reader, action.id)] != list(
            kit.steps
        ):
            back = LinkButton(_("Bring the method's list back"), "undo")
            back.clicked.connect(lambda: self._workspace.attempt(service.restore_steps, action.id))
            self._body.addLayout(row(back, -1))
        new = LineField(_("Add something to do"), _("Add something to do, then Enter"))
        new.returnPressed.connect(lambda: self._add_step(new))
        self._body.addWidget(new)

    def _fill_dependencies(self, view: Timeline, action: ActionView) -> None:
        before = [other for other in view.actions() if other.code and other.code in action.depends_on]
        if not before:
            return
        self._section(_("Better done before"))
        for other in before:
            done = other.state is ActionState.DONE
            self._body.addWidget(
                Label(f"{'✓ ' if done else '– '}{other.title}", wrap=True, tone="done" if done else "soft")
            )

    def _fill_journal(self, action: ActionView) -> None:
        entries = exchanges(self._workspace.reader, action.id)
        self._section(_("Journal"))
        for entry in entries[:4]:
            when = near_date(entry.held_on, self._workspace.today(), language())
            words = ", ".join(filter(None, (when, entry.with_whom, entry.subject)))
            self._body.addWidget(Label(words, wrap=True))
        link = LinkButton(_("Note an exchange"), "pencil")
        link.clicked.connect(lambda: self._workspace.request_form.emit("exchanges", action.id))
        self._body.addLayout(row(link, -1))

    def _section(self, words: str) -> None:
        if self._body.count():
            self._body.addSpacing(10)
        self._body.addWidget(Label(words, bold=True, wrap=True))

    def _show_compass(self) -> None:
        clear(self._body)
        kit = compass()
        self._heading.setText(kit.motto)
        self._under.setText(_("To keep in mind"))
        self._why.hide()
        for point in kit.points:
            self._body.addWidget(Label(f"– {point}", wrap=True))
        self._section(_("The stages of a health centre, well beyond 100 days"))
        for number, stage in enumerate(kit.stages, 1):
            self._body.addWidget(Label(f"{number}. {stage}", wrap=True))
        self._section(_("The good order"))
        self._body.addWidget(Label(" → ".join(kit.good_order), wrap=True))

    # --- acting ------------------------------------------------------------------------------

    def _update(self, **values: Any) -> None:
        if self._action is not None:
            self._workspace.attempt(service.update_action, self._action.id, **values)

    def _on_state(self, state: ActionState) -> None:
        if self._action is not None:
            self._workspace.attempt(service.set_state, self._action.id, state, self._workspace.today())

    def _on_title(self, text: str) -> None:
        if self._action is not None:
            self._workspace.attempt(service.rename_action, self._action.id, text)

    def _on_rename(self) -> None:
        self._heading.hide()
        self._title.show()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _on_delete(self) -> None:
        if self._action is not None:
            self._workspace.attempt(service.delete_action, self._action.id)

    def _add_step(self, line: LineField) -> None:
        if self._action is not None and line.text().strip():
            self._workspace.attempt(service.add_step, self._action.id, line.text())

    def _on_reword_step(self, step: StepView) -> None:
        words, agreed = QInputDialog.getText(
            self, _("What to do"), _("Your words (empty: take it off the list)"), text=step.text
        )
        if agreed:
            self._workspace.attempt(service.reword_step, step.id, words)

    def _follow(self, tab: str, document: str, form: str) -> None:
        if tab:
            self._workspace.request_tab.emit(tab, None)
        elif document:
            self._workspace.request_papers.emit((document,), None)
        else:
            self._workspace.request_form.emit(form, self._action.id if self._action else None)

    def _stored_notes(self, action: ActionView) -> str:
        from msp_desktop.domain.actions import Action

        return self._workspace.reader.one(Action, action.id).notes


def _states() -> list[tuple[ActionState, str]]:
    return [
        (ActionState.TODO, _("to do")),
        (ActionState.DOING, _("in progress")),
        (ActionState.DONE, _("done")),
        (ActionState.DROPPED, _("not applicable")),
    ]


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
