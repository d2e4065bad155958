"""Press keys and buttons at random on the sample, and tell of every fault: `python tools/monkey.py SEED SECONDS`.

No mouse in a menu, no desktop, no network: the window is drawn in memory, the dossier lies in a folder that goes.
What is printed is the fault and the last things done before it. The seed chooses what is done; when each thing is
done depends on the machine, so that the same seed may go another way.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import traceback
from collections import deque
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msp_desktop.ui.start import make_application  # isort: skip  (before PySide6: see msp_desktop/ui/__init__.py)
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from msp_desktop.services.preferences import Preferences
from msp_desktop.services.sample import make_sample
from msp_desktop.ui.main_window import MainWindow

NOW = datetime(2026, 4, 28, 14, 32)
KEY = Qt.Key
KEYS = [KEY.Key_Tab] * 8 + [KEY.Key_Backtab, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Left, KEY.Key_Right,
        KEY.Key_Return, KEY.Key_Return, KEY.Key_Space, KEY.Key_Space, KEY.Key_Escape, KEY.Key_Delete,
        KEY.Key_Backspace, KEY.Key_Home, KEY.Key_End, KEY.Key_PageDown, KEY.Key_F2]  # fmt: skip
WITH_CONTROL = [KEY.Key_Z] * 3 + [KEY.Key_Y] * 2 + [KEY.Key_P, KEY.Key_P, KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4,
                KEY.Key_A, KEY.Key_C, KEY.Key_V, KEY.Key_Return, KEY.Key_F]  # fmt: skip
LETTERS = "abcé1239/ <&'«Dupont12/5"


class Monkey:
    """Do one thing at random after another; `done` holds the last ones."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.random = window, random.Random(seed)
        self.done: deque[str] = deque(maxlen=25)
        self.steps = 0

    def go(self) -> None:
        """Do one thing; the next one is asked for first, since this one may open a box and wait."""
        QTimer.singleShot(4, self.go)
        self.steps += 1
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        top = modal or self.window
        focus = QApplication.focusWidget()
        if focus is None or (modal and focus.window() is not modal):
            focus = top.focusWidget() or top
        choice = self.random.random()
        if choice < 0.45:
            self._key(popup or focus, self.random.choice(KEYS))
        elif choice < 0.7:
            letter = self.random.choice(LETTERS)
            self.done.append(letter)
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(popup or focus, event)
        elif choice < 0.8:
            self._key(popup or focus, self.random.choice(WITH_CONTROL), Qt.KeyboardModifier.ControlModifier)
        elif choice < 0.97 and popup is None:
            self._click(top)
        elif modal is not None and popup is None:
            self.done.append("close")
            modal.close()

    def _key(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.done.append(f"{'Ctrl+' if held else ''}{key.name.removeprefix('Key_')}")
        QTest.keyClick(widget, key, held)

    def _click(self, top: QWidget) -> None:
        buttons = [one for one in top.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        if buttons:
            button = self.random.choice(buttons)
            self.done.append(f"[{button.accessibleName() or button.text()}]")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def main(seed: int, seconds: int) -> None:
    """Let a monkey play for so long, then stop; the exit code is 1 where there was a fault."""
    folder = tempfile.mkdtemp(prefix="sante100jours-singe-")
    os.environ["SANTE100JOURS_DATA"] = os.environ["SANTE100JOURS_DOCUMENTS"] = folder
    os.chdir(folder)  # what a file box of Qt's writes goes there too
    app = make_application(sys.argv)
    window = MainWindow(lambda: NOW, Preferences())
    window.resize(1366, 697)
    window.show_store(make_sample(Path(folder), NOW.date()))
    window.show()
    window.load_the_rest()
    monkey = Monkey(window, seed)
    faults: set[str] = set()

    def note(kind: type[BaseException], error: BaseException, trace: object) -> None:
        lines = traceback.format_exception(kind, error, trace)  # type: ignore[arg-type]
        if lines[-2] not in faults:
            faults.add(lines[-2])
            print(f"after {list(monkey.done)}\n{''.join(lines)}", flush=True)

    def stop() -> None:
        print(f"seed {seed}: {monkey.steps} steps, {len(faults)} faults", flush=True)
        os._exit(1 if faults else 0)  # boxes may be open within boxes

    sys.excepthook = note
    QTimer.singleShot(seconds * 1000, stop)
    QTimer.singleShot(0, monkey.go)
    while True:  # should the window be closed, its application goes on
        app.exec()


if __name__ == "__main__":
    if len(sys.argv) != 3 or not all(word.isdecimal() for word in sys.argv[1:]):
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]))
