"""Check that every DLL a bundled program needs is bundled, or is part of Windows 10."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pefile

PROGRAMS = (".dll", ".pyd", ".exe")

#: What is part of every Windows 10 (1809) and 11, and that something bundled asks for: a new name here is a decision.
#: The api-ms-win-* and ext-ms-win-* sets are Windows' own other names for them.
WINDOWS = frozenset(
    [
        "advapi32",
        "authz",
        "bcrypt",
        "comdlg32",
        "d3d11",
        "d3d12",
        "d3d9",
        "dnsapi",
        "dwmapi",
        "dwrite",
        "dxgi",
        "gdi32",
        "icuuc",
        "imm32",
        "iphlpapi",
        "kernel32",
        "mpr",
        "mscms",
        "msvcrt",
        "netapi32",
        "ntdll",
        "ole32",
        "oleaut32",
        "propsys",
        "rpcrt4",
        "secur32",
        "setupapi",
        "shell32",
        "shlwapi",
        "uiautomationcore",
        "user32",
        "userenv",
        "uxtheme",
        "version",
        "winhttp",
        "winmm",
        "winspool",
        "ws2_32",
        "wtsapi32",
    ]
)
WINDOWS_SETS = ("api-ms-win-", "ext-ms-win-")


def imports_of(path: Path) -> set[str]:
    """Return the DLLs a program asks for, at its start or later, in lower case."""
    program = pefile.PE(str(path), fast_load=True)
    try:
        wanted = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        program.parse_data_directories([pefile.DIRECTORY_ENTRY[name] for name in wanted])
        entries = [
            *getattr(program, "DIRECTORY_ENTRY_IMPORT", []),
            *getattr(program, "DIRECTORY_ENTRY_DELAY_IMPORT", []),
        ]
        return {entry.dll.decode().lower() for entry in entries}
    finally:
        program.close()


def missing_dlls(stage: Path) -> dict[str, list[str]]:
    """Return the DLLs that are nowhere, each with the bundled files that ask for it."""
    files = sorted(path for path in stage.rglob("*") if path.suffix.lower() in PROGRAMS)
    bundled = {path.name.lower() for path in files}
    missing: dict[str, list[str]] = defaultdict(list)
    for path in files:
        for name in imports_of(path) - bundled:
            stem = name.removesuffix(".dll").removesuffix(".drv")
            if stem not in WINDOWS and not name.startswith(WINDOWS_SETS):
                missing[name].append(path.relative_to(stage).as_posix())
    return dict(missing)
