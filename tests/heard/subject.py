"""The window, taken from scene to scene while another process reads it: `python -m tests.heard.subject FOLDER [KEY…]`.

It says the key of each scene once that stands, and goes on at each line it is given.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier, QTimer
from PySide6.QtWidgets import QWidget

from msp_desktop import i18n
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.start import make_application
from tests.dossiers import open_new, open_sample
from tools.scene import EMPTY, NONE, SAMPLE
from tools.scenes import SCENES, reset, window_on

#: What is drawn later than that is not waited for, in milliseconds; and how often it is looked whether all is drawn.
_SOON, _MOST = 1000, 20


def main() -> int:
    """Visit each scene asked for, all of them where none is named."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    i18n.install("fr")
    application = make_application(sys.argv[:1], Preferences())
    makers = {SAMPLE: open_sample, EMPTY: open_new, NONE: lambda _folder: None}
    for dossier, make in makers.items():
        window = window_on(make(folder / dossier))
        window.resize(1366, 697)
        window.move(0, 20)
        window.show()
        window.activateWindow()
        for scene in SCENES:
            if scene.dossier == dossier and (not wanted or scene.key in wanted):
                try:
                    scene.visit(window, lambda widget, key=scene.key: _shown(key, widget))
                except LookupError as error:  # said, and judged by whoever reads: the scenes' own test fails too
                    _say(f"{scene.key}\tnot found: {error}")
                    os.read(sys.stdin.fileno(), 1)
                reset(window)
        window.close_dossier()
        window.wait_for_copies()
        window.hide()
        window.deleteLater()
        application.processEvents()
    return 0


def _shown(key: str, widget: QWidget) -> None:
    """Say that a scene stands, and let the window live until the reader is done."""
    loop = QEventLoop()
    for _time in range(_MOST):
        QTimer.singleShot(150, loop, loop.quit)
        loop.exec()
        if not _is_settling(widget):
            break
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_read: (os.read(sys.stdin.fileno(), 1), loop.quit()))
    _say(f"{key}\t{widget.windowTitle()}")
    loop.exec()
    notifier.setEnabled(False)
    notifier.deleteLater()


def _is_settling(widget: QWidget) -> bool:
    """Tell whether something in sight is to be drawn in a moment, as the preview of a paper."""
    waiting = (one for one in widget.window().findChildren(QTimer) if one.isSingleShot() and one.isActive())
    return any(
        one.interval() <= _SOON and isinstance(by := one.parent(), QWidget) and by.isVisible() for one in waiting
    )


def _say(line: str) -> None:
    sys.stdout.write(line.replace("\n", " ") + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
