"""Files being read in a process of its own: how far it is, how long it takes yet, and a button that ends it at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from msp_desktop.domain.official import FileFound
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.tabs.inventory.official_files import size_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row

if TYPE_CHECKING:
    from msp_desktop.exchange.open_data.reading import Reading

#: How often it is looked how far reading is, in milliseconds.
_LOOK = 100
#: The parts of the bar: bytes of the files are more than it can count.
_PARTS = 1000
#: How wide the sheet is at the most, in pixels at 100 %.
_WIDEST = 640


class ReadingView(QWidget):
    """Emit `read(what each file gave, sentences on those that gave nothing)`, or `cancelled`."""

    read = Signal(object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: The reading that goes on, where one does: it ends with this view.
        self._running: list[Reading]
        self._title = title("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, _PARTS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far reading is"))
        self._words = Label("", tone="soft", wrap=True)
        self.button = PlainButton(_("Cancel"), "close")
        self.button.clicked.connect(self._on_cancel)
        sheet = framed(
            holder(
                column(self._title, self._bar, self._words, row(self.button, -1), margins=(16, 14, 16, 14), spacing=12)
            )
        )
        sheet.setMaximumWidth(theme().px(_WIDEST))
        self.setLayout(column(sheet, -1))
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        running: list[Reading] = []
        self._running = running
        self.destroyed.connect(lambda: _end(running))

    def begin(self, paths: Sequence[Path], communes: Sequence[str]) -> None:
        """Begin to read files for some communes."""
        from msp_desktop.exchange.open_data.reading import Reading

        self.give_up()
        self._title.setText(
            ngettext("Reading {count} file…", "Reading {count} files…", len(paths)).format(count=len(paths))
        )
        announce(self, self._title.text())
        self._running.append(Reading(paths, communes))
        self.show_progress(0, 0, None)
        self._timer.start()

    def show_progress(self, done: int, total: int, left: int | None) -> None:
        """Show how far it is: bytes of all the files, and seconds left, None while they are not known."""
        self._bar.setValue(_PARTS * done // total if total else 0)
        self._words.setText(progress_words(done, total, left))

    def give_up(self) -> None:
        """End reading at once, where it goes on."""
        self._timer.stop()
        _end(self._running)

    def _on_cancel(self) -> None:
        self.give_up()
        self.cancelled.emit()

    def _look(self) -> None:
        (reading,) = self._running
        far = reading.progress
        self.show_progress(far.done, far.total, far.seconds_left)
        if reading.over:
            self._timer.stop()
            self._running.clear()
            found = tuple(one for one in reading.results if isinstance(one, FileFound))
            told = tuple(one.sentence for one in reading.results if not isinstance(one, FileFound))
            self.read.emit(found, told)


def _end(running: list[Reading]) -> None:
    """End what is being read at once."""
    while running:
        running.pop().cancel()


def progress_words(done: int, total: int, left: int | None) -> str:
    """Return « 320 Mo sur 740 Mo, encore 4 secondes environ. »."""
    if not total:
        return _("The reader starts…")
    read = _("{done} of {total}").format(done=size_words(done), total=size_words(total))
    if left is None:
        return f"{read}."
    if left >= 90:
        minutes = round(left / 60)
        return ngettext("{read}, about {count} minute more.", "{read}, about {count} minutes more.", minutes).format(
            read=read, count=minutes
        )
    return ngettext("{read}, about {count} second more.", "{read}, about {count} seconds more.", left).format(
        read=read, count=left
    )
