"""The sheet as it will print, redrawn a moment after each change."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Context
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import holder, row, scrolled
from msp_desktop.ui.workspace import Workspace

#: Time after the last change before the page is drawn again, in milliseconds.
PAUSE = 700


class Preview(QWidget):
    """Draw the first pages of the référent's sheet with QtPdf."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._pages = QVBoxLayout()
        self._pages.setContentsMargins(16, 12, 16, 12)
        self._pages.setSpacing(12)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._draw)
        make = MainButton(_("Print"), "print")
        make.clicked.connect(lambda: workspace.request_paper.emit("referent", None))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row(Label(_("The sheet, as it will print"), bold=True), -1, make, margins=(20, 14, 20, 10)))
        desk = holder(self._pages, "desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box.addWidget(scrolled(desk, _("The sheet, as it will print")), 1)

    def changed(self) -> None:
        """Draw again in a moment."""
        self._timer.start()

    def _draw(self) -> None:
        if not self.isVisible():
            return  # drawn when shown; the dossier may be closed by now
        from PySide6.QtPdf import QPdfDocument

        from msp_desktop.papers.catalogue import paper
        from msp_desktop.ui.widgets.layouts import clear

        clear(self._pages)
        sheet = paper("referent")
        context = Context(self._workspace.today(), self._workspace.now())
        reader = self._workspace.reader
        sentence = sheet.missing(reader, context)
        if sentence:
            self._pages.addWidget(Label(sentence, wrap=True, tone="soft"))
            self._pages.addStretch(1)
            return
        with tempfile.TemporaryDirectory(prefix="sante100jours-") as folder:
            path = Path(folder) / "fiche.pdf"
            try:
                sheet.make(reader, context, path)
            except UserError as error:
                self._pages.addWidget(Label(error.sentence, wrap=True, tone="late"))
                return
            document = QPdfDocument(self)
            document.load(str(path))
            width = max(200, min(self.width() - 48, theme().px(340)))
            for number in range(document.pageCount()):
                self._pages.addWidget(self._page(document, number, width), 0, Qt.AlignmentFlag.AlignHCenter)
            document.close()
            document.deleteLater()
        self._pages.addStretch(1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _page(self, document: object, number: int, width: int) -> QLabel:
        from PySide6.QtGui import QImage, QPainter, QPixmap
        from PySide6.QtPdf import QPdfDocument

        assert isinstance(document, QPdfDocument)
        size = document.pagePointSize(number)
        ratio = self.devicePixelRatioF()
        pixels = QSize(round(width * ratio), round(width * ratio * size.height() / size.width()))
        page = QImage(pixels, QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.drawImage(0, 0, document.render(number, pixels))
        painter.end()
        page.setDevicePixelRatio(ratio)
        label = QLabel()
        label.setPixmap(QPixmap.fromImage(page))
        label.setAccessibleName(_("Page {number} of the sheet").format(number=number + 1))
        return label
