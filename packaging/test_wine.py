"""Run the part of the test suite that Wine can, on the interpreter and the libraries that are installed:

    .venv/bin/python packaging/test_wine.py --built dist/windows [TESTS…]

What is marked `posix` is left out, as on Windows. Add tests (`tests/places -k share`) to run those alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from winbuild import fetch
from winbuild.archive import ARCHIVE
from winbuild.launcher import build_plain_python
from winbuild.names import PYTHON_DLL, ROOT
from winbuild.steps import BuildError
from winbuild.wine import Prefix, make_prefix, wine_program

#: What runs there: whatever knows Windows' paths, files, shares, policies, letters and mail.
RUN = (
    "tests/places", "tests/fleet", "tests/log", "tests/test_paths.py", "tests/test_unpacked.py", "tests/ui/test_unseen.py",
    "tests/exchange", "tests/test_files.py", "tests/apart",
)  # fmt: skip
#: pytest and what it asks for, in the versions of constraints.txt, for Windows.
TESTERS = (
    "pytest", "pytest-qt", "pluggy", "iniconfig", "packaging", "pygments", "hypothesis", "sortedcontainers", "holidays",
    "pefile", "fonttools", "colorama", "PyYAML",
)  # fmt: skip
#: Of Qt, what pytest-qt asks for and the program does not.
QT_TEST = ("PySide6/QtTest.pyd", "PySide6/Qt6Test.dll")


def main() -> int:
    parser = argparse.ArgumentParser(description="Run tests under Wine.")
    parser.add_argument("--built", type=Path, required=True, metavar="DIR", help="what build.py --out wrote")
    options, words = parser.parse_known_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="msp-wine-tests-") as place:
        prefix = make_prefix(Path(place, "prefix"), stand_ins=True)
        for font in Path("/usr/share/fonts").rglob("*Sans*.ttf"):
            shutil.copy2(font, prefix.path(r"C:\windows\Fonts"))
        python = lay_out(options.built.resolve() / "work" / "stage", Path(place), prefix)
        try:
            code = run(python, words or [*RUN])
        finally:
            prefix.end()
    print(f"{time.monotonic() - begun:.0f} s in all")
    return code


def lay_out(stage: Path, place: Path, prefix: Prefix) -> tuple[Prefix, Path]:
    """Put the interpreter, its whole library, the bundle's libraries and pytest together; return what runs them."""
    home, lib, testers = place / "python", place / "lib", place / "testers"
    shutil.copytree(stage / "runtime", home)
    (home / f"{PYTHON_DLL}._pth").unlink()  # it shuts out options and other folders
    shutil.copytree(stage / "lib", lib)
    shutil.rmtree(lib / "msp_desktop")  # that of the working copy is tested
    for wheel in fetch.wheels():
        if wheel.name.startswith("pyside6_essentials-"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(lib, QT_TEST)
    for wheel in fetch.for_tests(TESTERS):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(testers)
    # The bundle's library lacks what only tests import.
    whole = fetch.interpreter_source() / "Lib"
    paths = [home / f"{PYTHON_DLL}.zip", home, ROOT, testers, lib / ARCHIVE, lib, whole]
    extra = {
        "PYTHONHOME": prefix.windows(home), "PYTHONPATH": ";".join(map(prefix.windows, paths)), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    return Prefix(prefix.folder, extra=extra), build_plain_python(place, "python")


def run(python: tuple[Prefix, Path], words: list[str]) -> int:
    """Run pytest on some tests, telling as it goes; return its exit code."""
    prefix, program = python
    command = [wine_program(), str(program), "-m", "pytest", "-q", "-p", "no:cacheprovider", r"--basetemp=C:\essais"]
    # Wine gives Python no stream that is a file, which is what a log is.
    with subprocess.Popen(
        [*command, *words], cwd=ROOT, env=prefix.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
    return process.returncode


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    try:
        sys.exit(main())
    except BuildError as error:
        print(f"FAILED: {error}")
        sys.exit(1)
