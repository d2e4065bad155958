"""Build the two small programs that start Python, with mingw-w64."""

from __future__ import annotations

from pathlib import Path
from string import Template

import pefile

from winbuild.names import CONSOLE_EXE, EXE, PACKAGING, PROGRAM, PUBLISHER, PYTHON_DLL
from winbuild.steps import run

GCC = "x86_64-w64-mingw32-gcc"
WINDRES = "x86_64-w64-mingw32-windres"
SOURCES = PACKAGING / "launcher"
ICONS = PACKAGING / "icons"
#: Nothing of the day or the machine in what the linker writes.
LINK = ("-s", "-Wl,--no-insert-timestamp", "-municode")


def build_launchers(into: Path, version: str) -> list[Path]:
    """Build the window program and its console twin; return them."""
    made = []
    for name, console in ((EXE, False), (CONSOLE_EXE, True)):
        work = into / f"{name}.work"
        work.mkdir(parents=True, exist_ok=True)
        resources = _resources(work, name, version)
        words = ["-O2", "-Wall", "-Werror", f'-DPYTHON_DLL=L"{PYTHON_DLL}.dll"', '-DMODULE=L"msp_desktop"']
        words += ["-DCONSOLE"] if console else ["-mwindows"]
        run([GCC, *words, *LINK, "-o", into / name, SOURCES / "launcher.c", resources])
        made.append(into / name)
    return made


def build_plain_python(into: Path, runtime_folder: str) -> Path:
    """Build a bare python.exe beside a runtime folder: the build's own tool, never shipped."""
    target = into / "python.exe"
    words = ["-O2", "-Wall", f'-DPYTHON_DLL=L"{PYTHON_DLL}.dll"', f'-DRUNTIME=L"{runtime_folder}"', "-DCONSOLE"]
    run([GCC, *words, *LINK, "-o", target, SOURCES / "launcher.c"])
    return target


def resource_text(text: str) -> str:
    """Return a text as windres reads it between quotes whatever the machine's locale: accents as octal escapes."""
    return "".join(letter if ord(letter) < 128 else f"\\{letter.encode('latin-1')[0]:03o}" for letter in text)


def _resources(work: Path, name: str, version: str) -> Path:
    values = {
        "program": resource_text(PROGRAM),
        "publisher": resource_text(PUBLISHER),
        "exe": name,
        "version": version,
        "numbers": ",".join([*version.split("."), "0"]),
    }
    template = Template((SOURCES / "launcher.rc.in").read_text(encoding="ascii"))
    (work / "launcher.rc").write_text(template.substitute(values), encoding="ascii")
    target = work / "launcher.res.o"
    run([WINDRES, "-I", SOURCES, "-I", ICONS, work / "launcher.rc", "-O", "coff", "-o", target])
    return target


def build_stable_abi_dll(python_dll: Path, target: Path) -> None:
    """Build python3.dll, which hands every name of the stable interface to the versioned DLL.

    Only the test runtime needs it: python.org's zip has its own.
    """
    library = pefile.PE(str(python_dll), fast_load=True)
    library.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_EXPORT"]])
    names = sorted(symbol.name.decode() for symbol in library.DIRECTORY_ENTRY_EXPORT.symbols if symbol.name)
    library.close()
    listing = target.with_suffix(".def")
    forwards = "".join(f"  {name} = {python_dll.stem}.{name}\n" for name in names)
    listing.write_text(f'LIBRARY "{target.name}"\nEXPORTS\n{forwards}', encoding="ascii")
    entry = target.with_suffix(".c")
    entry.write_text("int __stdcall DllMainCRTStartup(void *h, unsigned r, void *p) { return 1; }\n", encoding="ascii")
    # The linker would draw the address a DLL prefers from the folder it is written to.
    same = ("-s", "-Wl,--no-insert-timestamp", "-Wl,--disable-auto-image-base")
    run([GCC, "-O2", "-shared", "-nostdlib", *same, "-e", "DllMainCRTStartup", "-o", target, entry, listing])
    listing.unlink()
    entry.unlink()
