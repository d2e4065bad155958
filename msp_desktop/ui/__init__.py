"""The window.

On Python 3.11, PySide6 6.12 gives back one reference to None too many at each call that returns nothing
(from Python 3.12 on None is immortal and it does not matter): some thousands of drawing calls later the
interpreter stops with « deallocating None ». None is made as good as immortal here, before any such call.
"""

import sys

if sys.version_info < (3, 12):
    import ctypes

    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 48
