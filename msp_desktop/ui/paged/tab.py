"""A tab made of pages: heads of pages, the page chosen, its panel at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from msp_desktop.domain.journal import Begin
from msp_desktop.i18n import _
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.entries import Pages
from msp_desktop.ui.paged.head_box import HeadBox
from msp_desktop.ui.paged.heads import Heads, are_lists
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import page_title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.sizes import PAGE
from msp_desktop.ui.widgets.tab_order import set_tab_order
from msp_desktop.ui.workspace import Workspace

#: Under this width, in pixels at 100 %, the heads of the pages take the place of the tab's title.
_NARROW = 1181
#: The width of the panel, and where the window is narrow, in pixels at 100 %.
_PANEL, _NARROW_PANEL = 416, 322
#: Beyond this text size the panel stands under the page.
_UPRIGHT_SCALE = 1.3


class PagedTab(Tab):
    """The pages of a tab; a target is a page's key and what that page shows, or the key alone."""

    def __init__(self, workspace: Workspace, title: str, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entries = pages
        self._key = pages.names()[0]
        self._made: dict[str, Page] = {}
        #: The page last seen of each group, by the group's head.
        self._last: dict[str, str] = {}
        #: What has changed since a page in the back was last refreshed (an empty set: everything).
        self._stale: dict[str, frozenset[type[Any]]] = {}
        self._narrow = False
        #: The page Tab was last told to go through after the heads, and in which window.
        self._ordered: tuple[Page, QWidget] | None = None
        self._title = page_title(title)
        self._heads = Heads()
        self._pages, self._panels = QStackedWidget(), QStackedWidget()
        self._build()
        self._heads.groups.chosen.connect(self._choose_group)
        self._heads.pages.chosen.connect(self._choose)
        self._choose(self._key)

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Have the page in view show what changed, the others when they are shown.

        The button that began a page goes with the empty page: the keyboard goes on in what it began.
        """
        had = self.window().focusWidget()
        for key, page in self._made.items():
            if key == self._key:
                page.refresh(records)
            else:
                before = self._stale.get(key, records)
                self._stale[key] = before | records if before and records else frozenset()
        self._show_heads()
        if had is not None and isValid(had) and self.isAncestorOf(had) and self.isVisible() and not had.isVisible():
            self.focus_main()

    def show_target(self, target: Any) -> None:
        """Show a page, and one thing of it."""
        key, own = target if isinstance(target, tuple) else (target, None)
        if key in self._entries.names():
            self._choose(key)
            self._page(key).show_target(own)

    def target(self) -> Any:
        """Return the page shown and what it shows."""
        return self._key, self._page(self._key).target()

    def place_of(self, key: DraftKey) -> Any:
        """Return the page that shows the record words wait for, and what it is asked to show."""
        # Those already made first: making the others takes its time.
        for name in sorted(self._entries.names(), key=lambda name: name not in self._made):
            own = self._page(name).place_of(key)
            if own is not None:
                return name, own
        return None

    def own_panel(self) -> QWidget | None:
        """Return the panel of the page in view, None where it has none."""
        return self._side if self._page(self._key).panel is not None else None

    def show_field(self, key: DraftKey) -> bool:
        """Bring a field of a record into view, on the page that shows it."""
        return super().show_field(key) and self._page(self._key).show_field(key)

    def paper(self) -> tuple[str, int | None]:
        """Return the document of the page in view."""
        return self._page(self._key).paper()

    def in_view(self) -> Begin:
        """Return whom or what the page in view shows."""
        return self._page(self._key).in_view()

    def focus_main(self) -> None:
        """Put the keyboard where work starts in the page in view."""
        self._page(self._key).focus_main()

    def _build(self) -> None:
        groups, pages = self._heads.groups, self._heads.pages
        first, second = ((groups, pages), ()) if are_lists() else ((groups,), (pages,))
        # Of its buttons one is seen, each as wide as its own words: a stack would make all as wide as the widest.
        self._box = HeadBox(row(self._title, *first, -1, spacing=16), row(*second, -1))
        upright = theme().scale > _UPRIGHT_SCALE
        margins = (24, 8, 16, 6) if upright else (24, 14, 16, 14)
        left = holder(column(self._box, self._pages, margins=margins, spacing=12))
        self._splitter = QSplitter(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        # Under the page it scrolls as a whole: with both at their least, large letters asked for more than the screen.
        if upright:
            self._panels.setMaximumWidth(theme().px(PAGE))
        self._side = scrolled(self._panels, _("What is chosen")) if upright else self._panels
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([theme().px(420), theme().px(150)] if upright else [950, theme().px(_PANEL)])
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)

    def _page(self, key: str) -> Page:
        if key not in self._made:
            page = self._made[key] = self._entries.make(key, self._workspace)
            self._pages.addWidget(page)
            for line, widget in ((self._box.mains, page.main), (self._box.tools, page.tools)):
                if widget is not None:
                    line.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            if page.panel is not None:
                self._panels.addWidget(page.panel)
        return self._made[key]

    def _choose_group(self, key: str) -> None:
        """Go to a group: to the page of it that was last in view."""
        head = next(entry.head() for entry in self._entries.entries if entry.key == key)
        self._choose(self._last.get(head, key))

    def _choose(self, key: str) -> None:
        page = self._page(key)
        self._workspace.flush()
        self._key = key
        self._last[next(entry.head() for entry in self._entries.entries if entry.key == key)] = key
        if key in self._stale:
            page.refresh(self._stale.pop(key))
        self._show_heads()
        self._pages.setCurrentWidget(page)
        for other in self._made.values():
            for widget in filter(None, (other.main, other.tools)):
                widget.setVisible(other is page)
        self._side.setVisible(page.panel is not None and not self.gives_way)
        if page.panel is not None:
            self._panels.setCurrentWidget(page.panel)

    def _show_heads(self) -> None:
        reader = self._workspace.reader
        entries = self._entries.there(reader, self._key)
        counts = {entry.key: entry.count(reader) for entry in entries if entry.count}
        self._heads.show(entries, self._key, counts)
        if self._heads.made_anew:
            self._ordered = None
        self._order()

    def _order(self) -> None:
        """Have Tab go from the heads to the page: what was made last, or came to this window as a whole, came last."""
        now = self._page(self._key), self.window()
        if self.isVisible() and self._ordered != now:
            self._ordered = now
            set_tab_order(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Of the window's width: one of its panels beside the page is as wide as the page's own.
        narrow = self.window().width() < theme().px(_NARROW)
        self._title.setVisible(not narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            if self._splitter.orientation() is Qt.Orientation.Horizontal:
                side = theme().px(_NARROW_PANEL if narrow else _PANEL)
                self._splitter.setSizes([max(1, self.width() - side), side])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()
