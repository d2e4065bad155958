"""The files somebody brings: chosen or dropped, looked at in a thread, each said to be what it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from msp_desktop.domain.official import FileKind
from msp_desktop.errors import UserError
from msp_desktop.formats.numbers import decimal, number
from msp_desktop.i18n import N_, _
from msp_desktop.ui.tabs.inventory.import_work import Go, Worker
from msp_desktop.ui.tabs.inventory.official_state import ChosenFile
from msp_desktop.ui.widgets.buttons import IconButton, PlainButton
from msp_desktop.ui.widgets.elided import Elided
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import column, row

#: What each kind of file holds.
KINDS = {
    FileKind.RPPS: N_("professionals (RPPS)"),
    FileKind.FINESS: N_("establishments (FINESS)"),
    FileKind.FINESS_CSV: N_("establishments (FINESS, as it was until May 2026)"),
    FileKind.FIGURES: N_("public figures"),
}


class FilesPart(QWidget):
    """Emit `changed` when other files are there, or more is known of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[ChosenFile, ...] = ()
        self.worker = Worker(self)
        self.worker.done.connect(self._on_looked_at)
        self.button = PlainButton(_("Choose the files…"), "open")
        self.button.clicked.connect(self._browse)
        self._rows: KeyedRows[ChosenFile, _FileRow] = KeyedRows(
            lambda file: str(file.path), self._make, lambda widget, file: widget.show_file(file), spacing=6
        )
        where = _("On a computer with the internet, download « Annuaire santé, extraction en libre accès » (RPPS) and « FINESS, "
                  "structures » from the official sites of open data, data.gouv.fr or annuaire.sante.fr, and copy them to a USB "
                  "stick as they are, without unpacking them. Your federation or your department may also hand over a small "
                  "file made for your department.")  # fmt: skip
        self.setLayout(
            column(
                title(_("1. The files"), wrap=True),
                hint(where),
                self._rows,
                row(self.button, -1),
                hint(_("Several at once, or dropped anywhere on this window. Nothing leaves this computer.")),
                spacing=8,
            )
        )

    def files(self) -> tuple[ChosenFile, ...]:
        """Return the files chosen, in their order."""
        return self._files

    def show_files(self, files: Sequence[ChosenFile]) -> None:
        """Show these files, and look at those of which nothing is known."""
        self._files = tuple(files)
        self._rows.setVisible(bool(files))
        self._rows.show_values(self._files)
        unknown = [file.path for file in self._files if not file.is_looked_at]
        if unknown:
            self.worker.do(lambda go: _looked_at(unknown, go))
        self.changed.emit()

    def add(self, paths: Sequence[Path]) -> None:
        """Add files, each once."""
        known = {file.path for file in self._files}
        self.show_files([*self._files, *(ChosenFile(path) for path in dict.fromkeys(paths) if path not in known)])

    def _browse(self) -> None:
        pattern = _("Official files (*.txt *.zip *.gz *.json *.csv *.xlsx);;All files (*)")
        paths, _kind = QFileDialog.getOpenFileNames(self, _("Choose the files…").rstrip("…"), "", pattern)
        self.add([Path(path) for path in paths])

    def _on_looked_at(self, found: dict[Path, ChosenFile]) -> None:
        self.show_files([found.get(file.path, file) for file in self._files])

    def _make(self, file: ChosenFile) -> _FileRow:
        made = _FileRow(file.path.name)
        made.removed.connect(lambda: self.show_files([one for one in self._files if one.path != file.path]))
        return made


class _FileRow(QWidget):
    """One file: its name, its size, what it is; emit `removed`."""

    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = Elided(name, bold=True, least=120)
        self._what = IconLine()
        remove = IconButton(_("Take away: {name}").format(name=name), "close")
        remove.clicked.connect(self.removed)
        line = row(column(self._name, self._what, spacing=2), remove, spacing=12)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_file(self, file: ChosenFile) -> None:
        """Show what is known of it."""
        if file.sentence:
            self._what.show_words("warning", "late", file.sentence)
        elif file.kind is None:
            self._what.show_words("clock", "ink2", _("It is being looked at…"))
        else:
            self._what.show_words("check", "done", f"{_(KINDS[file.kind])}, {size_words(file.size)}")


def size_words(size: int) -> str:
    """Return a size in bytes as it is read: « 740 Mo », « 1,2 Mo », « 12 Ko »."""
    if size >= 1_000_000:
        megabytes = size / 1_000_000
        shown = decimal(round(megabytes, 1)) if megabytes < 10 else number(round(megabytes))
        return _("{size} MB").format(size=shown)
    return _("{size} KB").format(size=number(max(1, round(size / 1000))))


def _looked_at(paths: Sequence[Path], go: Go) -> dict[Path, ChosenFile]:
    """Return what each file is, by its content alone."""
    from msp_desktop.db.faults import explained
    from msp_desktop.exchange.open_data.recognise import kind_of

    found = {}
    for path in paths:
        go()
        try:
            with explained():
                found[path] = ChosenFile(path, path.stat().st_size, kind_of(path))
        except UserError as error:
            found[path] = ChosenFile(path, sentence=error.sentence)
    return found
