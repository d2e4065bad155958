"""The most memory a process may have, set by the program that started it."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

#: SetInformationJobObject: which information, and what of it is set.
_EXTENDED, _PROCESS_MEMORY, _KILL_ON_CLOSE = 9, 0x100, 0x2000


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    ]


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = [
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


def hold_memory(process: subprocess.Popen[bytes], most: int) -> Callable[[], None]:
    """Let a process have so many bytes at most, and return what is to be called once it has ended.

    Asked for more, it gets none (MemoryError in Python). Where the system refuses to hold it, it goes on unheld.
    """
    return _in_a_job(process, most) if sys.platform == "win32" else _limited(process, most)


def _limited(process: subprocess.Popen[bytes], most: int) -> Callable[[], None]:
    import resource

    with suppress(OSError):  # it has ended already
        resource.prlimit(process.pid, resource.RLIMIT_AS, (most, most))
    return lambda: None


def _in_a_job(process: subprocess.Popen[bytes], most: int) -> Callable[[], None]:
    """Put a process into a Job object of its own, which ends it when this program ends, however it does."""
    windows: Any = ctypes  # what only Windows has of it
    kernel = windows.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _Extended(ProcessMemoryLimit=most)
    limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _KILL_ON_CLOSE
    kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits))
    handle: Any = process
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(int(handle._handle)))
    return lambda: kernel.CloseHandle(job)
