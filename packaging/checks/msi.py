"""The MSI."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from winbuild import names

from checks.installed import CLASSES, differences
from checks.run import Run


def msi(run: Run) -> None:
    """The MSI holds the same files, and installs them for everybody."""
    package = run.installer(".msi")
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["msiextract", "-C", place, str(package)], stdout=subprocess.DEVNULL, check=True)
        (found,) = Path(place).rglob(names.EXE)
        run.check(differences(run.built, found.parent) == [], "msiextract finds every file")
    code = run.prefix.run("msiexec", "/i", run.prefix.windows(package), "/qn").returncode
    run.check(code == 0, "msiexec /i /qn ends with 0")
    folder = run.prefix.path(rf"C:\Program Files\{names.APP_ID}")
    run.check(differences(run.built, folder) == [], "every file is in Program Files")
    kind = run.registry(rf"HKLM\{CLASSES}\{names.PROG_ID}")
    run.check(names.FILE_KIND in kind and '\\"%1\\"' in kind, "dossiers open with it")
    version = run.prefix.run(folder / names.CONSOLE_EXE, "--version").stdout
    run.check(run.version in version, f"version {run.version} answers")
    code = run.prefix.run("msiexec", "/x", run.prefix.windows(package), "/qn").returncode
    run.check(code == 0 and not (folder / names.EXE).exists(), "msiexec /x /qn removes it")
