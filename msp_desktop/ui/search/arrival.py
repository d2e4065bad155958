"""Going to a text found: the tab or the form that shows it, the keyboard in its field, the cursor on the match."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from msp_desktop.domain.commune import Wording
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.conditions import ConditionRating
from msp_desktop.domain.federations import FederationCorrection, FederationView
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.people import Person
from msp_desktop.domain.roles import RoleShare
from msp_desktop.domain.schemes import Scheme
from msp_desktop.domain.search import Term, spans
from msp_desktop.domain.search_index import Place
from msp_desktop.domain.stages import ProjectStage
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.domain.vigilance.records import VigilanceAside
from msp_desktop.services.communication import text_code
from msp_desktop.services.search_places import PLACE_NAMED, tab_of
from msp_desktop.ui.drafts import DraftKey, Drafts
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.shown import shown_by
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow

#: What the card of a person in the directory shows as a title, or lets one write.
_ON_CARD = ("civility", "first_name", "last_name", "category", "notes")
#: A panel made after the paint is waited for this long: so many times so many milliseconds.
_TRIES, _EVERY = 15, 25
#: When the panes of a page are scrolled again: its notes are as high as their words only once they have their width.
_SETTLED = (0, 100, 250)


def arrive(window: MainWindow, workspace: Workspace, place: Place, asked: tuple[Term, ...]) -> None:
    """Show where a text stands, with the keyboard in its very field."""
    declared = PLACE_NAMED[place[0]]
    record = workspace.reader.find(declared.record, id=place[1])
    if record is None:
        return
    attribute = _part(record, place[2], declared.joined.get(place[2], ()), asked)
    key = DraftKey(*_shown_as(record), attribute)
    if key.kind == Communication.__name__:
        window.go_to("actors")
        _show_in_tab(window, workspace, record, key, asked)
    elif declared.form or declared.tab not in TAB_KEYS:
        _open(window, workspace, record, key, asked)
    elif declared.panel:
        window.open_panel(declared.panel)
        _Arrival(window, workspace.drafts, key, asked, lambda: None)
    else:
        window.go_to(tab_of(record))
        _show_in_tab(window, workspace, record, key, asked)


def _shown_as(record: Any) -> tuple[str, Hashable]:
    """Return the name and the key under which a record is shown, where these are not its own."""
    name: str = type(record).__name__
    if isinstance(record, FederationCorrection):
        return FederationView.__name__, record.code
    if isinstance(record, Wording) and (code := text_code(record.code)):
        return Communication.__name__, code  # a text for residents, no model of a message
    if isinstance(record, RoleShare):
        return name, (record.role_id, record.party_id)
    if isinstance(record, Scheme):
        return name, record.kit_code or record.id
    if isinstance(record, Sending):  # listed under the document it was about
        return ProducedDocument.__name__, record.document_id
    return name, record.code if isinstance(record, (ProjectStage, VigilanceAside, ConditionRating)) else record.id


def _show_in_tab(window: MainWindow, workspace: Workspace, record: Any, key: DraftKey, asked: tuple[Term, ...]) -> None:
    tab = window.current_tab()
    if tab is None:
        return
    if not tab.show_field(key):
        # A part of something is shown with it.
        for column, host in PLACE_NAMED[type(record).__name__].hosts.items():
            tab.show_field(DraftKey(host.__name__, getattr(record, column), ""))
    if isinstance(record, Person) and key.attribute not in _ON_CARD:
        from msp_desktop.ui.dialogs.person_card import PersonCard

        _meet(window, workspace, key, asked)
        run(PersonCard(workspace, record.id, window), workspace)
        return
    _Arrival(window, workspace.drafts, key, asked, tab.focus_main)


def _part(record: Any, attribute: str, parts: tuple[str, ...], asked: tuple[Term, ...]) -> str:
    """Return which of several attributes read as one text holds the match."""
    return next((part for part in reversed(parts) if spans(getattr(record, part), asked)), attribute)


def _meet(window: MainWindow, workspace: Workspace, key: DraftKey, asked: tuple[Term, ...]) -> None:
    """Have the dialog that opens next give the keyboard to a field."""

    def opened() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            _Arrival(dialog, workspace.drafts, key, asked, lambda: None)

    QTimer.singleShot(0, window, opened)


def _open(window: MainWindow, workspace: Workspace, record: Any, key: DraftKey, asked: tuple[Term, ...]) -> None:
    """Open what shows a record that no tab does; the keyboard goes to the field once it is there."""
    from msp_desktop.ui.shell import actions, papers

    declared = PLACE_NAMED[type(record).__name__]
    _meet(window, workspace, DraftKey(key.kind, key.id, "title") if isinstance(record, Sending) else key, asked)
    if isinstance(record, Wording):
        papers.show_model(window, record.code)
    elif declared.form:
        actions.open_form(window, declared.form, None)
    elif declared.tab == "documents":
        papers.show_produced(window)
    else:
        actions.edit_commune(window)


class _Arrival(QObject):
    """Look for the field until it is there, then give it the keyboard."""

    def __init__(
        self,
        root: QWidget,
        drafts: Drafts,
        key: DraftKey,
        asked: tuple[Term, ...],
        otherwise: Callable[[], object],
    ) -> None:
        super().__init__(drafts)  # it ends with the dossier
        self._root, self._drafts, self._key, self._asked, self._otherwise = root, drafts, key, asked, otherwise
        self._left = _TRIES
        self._look()

    def _look(self) -> None:
        if not isValid(self._root):
            self.deleteLater()
            return
        if focus_field(self._root, self._drafts, self._key, self._asked):
            self.deleteLater()
            return
        self._left -= 1
        if not self._left:
            # What is shown in words above the fields has none of its own: the first of the record is near.
            declared = PLACE_NAMED.get(str(self._key.kind))
            first = DraftKey(self._key.kind, self._key.id, next(iter(declared.fields)) if declared else "name")
            if not focus_field(self._root, self._drafts, first, self._asked):
                self._otherwise()
            self.deleteLater()
        else:
            QTimer.singleShot(_EVERY, self, self._look)


def focus_field(root: QWidget, drafts: Drafts, key: DraftKey, asked: tuple[Term, ...]) -> bool:
    """Give the keyboard to the widget that shows a field under `root`, the cursor on the match; tell whether one does."""
    for editor in drafts.editors(key):
        if root.isAncestorOf(editor) and editor.isVisibleTo(root):
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            _point_at(editor, asked)
            _scroll_to(editor)
            return True
    record, row_id, attribute = str(key.kind), key.id, key.attribute
    for table in root.findChildren(RecordTable):
        if table.isVisibleTo(root) and table.show_field(record, row_id, attribute):
            _scroll_to(table)
            return True
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and shown_by(widget, record, row_id, attribute):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            _scroll_to(widget)
            return True
    return False


def _point_at(editor: QWidget, asked: tuple[Term, ...]) -> None:
    """Choose the first match in a field, so that the eye finds it and the cursor is there."""
    if isinstance(editor, QLineEdit):
        text = QLineEdit.text(editor)  # what stands in the line itself, beside the chips of « Qui »
        found = spans(text, asked)
        if found:
            begin, end = (_units(text, place) for place in found[0])
            editor.setSelection(begin, end - begin)
    elif isinstance(editor, (QPlainTextEdit, QTextEdit)):
        text = editor.toPlainText()
        found = spans(text, asked)
        if found:
            begin, end = (_units(text, place) for place in found[0])
            cursor = editor.textCursor()
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
            editor.ensureCursorVisible()


def _units(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it: a character beyond the first 65,536 of Unicode is two."""
    return place + sum(ord(char) > 0xFFFF for char in text[:place])


def _scroll_to(widget: QWidget) -> None:
    """Have every pane around a widget show it, again once what was just shown has found its places."""
    _show(widget)
    for wait in _SETTLED:
        QTimer.singleShot(wait, widget, lambda: _show(widget))


def _show(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
