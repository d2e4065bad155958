"""The panel where an exchange is noted, over any tab: from its first words it is in the journal, as a draft."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.journal import Begin, Entry, StepState, says_something
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.formats.quick import near_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services import journal as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.forms.field import Field, choice, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.heard import decoration
from msp_desktop.ui.models.exchange_words import channels
from msp_desktop.ui.shell.window_panel import WindowPanel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import SMALL, Label, divider
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import native
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace, touches

#: The text size from which the foot of the panel has its buttons alone.
_LARGE = 1.6
#: Shortcut that notes an exchange from anywhere.
KEYS = "Ctrl+J"


def make(workspace: Workspace) -> WindowPanel:
    """Return this panel on a dossier."""
    return ExchangePanel(workspace)


class ExchangePanel(WindowPanel):
    """Note an exchange, or change one.

    `_key` is the id of the exchange shown, or « new 1 » and so on before its first words; `_made` tells what became of
    those, for the words still on their way to them.
    """

    wide = 416

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._news: dict[str, Exchange] = {}
        self._made: dict[str, int] = {}
        self._gone: int | None = None
        self._key: int | str = self._new_key(Begin())
        self._about = LinkButton("", "arrow")
        self._form = Form(workspace, Exchange, self._write, self._rows(), fold_at=1.6)
        self._answers = Tick("", done=False, soft_when_done=False)
        self._answered: int | None = None
        self._later = Form(
            workspace,
            Exchange,
            self._write,
            [Field("next_step_done_on", _("Done on"), day(toward=Toward.BEHIND), width=150)],
        )
        self._throw = PlainButton(_("Throw away"))
        self._finish = MainButton(_("Finish"), "check")
        self._another = PlainButton(_("Note another"), "plus")
        lock(workspace, self._throw, self._finish, self._another, self._answers)
        self._build()
        self._wire()
        self.refresh(frozenset())

    def show_target(self, target: Any) -> None:
        """Begin an exchange, or show one again (`Begin`); None for whatever is shown."""
        if isinstance(target, Begin):
            self.begin(target)

    def target(self) -> Any:
        """Return the exchange shown, None for one without words yet."""
        return Begin(exchange_id=self._key) if isinstance(self._key, int) else None

    def begin(self, begin: Begin) -> None:
        """Begin an exchange with what was in view, or show the one asked for; an empty one already there is taken again."""
        if begin.exchange_id is not None:
            self.show_exchange(begin.exchange_id)
            return
        self._workspace.flush()
        if self.is_blank():
            self._news[str(self._key)] = self._blank(begin)
        else:
            self._key = self._new_key(begin)
        self.refresh(frozenset())

    def show_exchange(self, exchange_id: int) -> None:
        """Show one exchange of the journal; nothing where it is gone."""
        if self._workspace.reader.find(Exchange, id=exchange_id) is None:
            return
        self._key = exchange_id
        self.refresh(frozenset())

    def exchange_id(self) -> int | None:
        """Return the exchange shown, None for one without words yet."""
        return self._key if isinstance(self._key, int) else None

    def is_blank(self) -> bool:
        """Tell whether what is shown is a new exchange without a word yet."""
        keys = (DraftKey(Exchange.__name__, self._key, name) for name in Exchange.__struct_fields__)
        return isinstance(self._key, str) and not any(map(self._workspace.drafts.find, keys))

    def focus_first(self) -> None:
        """Put the keyboard on whom it was with, or on what was said where that is known."""
        whom = self._form.editor("with_whom")
        shown = self._shown()
        (self._form.editor("subject") if shown.with_whom else whom).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Show what is stored again, where a change concerns it."""
        if not touches(records, Exchange, Assignment, Person, Action, Meeting):
            return
        reader = self._workspace.reader
        if self._gone is not None and reader.find(Exchange, id=self._gone) is not None:
            self._key, self._gone = self._gone, None  # thrown away, and taken back
        if isinstance(self._key, int) and reader.find(Exchange, id=self._key) is None:
            self._gone, self._key = self._key, self._new_key(Begin())
        shown = self._shown()
        self._form.show_record(shown, key=self._key)
        self._later.show_record(shown, key=self._key)
        self._show_head(shown)
        self._show_answers(shown)
        self._workspace.exchange_shown.emit(self.exchange_id(), self.isVisible())

    # --- making --------------------------------------------------------------------------------------

    def _rows(self) -> list[Any]:
        said = Folding(
            row(Label(_("What was said"), tone="soft"), -1),
            row(Label(_("Stay factual: the person may read it."), factor=SMALL, tone="soft")),
        )
        return [
            (
                Field("held_on", _("Date"), day(toward=Toward.BEHIND, needed=True)),
                Field("channel", _("Means of exchange"), choice(channels())),
            ),
            Field("with_whom", _("With whom"), person()),
            Field("subject", _("Subject"), line()),
            said,
            Field("said", _("What was said"), note(least=3, most=12), bare=True),
            Field("next_step", _("And next"), line()),
            (Field("next_step_on", _("By when"), day()), Field("next_step_by", _("Who"), person())),
        ]

    def _build(self) -> None:
        self.under.hide()
        self.body.setContentsMargins(24, 0, 16, 12)
        for part in (row(self._about, -1), self._form, self._answers, self._later):
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        self.body.addStretch(1)
        tick = decoration(QLabel())
        tick.setPixmap(pixmap("check", "ink2", 16))
        kept = Label(_("Each word is kept."), tone="soft", wrap=True)
        if theme().scale >= _LARGE:  # beside three buttons in large letters a word has no room
            tick.hide()
            kept.hide()
        foot = row(tick, kept, self._throw, self._another, self._finish, margins=(24, 8, 16, 10))
        foot.setStretch(1, 1)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.setSpacing(4)
        box.addWidget(divider())
        box.addLayout(foot)

    def _wire(self) -> None:
        self._throw.clicked.connect(self._on_throw)
        self._finish.clicked.connect(self._on_finish)
        self._another.clicked.connect(self._on_another)
        self._answers.ticked.connect(self._on_answers)
        self._about.clicked.connect(self._on_about)

    # --- showing -------------------------------------------------------------------------------------

    def _shown(self) -> Exchange:
        if isinstance(self._key, str):
            return self._news[self._key]
        return service.entry_words(self._workspace.reader, self._key)

    def _show_head(self, shown: Exchange) -> None:
        new = isinstance(self._key, str)
        if new or shown.draft:
            self.heading.setText(_("Note an exchange"))
        else:
            when = near_date(shown.held_on, self._workspace.today(), language())
            self.heading.setText(_("Exchange of {day}").format(day=when))
        self.keys.setText(native(KEYS) if new or shown.draft else _("Esc"))
        words = self._about_words(shown)
        self._about.setText(words)
        self._about.setAccessibleName(words)
        self._about.setVisible(bool(words))
        self._throw.setEnabled(not new)
        show_tip(self._throw, _("There is nothing yet.") if new else "")
        self._finish.setVisible(new or shown.draft)
        self._another.setVisible(not new and not shown.draft)

    def _about_words(self, shown: Exchange) -> str:
        reader = self._workspace.reader
        meeting = reader.find(Meeting, id=shown.meeting_id) if shown.meeting_id is not None else None
        if meeting is not None:
            return _("Meeting: {title}").format(title=meeting.title)
        action = reader.find(Action, id=shown.action_id) if shown.action_id is not None else None
        if action is None:
            return ""
        kit = kit_timeline().action(action.kit_code)
        return _("About: {title}").format(title=action.title or (kit.short_title if kit else ""))

    def _show_answers(self, shown: Exchange) -> None:
        reader, today = self._workspace.reader, self._workspace.today()
        offered = service.answerable(reader, shown, today)
        self._answered = offered.id if offered is not None else None
        self._answers.setVisible(offered is not None)
        if offered is not None:
            when = near_date(offered.due or offered.held_on, today, language())
            words = _("Answers the follow-up of {day}: {what}") if offered.what else _("Answers the follow-up of {day}")
            self._answers.show_state(words.format(day=when, what=offered.what), shown.answers_id is not None)
        entry: Entry | None = service.entry(reader, self._key) if isinstance(self._key, int) else None
        owed = entry is not None and not shown.draft and entry.step is not StepState.NONE
        self._later.setVisible(owed)

    # --- acting --------------------------------------------------------------------------------------

    def _new_key(self, begin: Begin) -> str:
        key = f"new {len(self._news) + 1}"
        self._news[key] = self._blank(begin)
        return key

    def _blank(self, begin: Begin) -> Exchange:
        return service.blank(self._workspace.reader, begin, self._workspace.today())

    def _write(self, store: Store, key: int | str, change: Change[Exchange]) -> Exchange | None:
        """Write a field: of an exchange in the journal, or of a new one, which its first words put there."""
        known = key if isinstance(key, int) else self._made.get(key)
        if known is not None:
            return service.update_exchange(store, known, change)
        assert isinstance(key, str)
        self._news[key] = change.applied_to(self._news[key])
        if not says_something(self._news[key]):
            return None
        return self._begun(store, key)

    def _begun(self, store: Store, key: str) -> Exchange:
        added = service.begin_exchange(store, self._news[key])
        self._made[key] = added.id
        if self._key == key:
            self._key = added.id
            self.refresh(frozenset())
        return added

    def _on_finish(self) -> None:
        """Finish what is noted, then be ready for the next one."""
        self._workspace.flush()
        if not isinstance(self._key, int):
            self.focus_first()
            return
        if self._workspace.attempt(service.finish, self._key) is not None:
            self._key = self._new_key(Begin())
            self.refresh(frozenset())
            self._form.editor("with_whom").setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_throw(self) -> None:
        self._workspace.flush()
        if isinstance(self._key, int):
            self._workspace.attempt(service.throw_away, self._key)
            self._form.editor("with_whom").setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answers(self, on: bool) -> None:
        self._workspace.flush()
        answered = self._answered if on else None
        if isinstance(self._key, int):
            self._workspace.attempt(service.answer, self._key, answered)
        else:
            self._news[self._key] = replace(self._news[self._key], answers_id=answered)
            self._workspace.attempt(self._begun, self._key)

    def _on_another(self) -> None:
        self.begin(Begin())
        self.focus_first()

    def _on_about(self) -> None:
        shown = self._shown()
        if shown.meeting_id is not None:
            self._workspace.request_tab.emit("meetings", shown.meeting_id)
        elif shown.action_id is not None:
            self._workspace.request_tab.emit("timeline", shown.action_id)

    # --- Qt ------------------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._workspace.exchange_shown.emit(self.exchange_id(), True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._workspace.exchange_shown.emit(self.exchange_id(), False)
