"""What is shown of the window, and how one comes to it as people do: steps with menus, buttons by name, keys."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, Qt, QThread, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QLineEdit, QMenu, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.widgets.after_paint import all_done

#: The longest wait for a dialog, or for what is made after the paint, in seconds.
PATIENCE = 20.0
#: The longest wait for a button, in seconds.
SOON = 5.0
#: What looks again so often, in milliseconds, counts or searches by steps, or waits for a thread.
WORKING = 50
#: How long nothing is done between two looks, in milliseconds: a loop without it takes a whole processor to wait.
REST = 2

Step = Callable[[QWidget], None]
Act = Callable[[QWidget], object]

SAMPLE, EMPTY, NONE = "sample", "empty", "none"


class Opening(NamedTuple):
    """A step that opens a dialog of this class, which holds it until it is closed; « » for any."""

    kind: str
    step: Step


class Scene(NamedTuple):
    """Something to look at, by its key: steps from a window just opened on this `dossier` (`NONE`: the start page)."""

    key: str
    steps: tuple[Step | Opening, ...] = ()
    dossier: str = SAMPLE

    def dialog(self) -> str:
        """Return the class of the dialog this ends in, « » for a page of the window."""
        kinds = [step.kind for step in self.steps if isinstance(step, Opening)]
        return kinds[-1] if kinds else ""

    def visit(self, window: MainWindow, act: Act) -> None:
        """Go there, call `act` on the dialog or the window while it is open, close the dialogs; raise what went wrong."""
        _go(window, self.steps, act)


def _go(top: QWidget, steps: tuple[Step | Opening, ...], act: Act) -> None:
    if not steps:
        settle(top)
        act(top)
        return
    first, rest = steps[0], steps[1:]
    settle(top)
    if isinstance(first, Opening):
        _in_dialog(first, top, lambda dialog: _go(dialog, rest, act))
    else:
        first(top)
        _go(top, rest, act)


def _in_dialog(opening: Opening, top: QWidget, act: Act) -> None:
    """Do the step that opens a dialog; once it is open act in it, then close it."""
    seen: list[QWidget] = []
    wrong: list[BaseException] = []
    end = time.monotonic() + PATIENCE
    timer = QTimer()
    timer.setInterval(10)

    def look() -> None:
        found = QApplication.activeModalWidget()
        if not isinstance(found, QDialog) or found is top or opening.kind not in ("", type(found).__name__):
            if time.monotonic() > end:
                timer.stop()
                if isinstance(found, QDialog) and found is not top:
                    found.done(0)
            return
        timer.stop()
        seen.append(found)
        try:
            act(found)
        except BaseException as error:  # noqa: BLE001 – raised again outside Qt
            wrong.append(error)
        found.done(0)
        if found.isVisible():  # it would ask what becomes of what is typed
            found.hide()

    timer.timeout.connect(look)
    timer.start()
    opening.step(top)
    timer.stop()
    if wrong:
        raise wrong[0]
    if not seen:
        raise LookupError(f"no {opening.kind or 'dialog'} was opened")


def settle(top: QWidget, milliseconds: int = 0) -> None:
    """Let a window work until all it makes after its paint is there, nothing is at work in it, and so long at least.

    What comes of it is the same on a slow machine and on a quick one.
    """
    clock = QElapsedTimer()
    clock.start()
    while True:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        past = clock.elapsed()
        if past >= milliseconds and ((all_done(top) and not at_work(top)) or past > PATIENCE * 1000):
            return
        QThread.msleep(REST)


def at_work(top: QWidget) -> bool:
    """Tell whether something is still counted, looked for or made in a window, by steps or in a thread."""
    timers = any(one.isActive() and one.interval() <= WORKING for one in top.findChildren(QTimer))
    return timers or any(one.isRunning() for one in top.findChildren(QThread))


# --- steps ---------------------------------------------------------------------------------------


def menu(heading: str, *path: str) -> Step:
    """Choose in the menu bar, by the English words of its menus."""

    def step(top: QWidget) -> None:
        assert isinstance(top, MainWindow)
        _trigger(list(top.menuBar().actions()), [heading, *path])

    return step


def _trigger(actions: list[QAction], path: list[str]) -> None:
    wanted = plain(path[0])
    found = next((action for action in actions if plain(action.text(), translate=False) == wanted), None)
    if found is None:
        raise LookupError(f"no « {wanted} » among {[action.text() for action in actions]}")
    below = found.menu()
    if len(path) == 1:
        found.trigger()
    else:
        assert isinstance(below, QMenu)
        below.aboutToShow.emit()
        _trigger(below.actions(), path[1:])


def plain(words: str, *, translate: bool = True) -> str:
    """Return words as they are read, translated, without the mark of their key."""
    return (_(words) if translate else words).replace("&", "").strip()


def press(words: str) -> Step:
    """Press the first button that is seen with these English words on it or as its name; « {braces} » hold any words."""

    def step(top: QWidget) -> None:
        wanted = re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(plain(words))))
        end = time.monotonic() + SOON
        while True:
            seen = [one for one in top.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
            for one in seen:
                if any(wanted.fullmatch(said) for said in (plain(one.text(), translate=False), one.accessibleName())):
                    one.click()
                    return
            if time.monotonic() > end:
                raise LookupError(f"no button « {plain(words)} » among {[one.accessibleName() for one in seen]}")
            settle(top, 50)  # what is read in a thread enables it

    return step


def of_menu(button: str, words: str) -> Step:
    """Choose in the menu that a button seen holds, both by their English words."""

    def step(top: QWidget) -> None:
        wanted = plain(button)
        for one in top.findChildren(QAbstractButton):
            held = one.menu() if hasattr(one, "menu") and callable(one.menu) else None
            if one.isVisible() and isinstance(held, QMenu) and wanted in (one.text().strip(), one.accessibleName()):
                held.aboutToShow.emit()
                _trigger(held.actions(), [words])
                return
        raise LookupError(f"no button « {wanted} » with a menu")

    return step


def go(tab: str, page: str | None = None, own: object = None) -> Step:
    """Show a tab by its key, a page of it, one thing of that page."""

    def step(top: QWidget) -> None:
        assert isinstance(top, MainWindow)
        top.go_to(tab, own if page is None else (page, own))

    return step


def choose(view: str, row: int) -> Step:
    """Put the keyboard on a row of the list or table seen with this English name, as arrows do."""

    def step(top: QWidget) -> None:
        found = _seen(top, view)
        found.setFocus(Qt.FocusReason.TabFocusReason)
        found.setCurrentIndex(found.model().index(row, 0))

    return step


def _seen(top: QWidget, name: str) -> QAbstractItemView:
    views = [one for one in top.findChildren(QAbstractItemView) if one.isVisible()]
    for one in views:
        if one.accessibleName() == _(name):
            return one
    raise LookupError(f"no list « {_(name)} » among {[one.accessibleName() for one in views]}")


def keys(*presses: Qt.Key, then: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Step:
    """Press keys one after the other where the keyboard is."""

    def step(top: QWidget) -> None:
        for key in presses:
            QTest.keyClick(top.focusWidget() or top, key, then)

    return step


def type_in(field: str, words: str) -> Step:
    """Type in the line seen with this English name."""

    def step(top: QWidget) -> None:
        lines = [one for one in top.findChildren(QLineEdit) if one.isVisible() and one.accessibleName() == _(field)]
        if not lines:
            raise LookupError(f"no line « {_(field)} »")
        lines[0].setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(lines[0], words)

    return step


def opens(kind: str, step: Step) -> Opening:
    """Return a step that opens a dialog of this class."""
    return Opening(kind, step)
