"""Our window on a dossier, started as the program starts it."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

# As in the program itself, ours comes first: see msp_desktop/ui/__init__.py.
from msp_desktop.ui.start import begin, make_application, make_window  # isort: skip

from benchmarks.start_watch import StartWatch

app = make_application(sys.argv)
window = make_window(Path(sys.argv[1]), datetime(2026, 4, 28, 14, 32))
watch = StartWatch(window, window.current_page(), window.is_loaded)
begin(window)
sys.exit(app.exec())
