"""The sheet as it will print, redrawn a moment after each change."""

from __future__ import annotations

import io

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Context
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, holder, row
from msp_desktop.ui.workspace import Workspace

#: Time after the last change before the page is drawn again, in milliseconds.
PAUSE = 700


class Preview(QWidget):
    """Draw a document of the dossier page by page, and offer to print it."""

    def __init__(self, workspace: Workspace, key: str, parent: QWidget | None = None) -> None:
        from msp_desktop.ui.papers.page_view import PageView

        super().__init__(parent)
        self.setObjectName("side")
        self._workspace, self._key = workspace, key
        self._pages = PageView()
        self._pages.setAccessibleName(_("The sheet, as it will print"))
        self._sentence = Label("", wrap=True, tone="soft")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pages)
        self._stack.addWidget(holder(column(self._sentence, -1, margins=(20, 12, 20, 12))))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._draw)
        make = MainButton(_("Print"), "print")
        make.clicked.connect(lambda: workspace.request_papers.emit((key,), None))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        heading = Label(_("The sheet, as it will print"), bold=True, wrap=True)
        heading.setMinimumWidth(max(map(heading.fontMetrics().horizontalAdvance, heading.text().split())) + 2)
        box.addLayout(row(Folding(row(heading), row(make, -1)), margins=(20, 14, 20, 10)))
        box.addWidget(self._stack, 1)

    def changed(self) -> None:
        """Draw again in a moment."""
        self._timer.start()

    def _draw(self) -> None:
        if not self.isVisible():
            return  # drawn when shown; the dossier may be closed by now
        from msp_desktop.papers.catalogue import paper

        sheet = paper(self._key)
        context = Context(self._workspace.today(), self._workspace.now())
        sentence = sheet.missing(self._workspace.reader, context) or ""
        if not sentence:
            content = io.BytesIO()  # in memory: a file would be left behind by a program that is killed
            try:
                sheet.make(self._workspace.reader, context, content)
                self._pages.show_pages(content.getvalue(), keep_place=True)
            except UserError as error:
                sentence = error.sentence
        self._sentence.setText(sentence)
        self._stack.setCurrentIndex(1 if sentence else 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
