"""The menu of documents: look and print, send, list, hand over to the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs
from msgspec.structs import replace
from PySide6 import QtWidgets  # a dialog's class is made by Qt when first named: not before the first paint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from msp_desktop import fleet
from msp_desktop.domain.mail import Way
from msp_desktop.domain.meetings import Meeting
from msp_desktop.errors import UserError
from msp_desktop.i18n import _, ngettext
from msp_desktop.paths import documents_path
from msp_desktop.services import preferences as prefs
from msp_desktop.ui.outside import open_outside, show_in_folder
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.shell.allowed import allowed
from msp_desktop.ui.widgets.locking import hold
from msp_desktop.ui.widgets.modal import run

if TYPE_CHECKING:
    from msp_desktop.domain.calendar_events import CalendarEvent
    from msp_desktop.domain.scope import Scope
    from msp_desktop.domain.week import Week
    from msp_desktop.papers.paper import Context
    from msp_desktop.ui.main_window import MainWindow


def fill_menu(window: MainWindow, menu: QMenu) -> None:
    """Fill the menu of documents: it opens on one that needs a meeting only once it is asked for."""
    from msp_desktop.papers.catalogue import papers

    menu.clear()
    tab = ""
    for paper in papers():
        if tab and paper.tab != tab:
            menu.addSeparator()
        tab = paper.tab
        menu.addAction(f"{paper.title}…").triggered.connect(partial(_asked, window, (paper.key,)))
    menu.addSeparator()
    menu.addAction(_("All documents, in one folder…")).triggered.connect(partial(make_all, window))
    menu.addAction(_("Documents produced…")).triggered.connect(lambda _checked=False: show_produced(window))
    menu.addSeparator()
    dates = menu.addAction(_("Meetings and due dates for my calendar…"))
    dates.triggered.connect(partial(_all_dates, window))
    hold("DisableCalendar", dates)
    _fill_ways(window, menu.addMenu(_("How to send e-mails")))


def print_tab(window: MainWindow) -> None:
    """Show the document of the tab shown, ready to print."""
    tab = window.current_tab()
    if tab is not None:
        key, meeting_id = tab.paper()
        show_papers(window, (key,), meeting_id)


def show_papers(window: MainWindow, keys: Sequence[str], meeting_id: int | None = None) -> None:
    """Show documents of one tab, page by page, ready to print, keep or send."""
    from msp_desktop.ui.papers.print_dialog import PrintDialog

    desk = _desk(window)
    if desk is not None:
        run(PrintDialog(desk, keys, _context(desk, keys[0], meeting_id), window))


def show_scoped(window: MainWindow, key: str, scope: Scope) -> None:
    """Show a document of a period and a person, as they were chosen where it was asked for."""
    from msp_desktop.ui.papers.print_dialog import PrintDialog

    desk = _desk(window)
    if desk is not None:
        run(PrintDialog(desk, (key,), structs.replace(_context(desk, key, None), scope=scope), window))


def send_paper(window: MainWindow, key: str, meeting_id: int | None = None) -> None:
    """Send a document, where there is anything in it."""
    from msp_desktop.papers.post import attached
    from msp_desktop.ui.papers.send_dialog import SendDialog

    desk = _desk_allowed(window, "DisableMail")
    if desk is None:
        return
    context = _context(desk, attached(key).key, meeting_id)
    sentence = attached(key).missing(desk.workspace.reader, context)
    if sentence:
        window.refuse(sentence)
        return
    run(SendDialog(desk, key, context, window))


def show_week(window: MainWindow, week: Week) -> None:
    """Show the page of the week, ready to print."""
    from msp_desktop.ui.papers.week_dialog import WeekDialog

    run(WeekDialog(week, documents_path(), window.clock(), window))


def show_produced(window: MainWindow, document_id: int | None = None) -> None:
    """List the documents produced from this dossier, and to whom they went; one of them is chosen."""
    from msp_desktop.ui.papers.produced_dialog import ProducedDialog

    desk = _desk(window)
    if desk is not None:
        run(ProducedDialog(desk, window, document_id=document_id))


def write_to(window: MainWindow, person_id: int) -> None:
    """Write to somebody of the directory, without a document."""
    from msp_desktop.ui.papers.write_dialog import WriteDialog

    desk = _desk_allowed(window, "DisableMail")
    if desk is not None:
        run(WriteDialog(desk, person_id, window), desk.workspace)


def show_model(window: MainWindow, code: str) -> None:
    """Show the dossier's own words of a message, by the code of its `Wording`."""
    from msp_desktop.services.mail import paper_of_model
    from msp_desktop.ui.papers.model_dialog import ModelDialog

    key = paper_of_model(code)
    if window.workspace is not None and key:
        run(ModelDialog(window.workspace, key, window), window.workspace)


def make_all(window: MainWindow, _checked: bool = False) -> None:
    """Write every document that has something to say in one folder."""
    from msp_desktop.papers.export import chosen_meetings
    from msp_desktop.papers.produce import produce_all

    desk = _desk(window)
    if desk is None:
        return
    folder = QtWidgets.QFileDialog.getExistingDirectory(
        window, _("All documents, in one folder…"), str(desk.written_in(window).folder)
    )
    if not folder:
        return
    context = desk.context()
    try:
        meetings = chosen_meetings(desk.workspace.reader, "all", context)
        made = produce_all(desk.workspace.store, Path(folder), context, meetings)
    except UserError as error:
        window.refuse(error.sentence)
        return
    words = ngettext("{count} document written in {folder}", "{count} documents written in {folder}", len(made))
    window.say(words.format(count=len(made), folder=folder))
    open_outside(Path(folder))


def keep_meeting_date(window: MainWindow, meeting_id: int) -> None:
    """Write a meeting as a file any calendar opens, and open it."""
    from msp_desktop.services.diary import file_of_meeting, meetings_diary

    desk = _desk_allowed(window, "DisableCalendar")
    if desk is None:
        return
    try:
        (event,) = meetings_diary(desk.workspace.reader, (meeting_id,), desk.workspace.now())
        name = file_of_meeting(desk.workspace.reader.one(Meeting, meeting_id), event.begins)
        _write_dates(window, desk, name, (event,))
    except UserError as error:
        window.refuse(error.sentence)


def _all_dates(window: MainWindow, _checked: bool = False) -> None:
    from msp_desktop.services.diary import whole_diary

    desk = _desk_allowed(window, "DisableCalendar")
    if desk is None:
        return
    found = whole_diary(desk.workspace.reader, desk.workspace.now())
    try:
        _write_dates(window, desk, f"{desk.workspace.today():%Y-%m-%d}_echeances.ics", found)
    except UserError as error:
        window.refuse(error.sentence)


def _write_dates(window: MainWindow, desk: Desk, name: str, events: Sequence[CalendarEvent]) -> None:
    from msp_desktop.db.faults import explained
    from msp_desktop.exchange.calendar import write_calendar
    from msp_desktop.paths import make_folder
    from msp_desktop.services.diary import note_diary

    folder = desk.written_in(window).folder
    path = folder / name
    with explained():
        make_folder(folder)
    write_calendar(path, events, desk.workspace.now())
    note_diary(desk.workspace.store, events)
    window.say(_("Dates written in {name}: open it with your calendar.").format(name=name))
    if not open_outside(path):
        show_in_folder(path)


def _asked(window: MainWindow, keys: Sequence[str], _checked: bool = False) -> None:
    show_papers(window, keys)


def _context(desk: Desk, key: str, meeting_id: int | None) -> Context:
    """Return what a document is made for: the meeting given, else the next one for a meeting's papers."""
    from msp_desktop.papers.catalogue import paper
    from msp_desktop.papers.export import chosen_meetings

    context = desk.context(meeting_id)
    if paper(key).per_meeting and meeting_id is None:
        meetings = chosen_meetings(desk.workspace.reader, "next", context)
        return desk.context(meetings[0] if meetings else None)
    return context


def _desk_allowed(window: MainWindow, setting: str) -> Desk | None:
    """Return what the dialogs need; None where the fleet takes it out of use, which is said, or no dossier is open."""
    return _desk(window) if allowed(window, setting) else None


def _desk(window: MainWindow) -> Desk | None:
    """Return what the dialogs need, everything typed being written first; None where no dossier is open."""
    workspace = window.workspace
    if workspace is None:
        return None
    window.flush()
    return Desk(
        workspace,
        documents_path() / workspace.store.path.stem,
        lambda: window.preferences.way,
        partial(_keep_way, window),
    )


def _fill_ways(window: MainWindow, menu: QMenu) -> None:
    from msp_desktop.exchange.mailers import ways_here
    from msp_desktop.ui.papers.desk import way_name

    group = QActionGroup(menu)
    for way in (Way.AUTO, *ways_here()):
        action = menu.addAction(way_name(way))
        action.setCheckable(True)
        action.setChecked(way is window.preferences.way)
        action.triggered.connect(partial(_keep_way, window, way))
        group.addAction(action)
    hold("DisableMail" if fleet.present().forbids("DisableMail") else "MailWay", menu.menuAction())


def _keep_way(window: MainWindow, way: Way, _checked: bool = False) -> None:
    window.preferences = replace(window.preferences, mail_way=way)
    prefs.save(window.preferences)
