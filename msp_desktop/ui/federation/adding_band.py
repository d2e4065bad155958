"""What is said while files are being added: how many are read, and « Annuler »."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from msp_desktop.formats.numbers import number
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.federation.seen import Adding
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.elided import CutLabel

#: Milliseconds between two looks at how far it is.
_EVERY = 50


class AddingBand(QFrame):
    """Follow files on their way into the base; emit `ended(adding)` when there is nothing more to wait for."""

    ended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._adding: Adding | None = None
        self._words = CutLabel("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Files read"))
        self._bar.setFixedWidth(theme().px(180))
        self._bar.setFixedHeight(theme().px(8))
        self.cancel = PlainButton(_("Cancel"))
        self.cancel.setAccessibleName(_("Stop adding files"))
        self.cancel.clicked.connect(self._on_cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(16)
        box.addWidget(self._words)
        box.addStretch(1)
        box.addWidget(self._bar)
        box.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        self.hide()

    def adding(self) -> Adding | None:
        """Return what is being added, None where nothing is."""
        return self._adding

    def follow(self, adding: Adding) -> None:
        """Show how far it is until it is over."""
        self._adding = adding
        self.show_progress(0, 0)
        self.show()
        announce(self, self._words.text())
        self._timer.start()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many files are read."""
        words = _("Reading the files received…")
        if total:
            words = ngettext(
                "{done} file of {total} read", "{done} files of {total} read", done
            ).format(done=number(done), total=number(total))  # fmt: skip
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def stop(self) -> None:
        """End what is being added without a word."""
        self._timer.stop()
        if self._adding is not None:
            self._adding.cancel()
            self._adding = None

    def _on_cancel(self) -> None:
        if self._adding is not None:
            self._adding.cancel()

    def _look(self) -> None:
        adding = self._adding
        if adding is None:
            return
        self.show_progress(adding.progress.files, adding.progress.files_in_all or 0)
        if adding.over:
            self._timer.stop()
            self._adding = None
            self.hide()
            self.ended.emit(adding)
