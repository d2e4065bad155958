"""Choose people in the directory, several at once, or add somebody new: guests of a meeting, members of an instance."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import Category, Person
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.services import people as directory
from msp_desktop.services.meetings import invite
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import tell_found
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.sizes import ASK, sized
from msp_desktop.ui.workspace import Workspace


class Choice(Struct, frozen=True):
    """What people are chosen for: the question, the window's title, the verb, who is there already, what is done."""

    heading: str
    window: str
    verb: str
    present: frozenset[int]
    act: Callable[[list[int]], object]
    key: DraftKey


def guests_of(workspace: Workspace, meeting_id: int) -> Choice:
    """Return the choice of guests for a meeting."""
    invited = frozenset(row.person_id for row in workspace.reader.all(Attendance, meeting_id=meeting_id))
    return Choice(
        heading=_("Whom to invite?"),
        window=_("Add guests"),
        verb=_("Invite"),
        present=invited,
        act=lambda people: workspace.attempted(invite, meeting_id, people),
        key=DraftKey("dialog", meeting_id, "ChoosePeople"),
    )


class ChoosePeople(Asking):
    """Tick people; those there already are not shown. Somebody new who is typed is chosen too."""

    def __init__(self, workspace: Workspace, choice: Choice, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self._invited = choice.present
        self._filter = LineField(_("Search in the directory"), _("Search in the directory"))
        self._list = QListWidget()
        self._list.setAccessibleName(_("People of the directory"))
        self._list.setMinimumHeight(theme().px(150))  # two people of the longest names
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._civility, self._first = LineField(_("Civility")), LineField(_("First name"))
        self._last, self._function = LineField(_("Name")), LineField(_("Function or body"))
        self._civility.setFixedWidth(theme().px(70))
        add = LinkButton(_("Add this person"), "plus")
        self._tick_all = LinkButton("", "check")
        super().__init__(
            choice.heading,
            [
                self._filter,
                self._list,
                row(self._tick_all, -1),
                hint(_("Somebody who is not in the directory yet:")),
                row(
                    field(_("Civility"), self._civility),
                    field(_("First name"), self._first),
                    field(_("Name"), self._last),
                ),
                row(field(_("Function or body"), self._function), add),
            ],
            choice.verb,
            lambda: choice.act(self.chosen()),
            parent,
            keep=(workspace.kept, choice.key),
        )
        add.clicked.connect(self._on_add)
        self._filter.textChanged.connect(self._show_filtered)
        tell_found(self._filter, lambda: len(self._in_sight()))
        self._tick_all.clicked.connect(self._on_tick_all)
        self._list.itemChanged.connect(lambda _item: self._name_tick_all())
        self.setWindowTitle(choice.window)
        self.asked.setStretch(self.asked.indexOf(self._list), 1)
        sized(self, ASK, 600)
        self._fill()

    @override
    def ready(self) -> bool:
        return not self._somebody() or self._added() is not None

    @override
    def _typed(self) -> list[str]:
        return [*self._somebody(), *map(str, self.chosen())]

    def chosen(self) -> list[int]:
        """Return the ids of the people ticked."""
        items = [self._list.item(index) for index in range(self._list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _fill(self, ticked: int | None = None) -> None:
        kept = {*self.chosen(), ticked}
        self._list.clear()
        for candidate in directory.directory(self._workspace.reader):
            if candidate.person.id in self._invited or not candidate.name:
                continue
            words = f"{candidate.name}, {candidate.detail}" if candidate.detail else candidate.name
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = candidate.person.id in kept
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, candidate.person.id)
            self._list.addItem(item)
        self._show_filtered(self._filter.text())

    def _show_filtered(self, text: str) -> None:
        words = fold(text).split()
        for index in range(self._list.count()):
            item = self._list.item(index)
            item.setHidden(not all(word in fold(item.text()) for word in words))
        self._name_tick_all()

    def _in_sight(self) -> list[QListWidgetItem]:
        """Return the people the filter lets be seen."""
        items = [self._list.item(index) for index in range(self._list.count())]
        return [item for item in items if not item.isHidden()]

    def _name_tick_all(self) -> None:
        """Say what a press on « Tick all » does: how many it ticks, or that it unticks them where all are."""
        seen = self._in_sight()
        all_ticked = bool(seen) and all(item.checkState() == Qt.CheckState.Checked for item in seen)
        words = _("Untick all") if all_ticked else _("Tick all ({count})").format(count=len(seen))
        self._tick_all.setText(words)
        self._tick_all.setEnabled(bool(seen))

    def _on_tick_all(self) -> None:
        seen = self._in_sight()
        on = any(item.checkState() == Qt.CheckState.Unchecked for item in seen)
        for item in seen:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _somebody(self) -> list[str]:
        """Return what is typed of somebody new, nothing where all is empty."""
        lines = (self._civility, self._first, self._last, self._function)
        typed = [line.text().strip() for line in lines]
        return typed if any(typed) else []

    def _added(self) -> Person | None:
        """Add whoever is typed to the directory, ticked; None where a name is missing."""
        civility, first, last, function = self._somebody()
        added = self._workspace.attempt(
            directory.add_person,
            Person(category=Category.OTHER, civility=civility, first_name=first, last_name=last, function=function),
        )
        if added is not None:
            for line in (self._civility, self._first, self._last, self._function):
                line.clear()
            self._fill(added.id)
        return added

    def _on_add(self) -> None:
        added = self._added() if self._somebody() else None
        if added is not None:
            from msp_desktop.ui.dialogs.person_card import PersonCard

            run(PersonCard(self._workspace, added.id, self), self._workspace)
            self._fill(added.id)
