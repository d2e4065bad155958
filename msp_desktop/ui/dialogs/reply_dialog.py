"""An answer of the federation beside the dossier: what is ticked is written, in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from msp_desktop.domain.replies import LineState, ReplyLine, ReplyReview, with_line
from msp_desktop.formats.quick import medium_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.replies import accept_reply
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, divider, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.list_rows import EDGE, EMPTY_BOX, TICKED_BOX, ListRow, Words
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.sizes import LIST, sized
from msp_desktop.ui.widgets.tick_rows import TickRows
from msp_desktop.ui.workspace import Workspace


class ReplyDialog(Dialog):
    """Show who signs, what to know before, the lines with a box each, and the line chosen: old, new, where it would go."""

    def __init__(self, workspace: Workspace, review: ReplyReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Answer of the federation"))
        sized(self, LIST, 620)
        self._workspace, self._review = workspace, review
        warned = Banner(self)
        warned.say("\n".join(review.warnings))
        self.list = TickRows(_("Lines of the answer"))
        self.list.setMinimumHeight(theme().px(150))
        self.list.chosen.connect(self._show_line)
        self.list.request_tick.connect(self._tick)
        self._title = Label("", bold=True, wrap=True)
        self._old, self._new = Label("", wrap=True), Label("", wrap=True)
        self._where, self._remark = Label("", tone="soft", wrap=True), Label("", tone="late", wrap=True)
        sides = row(
            holder(column(Label(_("In the dossier now"), tone="soft"), self._old, -1)),
            holder(column(Label(_("The federation’s line"), tone="soft"), self._new, -1)),
            spacing=24,
        )
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        inside = column(self._title, sides, self._where, self._remark, -1, margins=(14, 10, 14, 10))
        panel = scrolled(holder(inside), _("The line chosen"))
        self._ticked = Label("", tone="soft", wrap=True)
        self._main = MainButton("", "check")
        self._main.clicked.connect(self._accept)
        later = PlainButton(_("Decide later"))
        later.clicked.connect(self.reject)
        lock(workspace, self._main)
        lines, line = framed(self.list), framed(holder(column(divider(), panel, spacing=0)))
        box = column(
            title(_("Answer of the federation")),
            Label(signed_words(review), tone="soft", wrap=True),
            warned,
            lines,
            line,
            self._ticked,
            foot(later, self._main),
            margins=(24, 20, 24, 16),
            spacing=10,
        )
        box.setStretchFactor(lines, 3)
        box.setStretchFactor(line, 2)
        self.setLayout(box)
        self._show()
        if review.lines:
            self.list.select(review.lines[0].key)
            self._show_line(review.lines[0].key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def review(self) -> ReplyReview:
        """Return the answer with what is ticked."""
        return self._review

    def _tick(self, key: object, ticked: bool) -> None:
        self._review = with_line(self._review, str(key), ticked)
        self._show()
        announce(self.list, self._ticked.text())

    def _show(self) -> None:
        self.list.show_rows([_row(line) for line in self._review.lines])
        count = len(self._review.ticked)
        words = ngettext("{count} line ticked", "{count} lines ticked", count).format(count=count)
        waiting = any(line.can_be_taken for line in self._review.lines)
        nothing = _("Every line of this answer was answered already, or can no longer be taken.")
        aside = _("what is not ticked is left aside, and may still be taken later.")
        self._ticked.setText(_("{ticked}: {aside}").format(ticked=words, aside=aside) if waiting else nothing)
        self._main.setText(_("Accept what is ticked") if count else _("Leave all aside"))
        self._main.setEnabled(waiting and not self._workspace.read_only)

    def _show_line(self, key: object) -> None:
        line = next((line for line in self._review.lines if line.key == key), None)
        if line is None:
            return
        self._title.setText(line.title)
        self._old.setText(line.old or _("nothing yet"))
        self._new.setText(line.new)
        self._where.setText(_("Goes to: {where}").format(where=line.where) if line.where else "")
        self._remark.setText(line.remark)
        self._remark.setVisible(bool(line.remark))

    def _accept(self) -> None:
        said = self._workspace.attempt(accept_reply, self._review, self._review.ticked, self._workspace.today())
        if said is not None:
            self.accept()
            self._workspace.said.emit(said, True)


def signed_words(review: ReplyReview) -> str:
    """Return who signs and when, as the file says."""
    day = medium_date(review.made_at.date(), language())
    if not review.signed:
        return _("Written on {day}, not signed").format(day=day)
    return _("Written on {day}, signed: {name}").format(day=day, name=review.signed)


def _row(line: ReplyLine) -> ListRow:
    word, tone = {
        LineState.OFFERED: (_("new") if not line.old else _("differs"), "ink2"),
        LineState.ASIDE: (_("left aside"), "ink2"),
        LineState.ACCEPTED: (_("accepted"), "done"),
        LineState.IMPOSSIBLE: (_("cannot be taken"), "late"),
    }[line.state]
    box = (TICKED_BOX if line.ticked else EMPTY_BOX) if line.can_be_taken else EDGE
    said = one_line(" – ".join(line.new.splitlines()))
    spoken = [line.title, said, word, line.remark]
    if line.can_be_taken:
        spoken.insert(2, _("ticked") if line.ticked else _("not ticked"))
    return ListRow(
        line.key,
        line.title,
        48,
        ", ".join(filter(None, spoken)),
        lead=box,
        second=Words(said, "ink2", size=0.9),
        columns=(Words(word, tone, width=140),),
    )
