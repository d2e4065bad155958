"""The page of results: kinds at the left, results, the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget
from typing_extensions import override

from msp_desktop.domain.search_index import Found, Place
from msp_desktop.formats.numbers import number
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.search_places import KINDS
from msp_desktop.services.search_results import ResultCard, ResultRow
from msp_desktop.ui.heard import decoration
from msp_desktop.ui.search.card import Card
from msp_desktop.ui.search.result_list import WHERE, Line, ResultList
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label, divider, hint, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.list_rows import ListRow, RowList, Words

#: Results of each kind among all, and of one kind alone: beyond, one more word says more than one more page.
MOST_OF_KIND, MOST = 100, 2_000
#: Under these widths, in pixels at 100 %, the card and the kinds give way.
_WITH_CARD, _WITH_KINDS = 1080, 700
_ALL = "all"


class SearchPage(QWidget):
    """Emit `opened(place)` to go somewhere, `left` to go back, `up` to go back to the field."""

    opened = Signal(object)
    left = Signal()
    up = Signal()

    def __init__(
        self,
        make_row: Callable[[Place], ResultRow | None],
        make_card: Callable[[Place], ResultCard | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Search"))
        self._make_card = make_card
        self._found = Found()
        self._query, self._kind = "", _ALL
        self._kinds = RowList(_("Kinds of results"))
        self.list = ResultList(make_row)
        self._card = Card()
        self._count = title("")
        self._back = LinkButton(_("Back (Escape)"), "left")
        self._field = QHBoxLayout()
        self._nothing = Label("", wrap=True, tone="soft")
        self._pages = QStackedWidget()
        self._build()
        self._kinds.chosen.connect(self._on_kind)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self.opened)
        self.list.up.connect(self.up)
        self._card.opened.connect(self.list.open_chosen)
        self._back.clicked.connect(self.left)

    def take_field(self, field: QWidget) -> None:
        """Show the field of search here: there is no room for it beside the tabs."""
        self._field.addWidget(field)
        field.show()

    def show_found(self, query: str, found: Found, *, whole: bool) -> None:
        """Show what a query finds; not `whole`, the dossier is still being read."""
        if query != self._query:
            self._kind = _ALL if not found.rows.get(self._kind) else self._kind
        self._query, self._found = query, found
        self._count.setText(self._count_words(whole))
        self._nothing.setText(self._nothing_words(whole))
        if whole and query.strip():
            announce(self._count, self._count.text() if found.count else self._nothing.text())
        self._pages.setCurrentIndex(0 if found.count else 1)
        self._fit()
        self._show_kinds()
        self.list.show_lines(self._lines())

    def focus_list(self) -> None:
        """Put the keyboard on the results."""
        if self._found.count:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self._left = holder(
            column(
                row(page_title(_("Search")), -1, margins=(theme().px(24), 14, 8, 10)), divider(), self._kinds, spacing=0
            ),
            "left",
        )
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        where = Label(_("Where"), tone="soft")
        where.setFixedWidth(theme().px(WHERE) - 1)
        heads = row(Label(_("Found"), tone="soft"), -1, where, margins=(theme().px(9), 4, 12, 4))
        sheet = framed(holder(column(heads, divider(), self.list, spacing=0)))
        how = _("Without accents or capitals: « lhay » finds « L’Haÿ ». Arrow down to choose, Enter to go there.")
        self._picture = decoration(QLabel())
        self._picture.setPixmap(pixmap("search", "ink2", 40))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing = holder(column(-1, self._picture, self._nothing, -2, spacing=12))
        self._pages.addWidget(sheet)
        self._pages.addWidget(nothing)
        middle = holder(
            column(
                self._field,
                row(self._count, -1, self._back),
                self._pages,
                hint(how),
                margins=(24, 12, 16, 12),
                spacing=10,
            )
        )
        self._kinds.setUniformItemSizes(True)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget, stretch in ((self._left, 0), (middle, 1), (self._card, 0)):
            box.addWidget(widget, stretch)
        self._left.setFixedWidth(theme().px(224))
        self._card.setFixedWidth(theme().px(376))

    # --- showing -----------------------------------------------------------------------------------

    def _count_words(self, whole: bool) -> str:
        count = self._found.count
        if not self._query.strip():
            return ""
        if not whole:
            return _("Searching…")
        words = ngettext("{count} result for « {words} »", "{count} results for « {words} »", count)
        return words.format(count=number(count), words=_short(self._query))

    def _nothing_words(self, whole: bool) -> str:
        if not self._query.strip():
            return _("A name, a word, a telephone number: everything in this dossier is searched.")
        if not whole:
            return _("The dossier is being read…")
        return _("Nothing for « {words} ». Try a shorter word.").format(words=_short(self._query))

    def _show_kinds(self) -> None:
        rows = [self._kind_row(_ALL, _("Everything"), self._found.count)]
        for kind in KINDS:
            words, count = _(kind.short or kind.title), len(self._found.rows.get(kind.key, ()))
            rows.append(self._kind_row(kind.key, words, count))
        self._kinds.show_rows(rows)
        self._kinds.select(self._kind)

    def _kind_row(self, key: str, words: str, count: int) -> ListRow:
        tone = "ink" if count or key == _ALL else "ink2"
        spoken = ngettext("{words}: {count} result", "{words}: {count} results", count)
        return ListRow(
            key=key,
            title=words,
            height=36,
            spoken=spoken.format(words=words, count=number(count)),
            tone=tone,
            columns=(Words(number(count), tone="ink2", width=38),),
        )

    def _lines(self) -> list[Line]:
        """Return the heads and rows to show, no more than somebody reads."""
        lines: list[Line] = []
        most = MOST_OF_KIND if self._kind == _ALL else MOST
        for kind in KINDS:
            rows = self._found.rows.get(kind.key, ())
            if not rows or self._kind not in (_ALL, kind.key):
                continue
            lines.append((_(kind.title), number(len(rows))))
            lines += rows[:most]
            if len(rows) > most:
                more = ngettext("and {count} other: add a word", "and {count} others: add a word", len(rows) - most)
                lines.append(more.format(count=number(len(rows) - most)))
        return lines

    def _on_kind(self, key: object) -> None:
        if key != self._kind:
            self._kind = str(key)
            self.list.show_lines(self._lines())

    def _on_chosen(self, place: Place | None) -> None:
        self._card.show_card(self._make_card(place) if place is not None and not self._card.isHidden() else None)

    def _fit(self) -> None:
        wide = self.width() >= theme().px(_WITH_CARD) and self._found.count > 0
        self._left.setVisible(self.width() >= theme().px(_WITH_KINDS))
        if wide == self._card.isHidden():
            self._card.setVisible(wide)
            self._on_chosen(self.list.place())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _short(query: str) -> str:
    """Return a query as a title quotes it."""
    words = " ".join(query.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
