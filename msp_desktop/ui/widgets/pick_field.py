"""A line where one types a choice, its beginning or its number, with the list one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QMenu, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.widgets.line_button import LineButton
from msp_desktop.ui.widgets.parsed_field import ParsedField


class PickField(ParsedField):
    """Emit `request_value(value)` for what `read` understands; `choices` are pairs of a value and its words.

    As in a spreadsheet, the rest of the first choice that begins so stands ahead of what is typed; not where
    `completed` is false, since one types a choice's number: « 4 » would become « 40–49 ans ».
    """

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[Any, str]],
        read: Callable[[str], Any],
        shown: Callable[[Any], str],
        wrong: str,
        parent: QWidget | None = None,
        *,
        completed: bool = True,
    ) -> None:
        super().__init__(name, read, shown, wrong, parent)
        self._choices = choices
        if completed:
            completer = QCompleter([shown(value) for value, _words in choices], self)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        pick = QAction(icon("down", "ink2"), _("Choose in the list (Alt+Down)"), self)
        pick.setShortcut("Alt+Down")
        pick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        pick.triggered.connect(self._open_list)
        LineButton(pick, self)

    def menu(self) -> QMenu:
        """Return the list, the present choice ticked, « – » first to choose none."""
        menu = QMenu(self)
        for value, words in [(None, "–"), *self._choices]:
            entry = menu.addAction(words.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(value == self.value)
            entry.triggered.connect(lambda _on, chosen=value: self._choose(chosen))
        return menu

    def _open_list(self) -> None:
        menu = self.menu()
        menu.setMinimumWidth(self.width())
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()

    def _choose(self, value: Any) -> None:
        self.pick(value)
