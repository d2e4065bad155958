"""The federation's page in the window: which base it shows, and what each of its wishes does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6 import QtWidgets
from PySide6.QtWidgets import QApplication

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.federated.communes import Chosen, View
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import data_folder
from msp_desktop.services import preferences as prefs
from msp_desktop.ui.shell import messages
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.widgets.modal import run

if TYPE_CHECKING:
    from msp_desktop.domain.carried.data import CommuneData
    from msp_desktop.ui.federation.page import FederationPage
    from msp_desktop.ui.federation.seen import Hub
    from msp_desktop.ui.main_window import MainWindow

#: The file of the base on this computer, in the data folder.
NAME = "federation.sqlite"
#: What the program reads, as its file dialog says it.
_KINDS = "*.pdf *.msp100 *.json *.zip *.eml"


def open_last(window: MainWindow) -> None:
    """Open the base opened last; ask for one where there was none, or where it is a server's, whose password is asked for again."""
    last = window.preferences.federation
    if last and "://" not in last:
        _open(window, last, "")
    else:
        ask(window)


def ask(window: MainWindow) -> None:
    """Ask where the base lies, and open it."""
    from msp_desktop.ui.federation.open_dialog import OpenBase

    dialog = OpenBase(data_folder() / NAME, window.preferences.federation, window)
    if run(dialog):
        _open(window, dialog.where(), dialog.password)


def _open(window: MainWindow, where: str, password: str) -> None:
    from msp_desktop.ui.federation.base_hub import BaseHub

    if not window.close_dossier():
        return
    window.preferences = replace(window.preferences, federation=where)
    prefs.save(window.preferences)
    show(window, BaseHub(where if "://" in where else Path(where), password))


def show(window: MainWindow, hub: Hub, view: View | None = None, tab: str = "communes") -> FederationPage:
    """Show a base through a view, and return its page."""
    from msp_desktop.ui.federation.page import FederationPage

    known = window.preferences
    page = FederationPage(hub, window.clock, view, stays=known.federation in known.stays)
    page.said.connect(window.say_added)
    page.refused.connect(window.refuse)
    page.named.connect(window.name_alone)
    page.request_back.connect(lambda: _back(window, page))
    page.request_files.connect(lambda: _choose_files(page))
    page.request_folder.connect(lambda: _choose_folder(page))
    page.request_write.connect(lambda insee: _answer(window, page, insee))
    page.request_print.connect(lambda insee: _export(window, page, "pdf", View(chosen=Chosen(words=insee))))
    page.request_other.connect(lambda: ask(window))
    page.request_stay.connect(lambda: _keep_place(window))
    page.request_basin.connect(lambda datas: _join(window, datas))
    page.request_name.connect(lambda view: _name_view(window, page, view))
    page.request_export.connect(lambda kind, view: _export(window, page, kind, view))
    window.show_alone(page, lambda: show(window, hub, page.view(), page.tab()))
    page.show_tab(tab)
    page.focus_first()
    return page


def _back(window: MainWindow, page: FederationPage) -> None:
    """Go back to the dossiers, unless files are being added and somebody waits for them."""
    busy = page.busy_words()
    if not busy or messages.ask(window, busy, _("Stop adding and leave"), _("Stay here")):
        window.show_start()


def _choose_files(page: FederationPage) -> None:
    pattern = _("Files of communes ({kinds})").format(kinds=_KINDS)
    paths, _kind = QtWidgets.QFileDialog.getOpenFileNames(page, _("Add files received"), "", f"{pattern};;*")
    page.take_files([Path(path) for path in paths])


def _choose_folder(page: FederationPage) -> None:
    folder = QtWidgets.QFileDialog.getExistingDirectory(page, _("Add a whole folder"))
    page.take_files([Path(folder)] if folder else [])


def _name_view(window: MainWindow, page: FederationPage, view: View) -> None:
    """Ask what a view is called, and keep it."""
    from msp_desktop.ui.dialogs.ask_words import AskWords

    why = _("The filters and the order of now, kept in the base for whoever opens it.")
    seen = page.seen()
    others = {one.name for one in seen.views if one.name != view.name} if seen is not None else set()

    def kept(words: str) -> str | None:
        taken = _("A view is called « {name} » already, perhaps somebody else's.").format(name=words)
        stays = words in others and messages.ask(dialog, taken, _("Choose another name"), _("Replace it"))
        return None if stays else words or None

    dialog = AskWords(_("Keep this view"), _("Its name"), why, _("Keep"), kept, window, words=view.name)
    if run(dialog) and dialog.outcome:
        page.acts.keep_view(replace(view, name=str(dialog.outcome)))


def _join(window: MainWindow, datas: Sequence[CommuneData]) -> None:
    """Show who is where in the communes chosen, and offer the document of their basin."""
    from msp_desktop.ui.dialogs.basin_dialog import BasinDialog

    run(BasinDialog(window.clock(), window, datas))


def _answer(window: MainWindow, page: FederationPage, insee: str) -> None:
    """Read the newest that a commune sent in a thread, then compose an answer to it."""
    work = Work(lambda: page.hub.datas((insee,)), page)
    work.ended.connect(lambda found: _compose(window, found))
    work.start()


def _compose(window: MainWindow, found: object) -> None:
    from msp_desktop.ui.federation.answer_dialog import AnswerDialog

    if isinstance(found, UserError):
        window.refuse(found.sentence)
    elif isinstance(found, tuple) and found and QApplication.activeModalWidget() is None:  # asked twice: one is enough
        data: CommuneData = found[0]
        known = window.preferences
        run(AnswerDialog(data, window.clock, known.way, known.signed, lambda name: _keep_signed(window, name), window))


def _keep_place(window: MainWindow) -> None:
    """Keep that the base stays where it lies: it is not asked again."""
    window.preferences = window.preferences.with_stay(window.preferences.federation)
    prefs.save(window.preferences)


def _keep_signed(window: MainWindow, name: str) -> None:
    window.preferences = replace(window.preferences, signed=name)
    prefs.save(window.preferences)


def _export(window: MainWindow, page: FederationPage, kind: str, view: View) -> None:
    """Ask where to write the table or the summary, and write it in a thread."""
    from msp_desktop.ui.papers.place_now import proposed_folder

    day = window.clock().date()
    proposed = proposed_folder() / f"federation_{day.isoformat()}.{kind}"
    path, _kind = QtWidgets.QFileDialog.getSaveFileName(window, _("Export"), str(proposed), f"*.{kind}")
    if path and not path.casefold().endswith(f".{kind}"):
        path = f"{path}.{kind}"
    if path:
        page.write(view, Path(path))
