"""The window.

On Python 3.11, PySide6 6.12 gives back one reference to None too many at each call that returns nothing
(from Python 3.12 on None is immortal and it does not matter): some thousands of drawing calls later the
interpreter stops with « deallocating None ». So do some calls with True and False. All three are made as good as
immortal here, before any such call.
"""

import sys

# Before PySide6, whose import hook reads the source of every module imported after it and slows it by a fifth.
import msp_desktop.log.reports
import msp_desktop.services.preferences
import msp_desktop.services.small_forms
import msp_desktop.services.summary  # noqa: F401

if sys.version_info < (3, 12):
    import ctypes

    for _lasting in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_lasting)).value += 1 << 48
