"""One box of a question in the panel: what it says, how many ticked it, and what one may do with it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from msp_desktop.domain.questionnaire import SurveyChoice
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.shown import shows
from msp_desktop.ui.workspace import Workspace


class ShownBox(Struct, frozen=True):
    """What a row shows: the box (0 for the words written beside the boxes), its count, whether paper hides it."""

    id: int
    label: str
    count: int
    sheets: int
    hidden: bool

    def words(self) -> str:
        """Return « 23 », « 3, masqué sur le papier », nothing before there is a sheet."""
        if not self.sheets:
            return ""
        return _("{count}, hidden on paper").format(count=self.count) if self.hidden else str(self.count)


class SurveyBox(QWidget):
    """Emit `request_act(box id, name)` for what one does with the box: reword, up, down, delete."""

    request_act = Signal(int, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._shown: ShownBox | None = None
        self._label = Label("", wrap=True)
        self._count = Label("", tone="soft")
        self._bar = _Bar()
        self._more = LinkButton("", "more")
        kept = self._more.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the counts stand one under the other
        self._more.setSizePolicy(kept)
        self._more.clicked.connect(self._open)
        lock(workspace, self._more)
        line = row(self._label, self._count, self._more)
        line.setStretch(0, 1)
        self.setLayout(column(line, self._bar, spacing=2))

    def show_box(self, shown: ShownBox) -> None:
        """Show a box as it is now."""
        if self._shown is None or shown.id != self._shown.id:
            self._more.setVisible(bool(shown.id))
            shows(self._more, SurveyChoice, shown.id, "label")
        self._shown = shown
        self._label.setText(shown.label)
        self._count.setText(shown.words())
        self._bar.show_part(shown.count / shown.sheets if shown.sheets else 0.0, hidden=shown.hidden)
        self._bar.setVisible(bool(shown.sheets))
        self._more.setAccessibleName(_("Change: {text}").format(text=shown.label))

    def menu(self) -> QMenu:
        """Return what one may do with the box."""
        menu = QMenu(self)
        for words, name in (
            (_("Reword"), "reword"), (_("Up"), "up"), (_("Down"), "down"), (_("Take the box out"), "delete"),
        ):  # fmt: skip
            entry = menu.addAction(words)
            entry.triggered.connect(lambda _on=False, act=name: self._act(act))
        return menu

    def _act(self, name: str) -> None:
        if self._shown is not None:
            self.request_act.emit(self._shown.id, name)

    def _open(self) -> None:
        menu = self.menu()
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()


class _Bar(QWidget):
    """How many ticked a box, as a part of the sheets: full, or an outline where paper does not say it."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._hidden = 0.0, False
        self.setFixedHeight(theme().px(7))

    def show_part(self, part: float, *, hidden: bool) -> None:
        """Show a part of the whole, between 0 and 1."""
        self._part, self._hidden = part, hidden
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(whole, now.color("wash"))
        bar = QRectF(whole.left(), whole.top(), max(1.0, whole.width() * self._part), whole.height())
        if self._hidden:
            painter.setPen(now.color("ink2"))
            painter.drawRect(bar)
        else:
            painter.fillRect(bar, now.color("accent"))
