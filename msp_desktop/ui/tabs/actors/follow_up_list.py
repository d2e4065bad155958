"""What is owed after exchanges and on calls: one line each, with « C’est fait » and « + 1 semaine »."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.domain.follow_ups import FollowUp, Owed
from msp_desktop.i18n import _, ngettext
from msp_desktop.services import follow_ups as service
from msp_desktop.ui.heard import decoration
from msp_desktop.ui.models.exchange_words import MARKS, due_words, what_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.elided import Elided, ElidedLink
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label, divider, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace

#: Lines shown until all are asked for, lines made at most, and lines in sight at most.
FEW, MOST, IN_SIGHT = 3, 60, 7
#: A line's least height, in pixels at 100 %.
_HEIGHT = 40


class FollowUpRow(QWidget):
    """One thing owed: `request_show` leads to its exchange, or to its call."""

    request_show = Signal(object)

    def __init__(self, workspace: Workspace, one: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = decoration(QLabel())
        self._due, self._whom, self._what = Label("", bold=True), Elided(least=90), ElidedLink(least=130)
        self._done, self._later = PlainButton(_("It is done"), "check"), PlainButton(_("+ 1 week"))
        self._done.clicked.connect(lambda: workspace.attempt(service.mark_done, one, workspace.today()))
        self._later.clicked.connect(lambda: workspace.attempt(service.put_off, one, workspace.today()))
        self._what.clicked.connect(lambda: self.request_show.emit(one))
        lock(workspace, self._done, self._later)
        self._due.setFixedWidth(theme().px(128))
        words = row(self._mark, self._due, self._whom, self._what, spacing=8)
        words.setStretch(2, 2)
        words.setStretch(3, 3)
        inner = Folding(words, row(-1, self._done, self._later))
        inner.setMinimumHeight(theme().px(_HEIGHT) - 9)
        self.setLayout(column(row(inner, margins=(8, 4, 16, 4)), divider(), spacing=0))

    def show_follow_up(self, one: FollowUp, today: date) -> None:
        """Show what is owed, and when."""
        glyph, tone = MARKS[one.state]
        self._mark.setPixmap(pixmap(glyph, tone, 16))
        self._due.setText(due_words(one, today))
        self._due.set_tone({"ink2": "soft"}.get(tone, tone))
        self._whom.show_words(one.whom or "–")
        self._what.show_words(what_words(one, today))
        named = ", ".join(filter(None, (one.whom, one.what)))
        self._done.setAccessibleName(_("It is done: {title}").format(title=named))
        self._later.setAccessibleName(_("Put off by a week: {title}").format(title=named))
        show_tip(self._later, _("Put off by a week, to a working day"))


class FollowUpList(QWidget):
    """All that is owed, the most late first; `request_show(one)` leads to one. It is hidden where nothing is."""

    request_show = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._all = False
        self._given: Sequence[FollowUp] = ()
        self._said = Label("", tone="soft")
        self._more = LinkButton("", "arrow")
        self._more.clicked.connect(self._on_more)
        self._rows: KeyedRows[FollowUp, FollowUpRow] = KeyedRows(
            lambda one: one.key, self._make, lambda line, one: line.show_follow_up(one, workspace.today())
        )
        self._rest = Label("", tone="soft", wrap=True)
        self._pane = scrolled(
            holder(column(self._rows, row(self._rest, margins=(8, 0, 8, 0)), -1, spacing=0)), _("Follow-ups")
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setLayout(column(row(title(_("To follow up")), self._said, -1, self._more), framed(self._pane), spacing=8))

    def show_follow_ups(self, given: Sequence[FollowUp]) -> None:
        """Show what is owed."""
        self._given = given
        self.setVisible(bool(given))
        if not given:
            return
        shown = given[: MOST if self._all else FEW]
        self._rows.show_values(shown)
        rest = len(given) - len(shown) if self._all else 0
        self._rest.setVisible(rest > 0)
        self._rest.setText(ngettext("and {count} more, later", "and {count} more, later", rest).format(count=rest))
        self._said.setText(_said_words(given))
        self._more.setVisible(len(given) > FEW)
        count = ngettext("The {count} follow-up", "The {count} follow-ups", len(given)).format(count=len(given))
        self._more.setText(_("Fewer") if self._all else count)
        scrolls = len(shown) > IN_SIGHT or rest > 0
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._pane.setVerticalScrollBarPolicy(bar)
        self._fit()

    def _make(self, one: FollowUp) -> FollowUpRow:
        made = FollowUpRow(self._workspace, one)
        made.request_show.connect(self.request_show)
        return made

    def _fit(self) -> None:
        """Be as high as the lines are at the width they have: in a narrow one their buttons stand under their words."""
        rows = self._rows.rows()
        high = max((line.sizeHint().height() for line in rows), default=theme().px(_HEIGHT))
        self._pane.setFixedHeight(max(1, high * min(len(rows), IN_SIGHT)))

    def _on_more(self) -> None:
        self._all = not self._all
        self.show_follow_ups(self._given)

    # --- Qt ------------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the lines have folded


def _said_words(given: Sequence[FollowUp]) -> str:
    """Return « 1 en retard, 1 aujourd’hui »."""
    late = sum(one.state is Owed.LATE for one in given)
    today = sum(one.state is Owed.TODAY for one in given)
    said = [
        ngettext("{count} late", "{count} late", late).format(count=late) if late else "",
        ngettext("{count} today", "{count} today", today).format(count=today) if today else "",
    ]
    return ", ".join(filter(None, said))
