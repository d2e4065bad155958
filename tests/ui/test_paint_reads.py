"""No file is read while Qt asks for something to be drawn or measured: an error there would end the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from msp_desktop.domain.tabs import TAB_KEYS
from tests.dossiers import open_sample

#: In a process of its own, where nothing has been read before; an audit hook cannot be taken off again.
SCRIPT = """
import sys
from datetime import datetime
from pathlib import Path
from msp_desktop.ui.start import make_application
from PySide6.QtCore import QEvent, QObject
from msp_desktop.db.dossier import open_dossier
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.picture import settle
from PySide6.QtWidgets import QWidget

OVERRIDES = {"paintEvent", "paint", "sizeHint", "minimumSizeHint", "heightForWidth", "data", "headerData", "rowCount",
             "columnCount", "flags", "resizeEvent", "drawBackground"}
found = []

def watch(event, arguments):
    if event != "open":
        return
    frame, names = sys._getframe(1), []
    while frame is not None:
        if "msp_desktop" in frame.f_code.co_filename or frame.f_code.co_filename == "<string>":
            names.append(frame.f_code.co_name)
        frame = frame.f_back
    if OVERRIDES & set(names):
        found.append(f"{arguments[0]} in {' < '.join(names)}")

class Probe(QWidget):
    def paintEvent(self, event):
        open(sys.executable, "rb").close()

app = make_application(["x"], Preferences())
sys.addaudithook(watch)
probe = Probe()
probe.show()
settle(30)
print(len(found))
probe.close()
found.clear()
window = MainWindow(lambda: datetime(2026, 4, 28, 14, 32), Preferences())
window.show_start()
window.show()
settle(30)
window.open_dossier(Path(sys.argv[1]))
for key in sys.argv[2:]:
    window.go_to(key)
    settle(150)
    for theme in ("dark", "light"):
        window.set_theme(theme, 100)
        settle(30)
print(found)
window.close()
"""


@pytest.mark.slow
def test_no_file_is_read_while_anything_is_painted_or_measured(tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    store.connection.close()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(store.path), *TAB_KEYS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    seen, found = done.stdout.splitlines()
    assert seen != "0"  # the watch sees a read where there is one
    assert found == "[]"
