"""The files that were read, side by side where there is room: what each is, of which day, how many of its lines are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.official import SourceFile
from msp_desktop.ui.tabs.inventory.official_words import file_words, kept_words
from msp_desktop.ui.widgets.foot import Foot
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import clear, row


class FileLine(QWidget):
    """Say which files were read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[SourceFile, ...] = ()
        self._box = Foot(0)
        self._box.setContentsMargins(14, 6, 14, 6)
        self.setLayout(self._box)

    def show_files(self, files: Sequence[SourceFile]) -> None:
        """Show these files."""
        if tuple(files) == self._files:
            return
        self._files = tuple(files)
        clear(self._box)
        for file in files:
            self._box.addWidget(_File(file))


class _File(QWidget):
    """One file; one whose end is missing has the colour of a warning."""

    def __init__(self, file: SourceFile) -> None:
        super().__init__()
        name = IconLine(folds=False)
        cut = file.incomplete
        name.show_words("warning" if cut else "document", "late" if cut else "ink2", file_words(file))
        self.setLayout(row(name, Label(kept_words(file), tone="soft"), margins=(0, 4, 16, 4), spacing=10))
