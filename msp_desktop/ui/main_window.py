"""The window: one dossier, its header, its tabs, its menus; or the start page."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop import __version__
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.faults import IO
from msp_desktop.db.reader import RecordGoneError
from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services import preferences as prefs
from msp_desktop.services.summary import file_words, header
from msp_desktop.ui.background import Loader
from msp_desktop.ui.drafts import DraftKey, State
from msp_desktop.ui.shell import actions, closing, coming_back, damaged, drops, found_words, home, messages, wishes
from msp_desktop.ui.shell.alone import AlonePage, with_name
from msp_desktop.ui.shell.chips import Chips
from msp_desktop.ui.shell.compact import Compact
from msp_desktop.ui.shell.copier import Copier
from msp_desktop.ui.shell.copies import REMIND, remind
from msp_desktop.ui.shell.header import HeaderLine
from msp_desktop.ui.shell.panels import panel_for
from msp_desktop.ui.shell.place_band import PlaceBand, mark_of
from msp_desktop.ui.shell.place_watch import Found, PlaceWatch
from msp_desktop.ui.shell.search import Search
from msp_desktop.ui.shell.side_room import SideRoom
from msp_desktop.ui.shell.status_line import StatusLine
from msp_desktop.ui.shell.tab_bar import TabBar
from msp_desktop.ui.shell.tab_pages import TabPages
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.theme.icons import app_icon
from msp_desktop.ui.widgets.after_paint import after_paint
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.patience import answer_of
from msp_desktop.ui.widgets.tab_order import TabsAsRead
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from msp_desktop.ui.search.page import SearchPage
    from msp_desktop.ui.shell.keeping import Done


#: How long the end of a session waits for the copy in Documents, in seconds: Windows gives five in all.
_ENDING = 2.0


class MainWindow(TabsAsRead, QMainWindow):
    """Wire header, tabs, menus and status line on one dossier."""

    #: Emitted once the window closes for good: copies may still be on their way, but it opens nothing any more.
    leaving = Signal()

    def __init__(self, clock: Callable[[], datetime], preferences: prefs.Preferences) -> None:
        super().__init__()
        self.setWindowTitle("Santé 100 jours")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.resize(*(preferences.sizes.get("window") or [1366, 697])[:2])
        self.clock = clock
        self.preferences = preferences
        self.workspace: Workspace | None = None
        self._loader: Loader | None = None
        #: The dossier from which a copy is looked at, and whose it is.
        self.came_from: tuple[Path, str] | None = None
        #: What was just done to a dossier that is not open, and what takes it back.
        self.just_done: Done | None = None
        #: What shows the page about no dossier anew.
        self._again: Callable[[], object] = self.show_start
        self._header = HeaderLine()
        self._chips = Chips(self)
        self._bar = TabBar()
        self._search = Search(self, self._bar)
        self._banner = Banner()
        self._damage = Banner()
        self._place = PlaceBand()
        self._place_watch = PlaceWatch(self)
        self._copier = Copier(clock, self)
        self._pages = TabPages()
        self._room = SideRoom(self._pages)
        #: Whether a damaged file is being dealt with: none is opened meanwhile.
        self.mending = False
        self._status = StatusLine()
        self._top = QWidget()
        self._build()
        self.actions_by_name = actions.make_menus(self)
        self._compact = Compact(self, self._header, self._bar, self._status)
        self._compact.hold()
        self._wire()

    # --- dossiers ------------------------------------------------------------------------------

    def open_dossier(self, path: Path) -> bool:
        """Open a dossier in this window; a sentence says why where it cannot be."""
        from msp_desktop.services.dossiers import open_existing

        if self.mending or not self.close_dossier():
            return False
        if not answer_of(path, lambda: os.path.lexists(path) or True, False):
            self.show_start(_(IO))
            return False
        try:
            store = open_existing(path)
        except DamagedError as error:
            damaged.show(self, path, error.sentence)
            return False
        except UserError as error:
            self.show_start(error.sentence)
            return False
        try:
            self.show_store(store)
        except (UserError, RecordGoneError):
            # The first screen cannot be read: the file opens, but what is in it makes no sense.
            self.leave_damaged(store)
            damaged.show(self, path)
            return False
        damaged.check_soon(self, store)
        return True

    def show_store(self, store: Store) -> None:
        """Show an open dossier, once the one before is closed."""
        if not self.close_dossier():
            from msp_desktop.services.dossiers import close

            close(store, self.clock())
            return
        self.just_done = None
        self.workspace = Workspace(store, self.clock, self)
        self.workspace.matches = self.preferences.matches
        self.workspace.matches_changed.connect(lambda: prefs.save(self.preferences))
        self._copier.watch(store)
        self._wire_workspace(self.workspace)
        self._search.open_on(self.workspace)
        if not store.is_copy:
            self.came_from = None
            self._remember(store)
        self._compact.fit()
        found_words.offer(self)
        self._bar.choose(TAB_KEYS[0])
        self._show_tab(TAB_KEYS[0]).focus_main()
        self._refresh_frame()
        self._top.show()  # dressed once, with its words: dressing it anew makes all of QStyle's classes
        self._status.say(_("Dossier opened: {name}").format(name=store.reader.one(Commune, 1).name))
        if store.read_only:
            self._status.say_nothing_kept(_("read only"))
        else:
            self._say_kept()
        actions.refresh(self)
        counts = partial(import_module, "msp_desktop.services.vigilance_facts")
        after_paint(self._header, counts, self._chips.begin)  # whatever tab is shown first
        after_paint(
            self.current_page(), lambda: self._place_watch.look(store.path), lambda: coming_back.look(self, store)
        )
        QTimer.singleShot(REMIND, self, lambda: remind(self, store))

    def close_dossier(self) -> bool:
        """Write what is typed, make the safe copy, close the dossier; False where somebody goes back to it."""
        if self.workspace is None:
            return True
        if not closing.may_leave(self, self.workspace):
            self.show_unsaved()
            return False
        if self.workspace is not None:  # ended by a signal while a question was open
            self._close()
        return True

    def end(self) -> None:
        """Write what is typed, make the safe copy and close without a question: the program is being ended."""
        if self.workspace is not None:
            self.workspace.flush(said=False)
            self._close()
            self._copier.wait(_ENDING)
            self._keep_size()

    def write_all(self) -> None:
        """Write what is typed and make the safe copy, without a question: the session may end now."""
        workspace = self.workspace
        if workspace is not None:
            from msp_desktop.services.dossiers import safe_copy

            workspace.flush(said=False, ending=False)
            workspace.kept.finish()
            if workspace.store.changed_since_copy and not workspace.store.read_only:
                with suppress(UserError, OSError):
                    safe_copy(workspace.store, self.clock(), patience=_ENDING)

    def moved_to(self, workspace: Workspace) -> None:
        """Say that the dossier shown lies elsewhere from now on, and copy it from there."""
        self._copier.leave(copying=False)
        self._copier.watch(workspace.store)
        self._remember(workspace.store)
        self._on_changed(frozenset())
        self._status.say(_("The dossier is now in {path}").format(path=workspace.store.path))

    def _close(self) -> None:
        from msp_desktop.db.dossier import close_dossier

        workspace = self._let_go()
        self._copier.leave()
        close_dossier(workspace.store)

    def _let_go(self) -> Workspace:
        """Take the workspace and its tabs out of the window, the dossier still open."""
        assert self.workspace is not None
        self.workspace.drafts.close()
        workspace, self.workspace = self.workspace, None
        self._search.close()
        self._damage.say("")
        self._place.show_place(None)
        self._status.say_place("")
        self._chips.end()
        self._room.take_down()
        self._pages.take_down()
        workspace.deleteLater()
        return workspace

    def tell_damage(self, store: Store) -> None:
        """Say in a band that the open dossier is damaged, without stopping the work; its action shows what can be done."""
        if self.workspace is not None and self.workspace.store is store:
            self._damage.say(
                _(
                    "This dossier is damaged: part of it is no longer as it was written. What you type goes on being saved."
                ),
                _("See what can be done"),
            )

    def leave_damaged(self, store: Store) -> None:
        """Close a damaged dossier without copying it."""
        from msp_desktop.db.dossier import close_dossier

        if self.workspace is not None:
            self._let_go()
        self._copier.leave(copying=False)
        close_dossier(store)

    def wait_for_copies(self) -> None:
        """Wait until the copies being made are written, and say so where there is none anywhere.

        For a Documents folder that does not answer, some seconds.
        """
        sentence = self._copier.wait()
        if sentence:
            messages.tell(self, sentence)

    def change_commune(self) -> None:
        """Go back to the start page."""
        if self.close_dossier():
            self.show_start()

    def flush(self) -> None:
        """Write at once what is typed anywhere."""
        if self.workspace is not None:
            self.workspace.flush()

    def show_unsaved(self) -> None:
        """Put the keyboard where the first words stand that are not saved, in whatever tab shows them."""
        if self.workspace is None:
            return
        drafts = self.workspace.drafts
        for key in drafts.stuck():
            if self.show_place(key):
                return

    def show_place(self, key: DraftKey) -> bool:
        """Show the record words wait for, with the keyboard where they stand; False where no tab shows such records."""
        assert self.workspace is not None
        drafts = self.workspace.drafts
        if self._focus_on(drafts.editors(key)):
            return True
        panel = panel_for(key)
        place = self._pages.place_of(key, self.workspace) if panel is None else None
        if panel is not None:
            self.open_panel(panel)
        elif place is None:
            return False
        else:
            self.go_to(*place)
        self._focus_on(drafts.editors(key))
        return True

    def show_returned(self) -> None:
        """Offer again what a former run could not write, or hide the offer."""
        found_words.offer(self)
        self._say_kept()

    def note_exchange(self, begin: Begin | None = None) -> None:
        """Note an exchange with whom or about what is in view, or with what is asked; or show the one asked for."""
        if self.workspace is not None:
            tab = self.current_tab()
            asked = begin or (tab.in_view() if tab is not None else Begin())
            self._room.open_panel("exchange", self.workspace, asked, focus=asked.exchange_id is None)

    @property
    def header(self) -> HeaderLine:
        """Return the line above the tabs."""
        return self._header

    @property
    def banner(self) -> Banner:
        """Return the band under the tabs."""
        return self._banner

    def _focus_on(self, editors: list[QWidget]) -> bool:
        for editor in editors:
            name = self._pages.with_widget(editor)
            if name is not None:
                if name != self._bar.current():  # showing a tab writes what is begun in it
                    self.go_to(name)
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            panel = self._room.key_with(editor)
            if panel is not None:
                self.open_panel(panel)
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    # --- what the shell asks -------------------------------------------------------------------

    def current_page(self) -> QWidget:
        """Return the page shown: a tab, or the start page."""
        page = self._pages.currentWidget()
        assert page is not None
        return page

    def alone_page(self) -> AlonePage | None:
        """Return the page shown where it is about no open dossier and has ways of its own, None for any other."""
        page = self._pages.currentWidget()
        return page if isinstance(page, AlonePage) else None

    def current_tab(self) -> Tab | None:
        """Return the tab shown, None on the start page."""
        return self._pages.made().get(self._bar.current()) if self.workspace else None

    def current_key(self) -> str | None:
        """Return the key of the tab shown, None on the start page."""
        return self._bar.current() if self.workspace else None

    def show_tab_at(self, index: int) -> None:
        """Show a tab by its index from the left."""
        if self.workspace is not None:
            self._bar.go(index)

    def step_tab(self, by: int) -> None:
        """Show the next or the previous tab, round and round."""
        alone = self.alone_page()
        if self.workspace is not None:
            self._bar.step(by)
        elif alone is not None:
            alone.step_tab(by)

    def go_to(self, name: str, target: object = None) -> None:
        """Show a tab, and one thing in it."""
        if self.workspace is None:
            return
        self._bar.choose(name)
        self._show_tab(name).show_target(target)

    def turn_panel(self, key: str) -> None:
        """Open one of the window's own panels, or close it where it is the one open."""
        if self._room.open_key() == key:
            self._room.close_panel()
        else:
            self.open_panel(key)

    def open_panel(self, key: str, target: object = None) -> None:
        """Open one of the window's own panels at the right of whatever tab is in view, and one thing in it."""
        if self.workspace is not None:
            self._room.open_panel(key, self.workspace, target)

    def close_panel(self) -> None:
        """Close the window's own panel, where one is open."""
        self._room.close_panel()

    def panel_open(self) -> str | None:
        """Return the key of the window's own panel that is open, None where none is."""
        return self._room.open_key()

    def step_pane(self, by: int) -> None:
        """Put the keyboard in the next part of the window, or the one before: F6, Shift+F6."""
        from msp_desktop.ui.shell.panes import Pane, step_pane

        tab, panel, alone = self.current_tab(), self._room.panel(), self.alone_page()
        panes = [Pane(self._header), Pane(self._bar), Pane(self._damage), Pane(self._banner), Pane(self._place)]
        if tab is not None and tab.isVisible():
            own = tab.own_panel()
            panes += [Pane(tab, tab.focus_main), *([Pane(own)] if own is not None else [])]
        elif alone is not None:
            panes += map(Pane, alone.panes())
        else:
            panes.append(Pane(self._pages))
        if panel is not None:
            panes.append(Pane(panel, panel.focus_first))
        step_pane([*panes, Pane(self._status)], by)

    @property
    def tab_bar(self) -> TabBar:
        """Return the bar of tabs, with the field of search."""
        return self._bar

    def search(self) -> None:
        """Put the keyboard in the field of search."""
        self._search.begin()

    def show_search(self, page: SearchPage) -> None:
        """Show the page of search: no tab is marked."""
        self._room.close_panel()
        self._pages.show_beside(page)
        self._bar.mark(False)
        self._bar.lend_field(page)

    def leave_search(self) -> None:
        """Show again the tab one came from, as it was."""
        self._show_tab(self._bar.current())

    def say(self, sentence: str) -> None:
        """Say what just happened."""
        self._status.say(sentence)

    def say_added(self, sentence: str, can_undo: bool) -> None:
        """Say what was just done to the page about no dossier, with « Annuler » beside it where it can be taken back."""
        self._status.say(sentence, can_undo=can_undo)

    def refuse(self, sentence: str) -> None:
        """Say once why something could not be done."""
        messages.tell(self, sentence)

    def load_the_rest(self) -> None:
        """Load what is heavy, now that the window is painted."""
        if self._loader is None:
            self._loader = Loader()
            self._loader.start()

    def is_loaded(self) -> bool:
        """Tell whether what is heavy is loaded."""
        return self._loader is not None and not self._loader.is_alive()

    def set_theme(self, choice: str, text_percent: int) -> None:
        """Change light or dark and the text size, at once and for the next time."""
        self.preferences = replace(self.preferences, theme=choice, text_percent=text_percent)
        prefs.save(self.preferences)
        self.dress_anew()

    def dress_anew(self) -> None:
        """Follow the preferences, or the system where they say so, now that one of them changed."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.flush()
        self._pages.drop_hidden()  # Qt would style each of their widgets anew, seconds long, before they go
        apply_theme(app, self.preferences.shown_theme, self.preferences.shown_percent)
        self._rebuild_tabs()

    def tell_preferences_lost(self) -> None:
        """Say that some preferences made no sense, and that their file is set aside."""
        self._status.say(_("Preferences that made no sense have their usual values again; the old file is set aside."))

    def tell_preferences_not_kept(self) -> None:
        """Say that what is set in this window is forgotten when it closes."""
        self._status.say(_("This computer lets no settings be written: those of this window are forgotten at its end."))

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._top.setObjectName("top_frame")
        box = QVBoxLayout(self._top)
        box.setContentsMargins(0, 0, 0, 1)
        box.setSpacing(0)
        box.addWidget(self._header)
        box.addWidget(self._bar)
        central = QWidget()
        outer = QVBoxLayout(central)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._top)
        outer.addWidget(self._damage)
        outer.addWidget(self._banner)
        outer.addWidget(self._place)
        outer.addWidget(self._room, 1)
        outer.addWidget(self._status)
        self.setCentralWidget(central)

    def _wire(self) -> None:
        self._bar.chosen.connect(self._on_tab)
        self._bar.request_search.connect(self.search)
        self._damage.request_action.connect(lambda: damaged.found_while_open(self))
        self._header.request_action.connect(lambda key: self.go_to("timeline", key))
        self._room.turned.connect(self._on_panel)
        self._header.request_change.connect(self.change_commune)
        self._header.request_chip.connect(self._chips.press)
        self._header.request_commune.connect(lambda: actions.edit_commune(self))
        self._place.request_home.connect(lambda: actions.bring_home(self))
        self._place.request_stay.connect(self._stay_there)
        self._place_watch.found.connect(self._show_place)
        self._copier.said.connect(self.say)
        self._status.request_undo.connect(lambda: actions.undo(self))
        self._status.request_unsaved.connect(self.show_unsaved)
        self._banner.request_action.connect(lambda: found_words.act(self))
        self._banner.request_other.connect(lambda: found_words.erase(self))
        midnight = QTimer(self)
        midnight.setInterval(60_000)
        midnight.timeout.connect(self._on_minute)
        midnight.start()

    def _wire_workspace(self, workspace: Workspace) -> None:
        workspace.changed.connect(self._on_changed)
        workspace.said.connect(lambda sentence, undo: self._status.say(sentence, can_undo=undo))
        workspace.refused.connect(self.refuse)
        workspace.damaged.connect(lambda: damaged.found_while_open(self))
        workspace.history_changed.connect(lambda: actions.refresh(self))
        workspace.drafts.changed.connect(self._say_kept)
        workspace.kept.changed.connect(self.show_returned)
        workspace.drafts.changed.connect(lambda: actions.refresh(self))
        wishes.grant(self, workspace)

    def show_start(self, sentence: str = "") -> None:
        """Show the start page, with the sentence that says why a dossier could not be opened."""
        home.show(self, sentence)

    def show_alone(self, page: QWidget, again: Callable[[], object] | None = None) -> None:
        """Show a page that is about no open dossier; `again` shows it anew in another size of text, else the start page is."""
        self._top.hide()
        self._compact.fit()
        self._banner.say("")
        self.came_from = None
        self._again = again or self.show_start
        self._pages.show_alone(page)
        self._status.say(_("Ready"))
        self.setWindowTitle(with_name(""))
        self._status.say_nothing_kept(_("version {version}").format(version=__version__))
        self.name_alone()
        actions.refresh(self)

    def name_alone(self) -> None:
        """Say anew in the title and in the corner what the page is about that has ways of its own."""
        alone = self.alone_page()
        if alone is not None:
            self.setWindowTitle(with_name(alone.title()))
            if alone.corner():
                self._status.say_nothing_kept(alone.corner())

    def _show_tab(self, name: str) -> Tab:
        assert self.workspace is not None
        self._bar.lend_field(None)
        self._bar.mark(True)
        return self._pages.show_tab(name, self.workspace)

    def _rebuild_tabs(self) -> None:
        """Lay the tabs out anew, as their measures depend on the text size; the one in view shows the same again."""
        if self.workspace is None:
            self._again()
            return
        self.flush()
        current = self._bar.current()
        tab = self.current_tab()
        shown = tab.target() if tab is not None else None
        panel, panel_target = self._room.open_key(), self._room.target()
        self._room.take_down()
        self._search.take_down()
        self._pages.take_down()
        page = self._show_tab(current)
        if shown is not None:
            page.show_target(shown)
        page.focus_main()
        if panel is not None:
            self.open_panel(panel, panel_target)
        self._refresh_frame()

    def _on_tab(self, name: str) -> None:
        self._show_tab(name).focus_main()

    def _on_panel(self, key: str | None) -> None:
        """Write what was typed in a panel that closes, and mark the chip of the one that is open."""
        if key is None and self.workspace is not None:
            self.workspace.flush(ending=False)
        self._chips.refresh()

    def _on_changed(self, records: frozenset[type[Any]]) -> None:
        self._pages.refresh(records)
        self._room.refresh(records)
        self._refresh_frame()
        self._say_kept()

    def _say_kept(self) -> None:
        if self.workspace is not None and not self.workspace.read_only:
            drafts = self.workspace.drafts
            stuck = drafts.stuck().values()
            why = next((draft.refused for draft in stuck if draft.refused), "")
            # First what the disk refuses: it is what the reason is about.
            fields = list(dict.fromkeys(draft.label for draft in sorted(stuck, key=lambda draft: not draft.refused)))
            if drafts.state() is State.SAVED and self.workspace.kept.returned():
                self._status.say_nothing_kept(_("Words of last time are not saved yet"))
            else:
                self._status.say_state(drafts.state(), self.clock(), fields, why)

    def _keep_size(self) -> None:
        self.preferences.sizes["window"] = [self.width(), self.height()]
        prefs.save(self.preferences)

    def _on_minute(self) -> None:
        """Turn the page at midnight: the day is shown everywhere."""
        if self.workspace is not None and self.clock().hour == 0 and self.clock().minute == 0:
            self._on_changed(frozenset())

    def _refresh_frame(self) -> None:
        assert self.workspace is not None
        shown = header(self.workspace.reader, self.workspace.today(), file_words(self.workspace.store))
        picture = self.workspace.reader.find(Picture, code="arms")
        self._header.show_header(shown, picture.data if picture else None)
        self.setWindowTitle(f"{shown.title} – Santé 100 jours")
        self._chips.refresh()

    def _show_place(self, found: Found) -> None:
        """Say where the dossier lies, unless another one was opened meanwhile; ask once only."""
        if self.workspace is None or self.workspace.store.path != found.path:
            return
        asked = str(found.path.absolute()) in self.preferences.stays
        self._place.show_place(None if asked else found.place, can_come_home=found.can_come_home)
        self._status.say_place(mark_of(found.place) if found.place is not None else "")

    def _stay_there(self) -> None:
        assert self.workspace is not None
        self._place.show_place(None)
        self.preferences = self.preferences.with_stay(str(self.workspace.store.path.absolute()))
        prefs.save(self.preferences)

    def _remember(self, store: Store) -> None:
        commune = store.reader.one(Commune, 1)
        entry = prefs.Recent(
            path=str(store.path.absolute()),
            name=commune.name,
            department=commune.department,
            opened_on=self.clock().date().isoformat(),
            mandate_start=commune.mandate_start.isoformat(),
            day_zero=commune.day_zero.isoformat(),
        )
        self.preferences = self.preferences.with_recent(entry)
        prefs.save(self.preferences)

    # --- Qt ----------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self.workspace is not None:
            self.workspace.flush(ending=False)  # somebody looks something up, and comes back to go on
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._compact.fit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if drops.takes(self, event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if drops.takes(self, event.mimeData()):
            event.acceptProposedAction()
            drops.take(self, event.mimeData())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.close_dossier():
            event.ignore()
            return
        self._keep_size()
        self.hide()
        self.leaving.emit()
        self.wait_for_copies()
        super().closeEvent(event)
