"""A panel of the window itself, which stands at the right over any tab's own: its head, and what scrolls under it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.tab_order import focusable
from msp_desktop.ui.widgets.tip import show_tip


class WindowPanel(QWidget):
    """Emit `closed` when somebody is done with it; what is typed in it belongs to the drafts, as anywhere."""

    closed = Signal()
    #: How wide it is, in pixels at 100 %.
    wide = 456

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Label("", factor=TITLE, bold=True, wrap=True)
        self.under = Label("", tone="soft", wrap=True)
        self._close = LinkButton("", "close")
        self._close.setAccessibleName(_("Close this panel"))
        show_tip(self._close, _("Close this panel"))
        self._close.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)
        self.keys = Label(_("Esc"), tone="soft")
        head = row(self.heading, self.keys, self._close)
        head.setStretch(0, 1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 0, 24, 16)
        self.body.setSpacing(10)
        self._content = holder(self.body, "scrolled")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 0, 0)
        box.setSpacing(10)
        box.addLayout(column(head, self.under, margins=(24, 0, 14, 0), spacing=2))
        box.addWidget(scrolled(self._content), 1)

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read again what these records concern (an empty set: everything) and show it."""
        raise NotImplementedError

    def show_target(self, target: Any) -> None:
        """Show one thing of this panel; None for its first view."""

    def target(self) -> Any:
        """Return what is shown now, as `show_target` takes it."""
        return None

    def focus_first(self) -> None:
        """Put the keyboard on the first thing one may do here."""
        first = next(focusable(self._content), self._close)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_escape(self) -> None:
        """Close the list that is open over a field of the panel, else the panel itself."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        else:
            self.closed.emit()
