"""The menus: one small function for each action."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtWidgets  # a dialog's class is made by Qt when first named: not before the first paint
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from msp_desktop import fleet, log
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.tabs import TAB_KEYS, TABS
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX, dossiers_folder
from msp_desktop.ui.shell import closing, papers, support
from msp_desktop.ui.shell.allowed import allowed
from msp_desktop.ui.shell.edit_menu import EditMenu
from msp_desktop.ui.widgets.locking import hold
from msp_desktop.ui.widgets.modal import run

if TYPE_CHECKING:
    from msp_desktop.ui.dialogs.asking import Keep
    from msp_desktop.ui.main_window import MainWindow

TEXT_SIZES = (100, 110, 125, 150, 175, 200)
#: The keys of the digit row without Shift on a French keyboard: a tab is reached by the key's place there too.
FRENCH_DIGIT_ROW = "&é\"'(-è_ç"


def make_menus(window: MainWindow) -> dict[str, QAction]:
    """Fill the menu bar and return the actions that change with the dossier, by name."""
    found: dict[str, QAction] = {}
    bar = window.menuBar()
    _dossier_menu(window, bar.addMenu(_("&Dossier")), found)
    _edit_menu(window, bar.addMenu(_("&Edit")), found)
    documents = bar.addMenu(_("D&ocuments"))
    found["documents"] = documents.menuAction()
    documents.aboutToShow.connect(partial(papers.fill_menu, window, documents))
    _view_menu(window, bar.addMenu(_("&View")), found)
    _help_menu(window, bar.addMenu(_("&Help")), found)
    _tab_keys(window)
    return found


def refresh(window: MainWindow) -> None:
    """Bring the menus up to date: undo and redo named, what needs a dossier greyed."""
    history = window.workspace.store.history if window.workspace else None
    undo, redo = (history.undo_label(), history.redo_label()) if history else (None, None)
    waiting = bool(window.workspace and window.workspace.drafts.waiting())
    named = window.actions_by_name
    end = window.workspace.end_of_history() if window.workspace else None
    named["undo"].setText(_("Undo: {step}").format(step=undo).replace("&", "&&") if undo else end or _("Undo"))
    named["redo"].setText(_("Redo: {step}").format(step=redo).replace("&", "&&") if redo else _("Redo"))
    named["undo"].setEnabled(bool(undo) or waiting or end is not None)
    named["redo"].setEnabled(bool(redo))
    if window.workspace is None and window.just_done is not None:
        named["undo"].setText(_("Undo"))
        named["undo"].setEnabled(True)
    dossier = ("copy", "stick", "change", "commune", "day_zero", "exchange", "print", "saved", "search", "documents")
    kept = window.workspace is not None and not window.workspace.store.is_copy
    for name in ("rename", "archive", "bin"):
        named[name].setEnabled(kept)
    for name in (*dossier, "prefill", "privacy", "federation", *TAB_KEYS):
        named[name].setEnabled(window.workspace is not None)
    if window.workspace is not None and window.workspace.read_only:
        named["day_zero"].setEnabled(False)
        named["exchange"].setEnabled(False)
        named["prefill"].setEnabled(False)


# --- menus ---------------------------------------------------------------------------------------


def _dossier_menu(window: MainWindow, menu: QMenu, found: dict[str, QAction]) -> None:
    _add(window, menu, _("New dossier…"), partial(new_dossier, window), "Ctrl+N")
    _add(window, menu, _("Open…"), partial(browse, window), "Ctrl+O")
    found["change"] = _add(window, menu, _("Change commune…"), window.change_commune)
    menu.addSeparator()
    found["commune"] = _add(window, menu, _("Commune and letterhead…"), partial(edit_commune, window))
    found["privacy"] = _add(window, menu, _("Personal data…"), partial(show_privacy, window))
    found["day_zero"] = _add(window, menu, _("Mandate and day 0…"), partial(move_day_zero, window))
    found["prefill"] = _add(window, menu, _("Pre-fill from an official file…"), partial(prefill, window))
    hold("DisableImport", found["prefill"])
    _add(window, menu, _("Open an answer of the federation…"), partial(choose_reply, window))
    menu.addSeparator()
    found["saved"] = _add(window, menu, _("Save"), partial(say_saved, window), QKeySequence.StandardKey.Save)
    found["copy"] = _add(window, menu, _("Save a copy…"), partial(save_copy, window))
    found["stick"] = _add(window, menu, _("Copy to a stick…"), partial(copy_to_stick, window))
    hold("DisableStick", found["stick"])
    _add(window, menu, _("Safe copies…"), partial(show_copies, window))
    menu.addSeparator()
    found["rename"] = _add(window, menu, _("Rename this dossier…"), partial(keep_this, window, "rename"))
    found["archive"] = _add(window, menu, _("Put this dossier in the archive"), partial(keep_this, window, "archive"))
    found["bin"] = _add(window, menu, _("Put this dossier in the recycle bin…"), partial(keep_this, window, "bin"))
    _add(window, menu, _("Put away, find again…"), partial(manage_dossiers, window))
    _add(window, menu, _("Join neighbouring communes…"), partial(join_communes, window))
    menu.addSeparator()
    hold("DisableSample", _add(window, menu, _("Sample commune"), partial(open_sample, window)))
    _add(window, menu, _("Federation…"), partial(open_federation, window))
    _add(window, menu, _("Quit"), window.close, "Ctrl+Q")


def _edit_menu(window: MainWindow, menu: QMenu, found: dict[str, QAction]) -> None:
    found["undo"] = _add(window, menu, _("Undo"), partial(undo, window), QKeySequence.StandardKey.Undo)
    found["redo"] = _add(window, menu, _("Redo"), partial(_redo, window), QKeySequence.StandardKey.Redo)
    found["redo"].setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
    menu.addSeparator()
    EditMenu(menu, window)
    menu.addSeparator()
    found["exchange"] = _add(window, menu, _("Note an exchange"), window.note_exchange, "Ctrl+J")
    found["search"] = _add(window, menu, _("Search in the dossier"), window.search, QKeySequence.StandardKey.Find)
    menu.addSeparator()
    found["print"] = _add(window, menu, _("Print…"), partial(papers.print_tab, window), "Ctrl+P")


def _view_menu(window: MainWindow, menu: QMenu, found: dict[str, QAction]) -> None:
    for index, tab in enumerate(TABS):
        found[tab.key] = _add(window, menu, _(tab.title), partial(_show_at, window, index))
        found[tab.key].setShortcuts([QKeySequence(f"Ctrl+{keys}") for keys in (index + 1, FRENCH_DIGIT_ROW[index])])
    menu.addSeparator()
    sizes = menu.addMenu(_("Text size"))
    group = QActionGroup(sizes)
    for percent in TEXT_SIZES:
        action = sizes.addAction(f"{percent}\u00a0%")
        action.setCheckable(True)
        action.triggered.connect(partial(_set_text, window, percent))
        group.addAction(action)
        if percent < _least_percent():
            hold("MinimumTextPercent", action)
    sizes.aboutToShow.connect(partial(_tick_size, window, group))
    sizes.addSeparator()
    # Not « Ctrl + - »: on a French keyboard it is the key of the sixth tab.
    for words, keys, by in (
        (_("Larger"), ("Alt++", "Alt+=", "Ctrl++"), 1),
        (_("Smaller"), ("Alt+-",), -1),
        (_("Usual size"), ("Alt+0", "Alt+à", "Ctrl+0"), 0),
    ):
        action = _add(window, sizes, words, partial(_step_text, window, by))
        action.setShortcuts([QKeySequence(key) for key in keys])
    themes = menu.addMenu(_("Theme"))
    group = QActionGroup(themes)
    for name, words in (("auto", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))):
        action = themes.addAction(words)
        action.setCheckable(True)
        action.setChecked(name == window.preferences.shown_theme)
        action.triggered.connect(partial(_set_theme, window, name))
        group.addAction(action)
    hold("Theme", themes.menuAction())


def _help_menu(window: MainWindow, menu: QMenu, found: dict[str, QAction]) -> None:
    _add(window, menu, _("Help on this tab"), partial(show_help, window), "F1")
    _add(window, menu, _("Getting started"), partial(show_page, window, "start"))
    _add(window, menu, _("What it is all about"), partial(show_page, window, "basics"))
    _add(window, menu, _("Print, send, find again"), partial(show_page, window, "documents"))
    _add(window, menu, _("Safe copies"), partial(show_page, window, "copies"))
    _add(window, menu, _("A damaged dossier"), partial(show_page, window, "damaged"))
    _add(window, menu, _("Privacy"), partial(show_page, window, "privacy"))
    _add(window, menu, _("Without a mouse, with a screen reader"), partial(show_page, window, "access"))
    _add(window, menu, _("Your IT service"), partial(show_page, window, "fleet"))
    _add(window, menu, _("Glossary"), partial(show_page, window, "glossary"))
    menu.addSeparator()
    found["federation"] = _add(window, menu, _("Our regional federation…"), partial(show_federation, window))
    menu.addSeparator()
    _add(window, menu, _("Open the data's location"), partial(support.open_data_location, window))
    _add(window, menu, _("Copy the diagnostic"), partial(support.copy_diagnostic, window))
    menu.addSeparator()
    _add(window, menu, _("About"), partial(support.show_about, window))


def _tab_keys(window: MainWindow) -> None:
    for key, by in (("F6", 1), ("Shift+F6", -1)):
        action = QAction(window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(partial(window.step_pane, by))
        window.addAction(action)
    for keys, by in ((("Ctrl+Tab", "Ctrl+PgDown"), 1), (("Ctrl+Shift+Tab", "Ctrl+PgUp"), -1)):
        action = QAction(window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(partial(_step, window, by))
        window.addAction(action)


# --- dossiers --------------------------------------------------------------------------------------


def new_dossier(window: MainWindow) -> None:
    """Ask for the commune, the mayor, the dates and the letterhead, then open the new dossier.

    What is typed is shown again at the next wish for a new one until a dossier is made of it.
    """
    from msp_desktop.services.dossiers import change_arms, proposed_path
    from msp_desktop.services.dossiers import new_dossier as make
    from msp_desktop.ui.dialogs.new_dossier import NewDossier

    keep = _kept_for_a_new_dossier()
    dialog = NewDossier(window.clock().date(), window, keep)
    while run(dialog):
        commune = dialog.commune()
        try:
            if not window.close_dossier():
                break
            store = make(proposed_path(dossiers_folder(), commune.name), commune)
            arms = dialog.arms()
            if arms is not None:
                change_arms(store, *arms)
                store.history.clear()
        except UserError as error:
            window.change_commune()
            window.refuse(error.sentence)
            continue  # with all that is typed: Qt deletes the dialog once this function is left
        dialog.forget_words()
        window.show_store(store)
        break
    if keep is not None:
        keep[0].finish()
        if keep[0].all():
            window.say(_("What you typed is kept: « New dossier » shows it again."))


def _kept_for_a_new_dossier() -> Keep | None:
    """Return where what is typed for a dossier that does not exist yet is kept; None where this computer has no room."""
    from msp_desktop.services.kept_words import file_for
    from msp_desktop.ui.drafts import DraftKey
    from msp_desktop.ui.kept_words import KeptWords

    name = "nouveau-dossier"
    with suppress(UserError, OSError):
        place = dossiers_folder() / name
        return KeptWords(file_for(name, place), place), DraftKey(name, None, "")
    return None


def browse(window: MainWindow) -> None:
    """Choose a dossier's file and open it."""
    path = chosen_file(window)
    if path is not None:
        window.open_dossier(path)


def chosen_file(window: MainWindow) -> Path | None:
    """Have a dossier's file chosen; None where it is given up."""
    pattern = _("Dossiers (*{suffix})").format(suffix=DOSSIER_SUFFIX)
    path, _kind = QtWidgets.QFileDialog.getOpenFileName(window, _("Open a dossier"), str(dossiers_folder()), pattern)
    return Path(path) if path else None


def keep_this(window: MainWindow, what: str) -> None:
    """Rename the dossier that is open, put it in the archive or in the recycle bin."""
    from msp_desktop.ui.shell import keeping

    if window.workspace is None:
        return
    path = str(window.workspace.store.path.absolute())
    if what == "rename":
        keeping.rename(window, path)
    elif (keeping.archive if what == "archive" else keeping.put_in_bin)(window, path):
        window.show_start()


def manage_dossiers(window: MainWindow) -> None:
    """Show all dossiers of this computer: to rename, put away, delete or find again."""
    from msp_desktop.ui.dialogs.known_dossiers import KnownDossiers

    dialog = KnownDossiers(window)
    if run(dialog):
        window.open_dossier(Path(dialog.path))
    elif window.workspace is None:
        window.show_start()
    elif window.just_done is not None:
        window.say(window.just_done.sentence)


def join_communes(window: MainWindow) -> None:
    """Join neighbouring communes from what each of them sent."""
    from msp_desktop.ui.dialogs.basin_dialog import BasinDialog

    run(BasinDialog(window.clock(), window))


def bring_home(window: MainWindow) -> None:
    """Close the dossier, copy it to this computer and open the copy; the first one stays where it is."""
    from msp_desktop.services.dossiers import bring_home as copy_home

    if window.workspace is None:
        return
    path = window.workspace.store.path
    if not window.close_dossier():
        return
    try:
        home = copy_home(path)
    except UserError as error:
        window.open_dossier(path)
        window.refuse(error.sentence)
        return
    if window.open_dossier(home):
        window.say(_("Copied to this computer and opened there. The first dossier stays where it was."))


def open_sample(window: MainWindow) -> None:
    """Open the sample commune: as it was left, or made anew where there is none."""
    from msp_desktop.services.sample import NAME, make_sample

    if not allowed(window, "DisableSample"):
        return
    path = dossiers_folder() / f"{NAME}{DOSSIER_SUFFIX}"
    if os.path.lexists(path):
        window.open_dossier(path)
        return
    if not window.close_dossier():
        return
    try:
        window.show_store(make_sample(dossiers_folder(), window.clock().date()))
    except UserError as error:
        window.refuse(error.sentence)


def open_federation(window: MainWindow) -> None:
    """Show the communes that a federation receives papers of."""
    from msp_desktop.ui.shell.federation import open_last

    open_last(window)


def save_copy(window: MainWindow) -> None:
    """Write a whole copy of the dossier where the user says."""
    from msp_desktop.db.copies import write_copy
    from msp_desktop.places import kind_of
    from msp_desktop.ui.papers.place_now import proposed_folder

    workspace = window.workspace
    if workspace is None:
        return
    window.flush()
    day = window.clock().date().isoformat()
    proposed = proposed_folder() / f"{workspace.store.path.stem}_{day}{DOSSIER_SUFFIX}"
    path, _kind = QtWidgets.QFileDialog.getSaveFileName(window, _("Save a copy"), str(proposed), f"*{DOSSIER_SUFFIX}")
    if not path:
        return
    target = Path(path)
    if target.absolute() == workspace.store.path.absolute():
        window.refuse(_("This is the dossier itself, which is already saved: choose another name for the copy."))
        return
    try:
        write_copy(workspace.store.connection, target)
    except UserError as error:
        window.refuse(error.sentence)
        return
    place = kind_of(target)
    where = f"{target} ({place.words})" if place is not None else str(target)
    window.say(_("Copy written: {path}").format(path=where))


def show_copies(window: MainWindow) -> None:
    """Show the safe copies there are."""
    from msp_desktop.ui.shell.copies import show

    show(window)


def copy_to_stick(window: MainWindow) -> None:
    """Copy the dossier to a stick, and read it back."""
    from msp_desktop.ui.shell.copies import to_stick

    to_stick(window)


def say_saved(window: MainWindow) -> None:
    """Answer Ctrl+S: everything is on the disk, or why it is not."""
    from msp_desktop.formats.hours import clock

    if window.workspace is not None and not window.workspace.flush(said=False):
        closing.tell_unsaved(window, window.workspace)
        if window.workspace.drafts.waiting():
            window.show_unsaved()
            return
    if window.workspace is not None and window.workspace.kept.returned():
        window.say(_("Words of last time are not saved yet"))
        return
    window.say(_("Everything is saved ({time})").format(time=clock(window.clock().time())))


def edit_commune(window: MainWindow) -> None:
    """Open the form of the commune, its mayor, its letterhead and its federation."""
    from msp_desktop.ui.dialogs.commune_form import CommuneForm

    if window.workspace is not None:
        run(CommuneForm(window.workspace, window), window.workspace)


def prefill(window: MainWindow, paths: Sequence[Path] = ()) -> None:
    """Show the page that fills the inventory from official files, with those just dropped on the window."""
    window.go_to("inventory", ("official", tuple(paths)))


def choose_reply(window: MainWindow) -> None:
    """Choose the file of an answer, and show it beside the dossier it is for."""
    from msp_desktop.ui.shell.replies import PATTERNS, open_reply

    pattern = _("Answers of the federation ({patterns})").format(patterns=" ".join(PATTERNS))
    path, _kind = QtWidgets.QFileDialog.getOpenFileName(window, _("Open an answer of the federation"), "", pattern)
    if path:
        open_reply(window, Path(path))


def show_privacy(window: MainWindow) -> None:
    """Show the papers on personal data, how long data are kept, and whom to look at again."""
    from msp_desktop.ui.dialogs.privacy_dialog import PrivacyDialog

    if window.workspace is not None:
        run(PrivacyDialog(window.workspace, window), window.workspace)


def move_day_zero(window: MainWindow) -> None:
    """Ask for the mandate's start and day 0."""
    from msp_desktop.ui.dialogs.day_zero import DayZero

    workspace = window.workspace
    if workspace is not None:
        run(DayZero(workspace, window), workspace)


def open_form(window: MainWindow, name: str, action_id: Any) -> None:
    """Open one of the small forms inside the actions; exchanges have their own panel."""
    if name == "exchanges":
        if window.workspace is not None:
            window.workspace.request_exchange.emit(Begin(action_id=action_id))
        return
    from msp_desktop.ui.dialogs.small_forms.opening import open_small_form

    if window.workspace is not None:
        open_small_form(window.workspace, name, action_id, window)


# --- help, view, keys ---------------------------------------------------------------------------------


def show_help(window: MainWindow) -> None:
    """Show the help page of the tab shown."""
    from msp_desktop.ui.dialogs.help import Help

    alone = window.alone_page()
    run(Help(window.current_key() or (alone.help_page if alone is not None else "start"), window))


def show_federation(window: MainWindow) -> None:
    """Show the federation of the commune's region, among the others."""
    window.go_to("actors", ("directory", "federations"))


def show_page(window: MainWindow, page: str) -> None:
    """Show the help page named, or the glossary."""
    from msp_desktop.ui.dialogs.help import Help

    run(Help(page, window))


def _set_text(window: MainWindow, percent: int, _checked: bool = False) -> None:
    window.set_theme(window.preferences.theme, percent)


def _tick_size(window: MainWindow, group: QActionGroup) -> None:
    """Tick the present size, which keys may have changed."""
    for action, percent in zip(group.actions(), TEXT_SIZES, strict=True):
        action.setChecked(percent == window.preferences.shown_percent)


def _step_text(window: MainWindow, by: int) -> None:
    """Make the text one step larger or smaller, or as large as it is at first: 0."""
    present, least = window.preferences.shown_percent, _least_percent()
    steps = sorted({*(size for size in TEXT_SIZES if size >= least), present, least})
    place = min(max(steps.index(present) + by, 0), len(steps) - 1) if by else 0
    percent = steps[place]
    if percent != present:
        _set_text(window, percent)
    said = _("The text is at {percent} %").format(percent=percent)
    stopped = by <= 0 and percent == least > TEXT_SIZES[0]
    window.say(_("{words} (set by your IT service)").format(words=said) if stopped else said)


def _least_percent() -> int:
    """Return the smallest size of text there is on this computer."""
    return max(TEXT_SIZES[0], fleet.present().number("MinimumTextPercent"))


def _set_theme(window: MainWindow, name: str, _checked: bool = False) -> None:
    window.set_theme(name, window.preferences.text_percent)


def undo(window: MainWindow) -> None:
    """Take back the last step."""
    if window.workspace is not None:
        window.workspace.undo()
    elif (alone := window.alone_page()) is not None:
        alone.undo()
    elif window.just_done is not None:
        from msp_desktop.ui.shell import keeping

        keeping.undo(window)


def _redo(window: MainWindow) -> None:
    if window.workspace is not None:
        window.workspace.redo()


def _step(window: MainWindow, by: int, _checked: bool = False) -> None:
    window.step_tab(by)


def _show_at(window: MainWindow, index: int) -> None:
    window.show_tab_at(index)


def _add(
    window: MainWindow,
    menu: QMenu,
    words: str,
    act: Callable[[], Any],
    keys: str | QKeySequence.StandardKey | None = None,
) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: log.command(getattr(getattr(act, "func", act), "__name__", "")))
    action.triggered.connect(lambda _checked=False: act())
    if keys is not None:
        action.setShortcut(QKeySequence(keys))
    return action
