"""What an import would do, shown before anything is written."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from msp_desktop.domain.inventory_columns import ImportPreview
from msp_desktop.formats import NNBSP
from msp_desktop.formats.text import one_line, quoted
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, row

#: How many cells that are not understood are named above the list.
NAMED = 4


class ImportDialog(QDialog):
    """Ask for a yes; accepted when the button that says how many is pressed."""

    def __init__(self, preview: ImportPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        count = len(preview.new_rows)
        self.setWindowTitle(_("Import professionals"))
        words = ngettext("Add {count} professional", "Add {count} professionals", count).format(count=count)
        self.accept_button = MainButton(words)
        self.accept_button.setEnabled(count > 0)
        if not count:
            self.accept_button.setToolTip(_("Everybody in this file is already in the register."))
        self.accept_button.clicked.connect(self.accept)
        cancel = PlainButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.listing = QPlainTextEdit("\n".join(_lines(preview)))
        self.listing.setReadOnly(True)
        self.listing.setAccessibleName(_("What the file holds"))
        recognised = _("Columns recognised: {names}").format(names=", ".join(preview.recognised))
        ignored = _("Columns left aside: {names}").format(names=", ".join(preview.ignored))
        cells = _cells_not_understood(preview)
        self.setLayout(
            column(
                title(_("Nothing is written yet")),
                Label(recognised, wrap=True),
                *([Label(ignored, tone="soft", wrap=True)] if preview.ignored else []),
                *([Label(_not_understood(cells), tone="soft", wrap=True)] if cells else []),
                self.listing,
                row(-1, cancel, self.accept_button),
                margins=(24, 16, 24, 16),
            )
        )
        self.resize(theme().px(640), theme().px(460))


def _cells_not_understood(preview: ImportPreview) -> list[str]:
    return [
        _("line {number}, {cell}").format(number=entry.line, cell=cell)
        for entry in preview.rows
        for cell in entry.unread
    ]


def _not_understood(cells: list[str]) -> str:
    """Return which cells are left unknown, the first ones by their words."""
    named = [quoted(cell) for cell in cells[:NAMED]] + ["…"] * (len(cells) > NAMED)
    return ngettext(
        "{count} cell is not understood; its words (but no age) go into the notes: {cells}",
        "{count} cells are not understood; their words (but no age) go into the notes: {cells}",
        len(cells),
    ).format(count=len(cells), cells=f"{NNBSP}; ".join(named))


def _lines(preview: ImportPreview) -> list[str]:
    lines = []
    not_understood = _("not understood: {cells}")
    for entry in preview.rows:
        state = _("already there") if entry.known else _("to add")
        line = f"{entry.name}, {entry.profession_label} – {state}"
        if entry.unread:
            cells = ", ".join(quoted(cell) for cell in entry.unread)
            line += f" ({not_understood.format(cells=cells)})"
        lines.append(one_line(line))
    if preview.empty_lines:
        lines.append(_("Lines without a name, left aside: {count}").format(count=preview.empty_lines))
    return lines
