"""The first tab of the federation's window: its communes, filtered, sorted, looked at through views that are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget
from typing_extensions import override

from msp_desktop.domain.federated.communes import Order, View
from msp_desktop.formats.numbers import number
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.federation.seen import FRESH, Seen
from msp_desktop.ui.federation.table import CommuneTable
from msp_desktop.ui.federation.words import ORDERS, PHASES, department_words, phase_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.elided import CutLabel
from msp_desktop.ui.widgets.labels import Label, page_title
from msp_desktop.ui.widgets.layouts import column, framed, row
from msp_desktop.ui.widgets.tick_field import TickField

#: Where there is less room than this the words beside the title give way; the room beside the title, in pixels at 100 %.
_ONE_LINE, _BETWEEN = 900, 40
#: The room that how many communes are shown keeps beside the filters, in pixels at 100 %.
_COUNT = 150
#: How many rows are seen however low the window is.
_LEAST_ROWS = 6
#: The room of a view's name in the menu, in pixels at 100 %.
_NAME = 420
#: How many communes a basin joins.
JOINED = range(2, 7)


class CommunesPage(QWidget):
    """Emit `request_view(view)` when something else is to be shown, `chosen(insee)`, `request_add`, `request_export(kind)`.

    `request_keep(view)` is to keep the view under a name to be asked for, `request_drop(name)` to forget one;
    `request_basin(codes)` to join the communes chosen, two to six of them.
    """

    request_view = Signal(object)
    chosen = Signal(object)
    request_open = Signal(object)
    request_add = Signal()
    request_export = Signal(str)
    request_keep = Signal(object)
    request_drop = Signal(str)
    request_basin = Signal(list)

    def __init__(self, today: Callable[[], date], view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._views: Sequence[View] = ()
        self._title = page_title(_("The communes"))
        self._known = Label("", tone="soft")
        self._export = PlainButton(_("Export"), "download")
        self._export.setMenu(self._export_menu())
        self.add = MainButton(_("Add files received"), "plus")
        self.add.clicked.connect(self.request_add)
        self._department = ChoiceField(_("Department"), [("", _("All departments"))], own_words=True)
        self._phase = ChoiceField(_("Phase"), [("", _("All phases")), *((one, phase_words(one)) for one in PHASES)])
        self._referent = ChoiceField(
            _("Référent"),
            [
                ("", _("All référents")),
                ("any", _("with référent")),
                ("none", _("without référent")),
                ("pair", _("pair")),
            ],
        )
        self._watched = TickField(_("with points to watch"))
        self._more = LinkButton(_("Views and filters"), "filter")
        self._more.setMenu(QMenu(self._more))
        self._more.menu().aboutToShow.connect(self._fill_menu)
        self._count = CutLabel("")
        self._count.setProperty("tone", "soft")
        self._join = LinkButton("", "people")
        self._join.hide()
        self.table = CommuneTable(today)
        self.table.setMinimumHeight(theme().px(28) * _LEAST_ROWS)
        self.table.say_when_empty(_("No commune is like that. Take a filter off, or another word."))
        self._second = row(self._more, -1, self._join, self._count)
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filters.setSpacing(8)
        self._first = row(self._department, self._phase, self._referent, self._watched)
        self._filters.addLayout(self._first)
        self._filters.addLayout(self._second, 1)
        self.setLayout(
            column(
                row(self._title, 8, self._known, -1, self._export, self.add),
                self._filters,
                framed(self.table),
                spacing=12,
            )
        )
        self.layout().setStretch(2, 1)  # type: ignore[union-attr]
        self._wire()
        self._show_filters()

    def view(self) -> View:
        """Return how the communes are looked at."""
        return self._view

    def show_view(self, view: View) -> None:
        """Look at the communes in another way, and have them read."""
        self._view = view
        self._show_filters()
        self.request_view.emit(view)

    def change(self, **fields: object) -> None:
        """Choose otherwise which communes are shown; the name of a view that is kept no longer says it."""
        self.show_view(replace(self._view, name="", chosen=replace(self._view.chosen, **fields)))

    def show_seen(self, seen: Seen) -> None:
        """Show the communes read."""
        self._views = seen.views
        codes = ["", *seen.departments]
        if self._department.values != codes:
            self._department.set_choices(
                [(code, department_words(code) if code else _("All departments")) for code in codes]
            )
        self._department.show_typed(self._view.chosen.department)
        self._department.setVisible(len(seen.departments) > 1)
        self.table.show_all(seen.rows)
        # The order of a view is its own, and its name is as long as somebody likes: it moves nothing.
        order = f"« {self._view.name} »" if self._view.name else _(ORDERS[self._view.order])
        shown = _("{shown} of {every}, {order}").format(
            shown=number(len(seen.rows)), every=number(seen.every.communes), order=order
        )
        self._count.setText(shown)
        leaving = seen.chosen.leaving
        words = ngettext(
            "{count} departure known or possible within five years",
            "{count} departures known or possible within five years",
            leaving,
        )
        self._known.setText(words.format(count=number(leaving)))
        self._fit()

    def _wire(self) -> None:
        self._department.request_value.connect(lambda value: self.change(department=value))
        self._phase.request_value.connect(lambda value: self.change(phase=value))
        self._referent.request_value.connect(lambda value: self.change(referent=value))
        self._watched.clicked.connect(lambda on: self.change(with_vigilance=on))
        self.table.request_order.connect(self._on_order)
        self.table.selected.connect(self.chosen)
        self.table.several.connect(self._on_several)
        self._join.clicked.connect(lambda: self.request_basin.emit(self.table.selected_ids()))
        self.table.request_open.connect(self.request_open)

    def _on_order(self, order: Order, descending: bool) -> None:
        self.show_view(replace(self._view, name="", order=order, descending=descending))

    def _on_several(self, ids: Sequence[str]) -> None:
        """Offer to join the communes chosen where they can be, in the place of how many are shown."""
        joins = len(ids) in JOINED
        self._join.setText(_("Join these {count} in a basin…").format(count=len(ids)))
        self._join.setVisible(joins)
        self._count.setVisible(not joins)

    def _show_filters(self) -> None:
        chosen = self._view.chosen
        self._department.show_typed(chosen.department)
        self._phase.show_typed(chosen.phase)
        self._referent.show_typed(chosen.referent)
        self._watched.setChecked(chosen.with_vigilance)
        self.table.show_order(self._view.order, self._view.descending)
        more = sum((chosen.with_late, chosen.not_contacted, chosen.older_than is not None))
        self._more.setText(_("Views and filters ({count})").format(count=more) if more else _("Views and filters"))

    # --- the menus ----------------------------------------------------------------------------------

    def _export_menu(self) -> QMenu:
        menu = QMenu(self._export)
        for kind, words in (
            ("xlsx", _("Table for Excel or LibreOffice…")),
            ("csv", _("Table as plain text (csv)…")),
            ("pdf", _("Summary for the ARS (PDF)…")),
        ):
            menu.addAction(words).triggered.connect(partial(self._on_export, kind))
        return menu

    def _on_export(self, kind: str, _on: bool = False) -> None:
        self.request_export.emit(kind)

    def _fill_menu(self) -> None:
        """Say which views are kept, and what else may be filtered or shown, as it is now."""
        menu, chosen = self._more.menu(), self._view.chosen
        menu.clear()
        for words, fields, on in (
            (_("with actions late"), {"with_late": not chosen.with_late}, chosen.with_late),
            (
                _("not in touch with the federation yet"),
                {"not_contacted": not chosen.not_contacted},
                chosen.not_contacted,
            ),
            (
                _("without news for {days} days").format(days=FRESH),
                {"older_than": None if chosen.older_than is not None else FRESH},
                chosen.older_than is not None,
            ),
        ):
            self._tick(menu, words, on, partial(self.change, **fields))
        self._add(menu, _("Show all communes"), lambda: self.show_view(View(order=self._view.order)))
        menu.addSeparator()
        wished = self.table.wishes()
        for order, words in ((Order.LATE, _("Column: actions late")), (Order.CONTACTED, _("Column: first contact"))):
            self._tick(menu, words, order in wished, partial(self.table.wish, wished ^ {order}))
        menu.addSeparator()
        for view in self._views:
            self._tick(menu, _in_menu(menu, view.name), view.name == self._view.name, partial(self.show_view, view))
        self._add(menu, _("Keep this view…"), lambda: self.request_keep.emit(self._view))
        if self._view.name:
            words = _("Forget the view « {name} »").format(name=self._view.name)
            self._add(menu, _in_menu(menu, words), lambda: self.request_drop.emit(self._view.name))

    @staticmethod
    def _tick(menu: QMenu, words: str, on: bool, act: Callable[[], object]) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on=False: act())

    @staticmethod
    def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(words).triggered.connect(lambda _on=False: act())

    # --- room ---------------------------------------------------------------------------------------

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        parts = (self._department, self._phase, self._referent, self._watched, self._more)
        needed = (
            sum(one.sizeHint().width() for one in parts if not one.isHidden()) + 8 * len(parts) + theme().px(_COUNT)
        )
        self._filters.setDirection(way.LeftToRight if self.width() >= needed else way.TopToBottom)
        alone = sum(one.sizeHint().width() for one in parts[:4] if not one.isHidden()) + 8 * 4
        if self.width() >= alone:
            self._first.addWidget(self._watched)
        else:
            self._second.insertWidget(0, self._watched)
        self._known.setVisible(self.width() >= theme().px(_ONE_LINE))
        beside = sum(one.sizeHint().width() for one in (self._title, self._export, self.add)) + theme().px(_BETWEEN)
        self._title.setVisible(self.width() >= beside)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _in_menu(menu: QMenu, words: str) -> str:
    """Return words that somebody typed as a menu has room for them, with no key of their own."""
    return menu.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, theme().px(_NAME)).replace("&", "&&")
