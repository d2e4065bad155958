"""One point de vigilance in its panel: as it stands, or set aside."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QWidget
from typing_extensions import override

from msp_desktop.domain.vigilance.records import VigilanceAside
from msp_desktop.formats.french.case import after_colon
from msp_desktop.formats.quick import day_date
from msp_desktop.i18n import _, language
from msp_desktop.services import vigilance as service
from msp_desktop.services.alert_signs import SignView
from msp_desktop.services.vigilance import Vigilance
from msp_desktop.ui.forms.form import LARGE_SCALE
from msp_desktop.ui.heard import decoration
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, holder, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.shown import shows
from msp_desktop.ui.workspace import Workspace


class VigilanceCard(QFrame):
    """A point that stands: what the dossier shows, why it matters, what to do, where; and why it is set aside."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("framed")
        self._workspace = workspace
        self._point: Vigilance | None = None
        self._title = Label("", bold=True, wrap=True)
        self._shows, self._advice = Label("", wrap=True), Label("", wrap=True)
        self._why, self._signs = Label("", tone="soft", wrap=True), Label("", tone="soft", wrap=True)
        self.lead = PlainButton("", "arrow")
        self.ask = LinkButton(_("Set aside…"))
        self.reason = _ReasonLine(workspace, self._set_aside, self)
        self.confirm, self.keep = PlainButton(_("Set aside")), LinkButton(_("Keep"))
        label = Label(_("Set aside, because"), wrap=True)
        label.setBuddy(self.reason)
        self._asking = holder(
            column(
                label,
                self.reason,
                Folding(row(self.confirm, self.keep, -1), row(Label(_("The reason is kept."), tone="soft"))),
                spacing=6,
            )
        )
        large = theme().scale > LARGE_SCALE
        doing = column(row(self.lead, -1), row(self.ask, -1)) if large else row(self.lead, self.ask, -1)
        head = row(_glyph("warning", "late"), self._title)
        head.setStretch(1, 1)
        parts = (head, self._shows, self._why, self._signs, self._advice, doing, self._asking)
        self.setLayout(column(*parts, margins=(13, 11, 13, 11), spacing=7))
        self.lead.clicked.connect(self._follow)
        self.ask.clicked.connect(lambda: self._show_asking(asking=True))
        self.confirm.clicked.connect(self._on_confirm)
        self.keep.clicked.connect(self._on_keep)
        lock(workspace, self.ask)
        self._show_asking(asking=False)

    def show_point(self, point: Vigilance) -> None:
        """Show a point, and the reason begun for it where there is one."""
        new = self._point is None
        self._point = point
        self.reason.show_owner(point.code)
        self._title.setText(point.title)
        self._shows.setText(point.shows)
        self._why.setText(after_colon("Pourquoi", point.why))
        self._advice.setText(after_colon("Que faire", point.advice))
        self._signs.setText(_signs_words(point.signs))
        self._signs.setVisible(bool(point.signs))
        self.lead.setText(point.lead)
        self.lead.setAccessibleName(point.lead)
        self.ask.setAccessibleName(_("Set this aside: {title}").format(title=point.title))
        if new and self.reason.text():
            self._show_asking(asking=True)

    def _follow(self) -> None:
        if self._point is None:
            return
        if self._point.form:
            self._workspace.request_form.emit(self._point.form, None)
        else:
            self._workspace.request_tab.emit(self._point.tab, self._point.target)

    def _show_asking(self, *, asking: bool) -> None:
        self._asking.setVisible(asking)
        self.ask.setVisible(not asking)
        if asking and self.isVisible():
            self.reason.setFocus()

    def _on_confirm(self) -> None:
        if not self.reason.text().strip():
            self._set_aside(self._point.code if self._point else "", "")
            self.reason.setFocus()
        self.reason.settle()

    def _on_keep(self) -> None:
        self.reason.give_up()
        self._show_asking(asking=False)
        self.ask.setFocus()

    def _set_aside(self, code: str, reason: str) -> None:
        self._workspace.attempt(service.set_aside, code, reason, self._workspace.today())


class AsideCard(QWidget):
    """A point set aside: since when, why, and the way back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._code = ""
        self._title, self._reason = Label("", tone="soft", wrap=True), Label("", tone="soft", wrap=True)
        self._gone = hint(_("The dossier shows it no more."))
        self.back = LinkButton(_("Bring back"), "undo")
        self.back.clicked.connect(self._on_back)
        lock(workspace, self.back)
        head = row(_glyph("dropped", "ink2"), self._title, self.back)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._reason, self._gone, spacing=2))

    def show_point(self, point: Vigilance) -> None:
        """Show a point set aside."""
        self._code = point.code
        self._title.setText(point.title)
        self.back.setAccessibleName(_("Bring back: {title}").format(title=point.title))
        day = day_date(point.set_on, language()) if point.set_on is not None else ""
        shows(self.back, VigilanceAside, point.code, "code", "reason")
        self._reason.setText(_("Set aside on {day}: “{reason}”").format(day=day, reason=point.reason))
        self._gone.setVisible(not point.shows)

    def _on_back(self) -> None:
        self._workspace.attempt(service.bring_back, self._code)


class _ReasonLine(AddLine):
    """The line of the reason: Enter, leaving the card and closing set aside; within the card it waits for its button."""

    def __init__(self, workspace: Workspace, add: object, card: QWidget) -> None:
        super().__init__(_("Set aside, because"), "", workspace.drafts, add, card)  # type: ignore[arg-type]
        self._card = card

    def give_up(self) -> None:
        """Forget what is typed."""
        self.clear()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        QLineEdit.focusOutEvent(self, event)
        QTimer.singleShot(0, self, self._on_left)

    def _on_left(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and not self._card.isAncestorOf(now) and now.window() is self.window():
            self.settle()


def _glyph(name: str, token: str) -> QLabel:
    label = decoration(QLabel())
    label.setPixmap(pixmap(name, token))
    label.setFixedWidth(theme().px(18))
    return label


def _signs_words(signs: tuple[SignView, ...]) -> str:
    notes = [sign.note.strip().rstrip(".") for sign in signs]
    said = [f"{sign.text} ({note})" if note else sign.text for sign, note in zip(signs, notes, strict=True)]
    return after_colon("Noté dès l’arrivée", " ; ".join(said)) + "." if said else ""
