"""Help, offline: a page for each tab, and those made from the method: what it is all about, the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from msp_desktop.domain.tabs import TABS
from msp_desktop.i18n import N_, _
from msp_desktop.paths import resource
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.labels import PAGE_TITLE, TITLE, Label, divider
from msp_desktop.ui.widgets.layouts import column, holder, row
from msp_desktop.ui.widgets.list_rows import EDGE, ListRow, RowList
from msp_desktop.ui.widgets.sizes import LIST, sized

PAGES = {
    **{tab.key: tab.help_page for tab in TABS},
    "official": "fichiers-officiels",
    "federation": "federation",
    "documents": "documents",
    "copies": "sauvegardes",
    "privacy": "confidentialite",
    "damaged": "dossier-abime",
    "access": "sans-souris",
    "fleet": "service-informatique",
}


#: What each page is called in the list, in its order.
TITLES = {
    "start": N_("Getting started"),
    "basics": N_("What it is all about"),
    **{tab.key: tab.title for tab in TABS},
    "official": N_("Official files"),
    "federation": N_("Federation"),
    "documents": N_("Print, send, find again"),
    "copies": N_("Safe copies"),
    "damaged": N_("A damaged dossier"),
    "privacy": N_("Privacy"),
    "access": N_("Without a mouse, with a screen reader"),
    "fleet": N_("Your IT service"),
    "glossary": N_("Glossary"),
}
#: Height of a page's name, and the widths of the list and of a line of text that is read with ease, in pixels at 100 %.
_ROW, _LIST, _LINE = 34, 250, 660
#: Above this text size there is no room for the list.
_LARGE_SCALE = 1.5


class Help(Dialog):
    """Show a page of help, which is ours: Markdown files of the application, nothing typed; the others are listed beside."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        sized(self, LIST, 640)
        self._text = QTextBrowser()
        self._text.setAccessibleName(_("Help"))
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._pages = RowList(_("Pages of help"))
        self._pages.show_rows([ListRow(key, _(words), _ROW, lead=EDGE) for key, words in TITLES.items()])
        self._pages.chosen.connect(lambda key: self.show_page(str(key)))
        left = holder(column(self._pages, margins=(0, 12, 1, 12)), "left")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setFixedWidth(theme().px(_LIST))
        if theme().scale > _LARGE_SCALE:
            left.hide()  # never shown by hand: without a parent yet, it would be a window for a moment
        close = MainButton(_("Close"))
        close.clicked.connect(self.accept)
        foot = row(Label(_("F1 shows the page of the tab in view."), tone="soft"), -1, close, margins=(24, 8, 24, 14))
        self.setLayout(column(row(left, self._text, spacing=0), divider(), foot, spacing=0))
        self.show_page(page)
        self._text.setFocus()

    def show_page(self, page: str) -> None:
        """Show a page from its beginning."""
        key = page if page in TITLES else "start"
        made = MADE.get(key)
        self._text.setMarkdown(made() if made is not None else _page(PAGES.get(key, "prise-en-main")))
        _lay_out(self._text.document())
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._pages.select(key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A line of text has a length one reads with ease, however wide the window.
        room = self._text.width() - theme().px(_LINE) - theme().px(32)
        self._text.setViewportMargins(theme().px(24), theme().px(18), max(theme().px(16), room), 0)


def _lay_out(document: QTextDocument) -> None:
    """Give titles, paragraphs and lists the sizes and the space that the rest of the window has."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor.setPosition(block.position())
        shape = QTextBlockFormat(block.blockFormat())
        shape.setLineHeight(132, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        above = {0: 0, 1: 4, 2: 18}.get(level, 12)
        shape.setTopMargin(theme().px(above if block.blockNumber() else 0))
        shape.setBottomMargin(theme().px(4 if level or block.textList() is not None else 8))
        cursor.setBlockFormat(shape)
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            written = QTextCharFormat()
            written.setFont(theme().font(PAGE_TITLE if level == 1 else TITLE, bold=True))
            written.setForeground(theme().color("ink" if level == 1 else "accent"))
            cursor.mergeCharFormat(written)
        block = block.next()


def _page(name: str) -> str:
    from msp_desktop.formats.typography import french

    path = resource("help", "fr", f"{name}.md")
    return french(path.read_text(encoding="utf-8")) if path.exists() else _("This page is not written yet.")


def _glossary() -> str:
    from msp_desktop.method.guidance import glossary

    head = "# " + _("Glossary") + "\n\n"
    return head + "\n\n".join(
        f"**{term.term}**{f' ({term.expanded})' if term.expanded else ''} – {term.meaning}" for term in glossary().terms
    )


def _basics() -> str:
    """Return what it is all about: what to know first, the compass, the five errors and what reveals each."""
    from msp_desktop.method.guidance import basics, compass
    from msp_desktop.method.vigilance import kit_vigilances

    kit, errors = compass(), kit_vigilances()
    parts = [f"# {kit.motto}", _items(kit.points)]
    for section in basics().sections:
        parts += [f"## {section.title}", _items(section.points)]
    parts += ["## Les étapes d’une maison de santé", _items(stage.text for stage in kit.stages)]
    parts += ["## Le bon enchaînement", " → ".join(kit.good_order)]
    parts += ["## Cinq erreurs à éviter", errors.introduction]
    parts += [f"**{point.title}.** {point.signal} {point.why} {point.advice}" for point in errors.points]
    head = basics().alerts_head
    return "\n\n".join([*parts, f"## {head.title}", head.text, _items(alert.text for alert in basics().alerts)])


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


#: Pages made from the method, by their key.
MADE: dict[str, Callable[[], str]] = {"glossary": _glossary, "basics": _basics}
