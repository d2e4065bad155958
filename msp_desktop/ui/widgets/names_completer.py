"""What completes one name in a line of several, separated by commas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override


class NamesCompleter(QCompleter):
    """Propose names for what is typed after the last comma of a line; `chosen(text)` is given the line made whole.

    It only proposes: completing inside the line would store « Durand » a second after somebody typed « Du ».
    """

    def __init__(self, line: QLineEdit, chosen: Callable[[str], None]) -> None:
        super().__init__(line)
        self._line = line
        self.setModel(QStringListModel(self))
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.activated.connect(chosen)
        line.setCompleter(self)

    def propose(self, names: Sequence[str]) -> None:
        """Propose these names from now on."""
        model = self.model()
        assert isinstance(model, QStringListModel)
        if model.stringList() != list(names):
            model.setStringList(list(names))

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        before = self._line.text().rpartition(",")[0].strip()
        return ", ".join(filter(None, (before, super().pathFromIndex(index))))
