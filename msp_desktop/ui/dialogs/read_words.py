"""Words found again that belong nowhere any more: to be read, copied, and then let go."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.widgets.tab_order import set_tab_order


class ReadWords(Dialog):
    """Show words; accepted once they may be erased."""

    def __init__(self, heading: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Words found again"))
        sized(self, FORM, 360)
        text = QPlainTextEdit(words)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(heading)
        copy = LinkButton(_("Copy"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(words))
        later, erase = MainButton(_("Keep them for later")), PlainButton(_("Erase them"))
        later.clicked.connect(self.reject)
        erase.clicked.connect(self.accept)
        later.setDefault(True)
        why = _("The place they were typed in holds something else now. Copy them where they belong.")
        self.setLayout(
            column(
                title(heading, wrap=True),
                hint(why),
                text,
                foot(erase, later, beside=(copy,)),
                margins=(24, 20, 24, 16),
                spacing=12,
            )
        )
        set_tab_order(self)
