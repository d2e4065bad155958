"""Make the three ways to install: setup.exe, the MSI, the portable zip."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import sys
from pathlib import Path

from winbuild import msi, names, nsis
from winbuild.compiling import write_zip
from winbuild.msi_finish import finish
from winbuild.names import PACKAGING, epoch
from winbuild.signing import Signer, handed, sign
from winbuild.steps import run, sha256

PORTABLE_TEXT = (
    "Tant que ce fichier est à côté de Sante100jours.exe, les dossiers et les réglages restent dans ce même endroit :\r\n"
    "dans « Données », et les documents imprimés dans « Documents ». Rien n’est écrit ailleurs sur l’ordinateur.\r\n"
)


def size_of(folder: Path) -> int:
    """Return the bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def build_setup(stage: Path, work: Path, out: Path, version: str, signer: Signer | None, *, fast: bool) -> Path:
    """Build setup.exe; `fast` packs with zlib, for tests."""
    made = _begun(work, out, f"{names.APP_ID}-{version}-setup.exe")
    top, files = work / "top.nsh", work / "files.nsh"
    nsis.write_top(stage, top)
    nsis.write_files(stage, files)
    values = {
        "PROGRAM": names.PROGRAM, "PUBLISHER": names.PUBLISHER, "ID": names.APP_ID, "EXE": names.EXE,
        "CONSOLE_EXE": names.CONSOLE_EXE, "PROG_ID": names.PROG_ID, "FILE_KIND": names.FILE_KIND,
        "SUFFIX": names.SUFFIX, "REPLY_SUFFIX": names.REPLY_SUFFIX, "VERSION": version,
        "TOP": top, "FILES": files, "OUT": made,
        "LEAST_BUILD": names.LEAST_BUILD, "UPGRADE_CODE": msi.UPGRADE_CODE, "ACTIVE_SETUP_ID": msi.ACTIVE_SETUP_ID,
        "ACTIVE_VERSION": version.replace(".", ","), "REMOVE_OWN": names.REMOVE_OWN, "PORTABLE": names.PORTABLE_MARKER,
        "ICONS": PACKAGING / "icons", "SIZE_KB": size_of(stage) // 1024,
    }  # fmt: skip
    if fast:
        values["FAST"] = ""
    environment = dict(os.environ, LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH=str(epoch()))
    if signer is not None:
        values["SIGN"] = _signing_script(work)
        environment |= handed(signer)
    script = PACKAGING / "nsis" / "setup.nsi"
    words = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{key}={value}" for key, value in values.items())]
    run([*words, str(script)], cwd=script.parent, env=environment)
    return _given(made, out, signer)


def _begun(work: Path, out: Path, name: str) -> Path:
    """Return where an installer is made; the last build's is gone from what is given out, whatever becomes of this one."""
    for folder in (work, out):
        (folder / name).unlink(missing_ok=True)
    return work / name


def _given(made: Path, out: Path, signer: Signer | None) -> Path:
    """Sign what was made, then put it among what is given out: nothing is there that should be signed and is not."""
    sign(made, signer)
    return Path(shutil.move(made, out / made.name))


def _signing_script(work: Path) -> Path:
    """Write what NSIS runs on the uninstaller before packing it; what signs is in its environment."""
    script = work / "sign-uninstaller.sh"
    words = [f"PYTHONPATH={shlex.quote(str(PACKAGING))}", shlex.quote(sys.executable), "-m winbuild.signing"]
    script.write_text(f'#!/bin/sh\n{" ".join(words)} "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def build_msi(stage: Path, work: Path, out: Path, version: str, signer: Signer | None) -> Path:
    """Build the MSI, for a department's IT: per machine."""
    made = _begun(work, out, f"{names.APP_ID}-{version}.msi")
    description = work / "program.wxs"
    description.write_text(msi.describe(stage, version), encoding="utf-8")
    shutil.copy2(PACKAGING / "icons" / msi.ICON, work / msi.ICON)
    run(["wixl", "--arch", "x64", "--output", str(made), description.name], cwd=work)
    finish(made, msi.guid(f"package {version} {_contents(stage)}"))
    return _given(made, out, signer)


def _contents(stage: Path) -> str:
    """Return a hash of every file's name and contents."""
    files = sorted(path for path in stage.rglob("*") if path.is_file())
    lines = [f"{path.relative_to(stage).as_posix()} {sha256(path)}\n" for path in files]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def build_portable(stage: Path, work: Path, out: Path, version: str) -> Path:
    """Build the zip that runs from anywhere, its data beside it."""
    target = out / f"{names.APP_ID}-{version}-portable.zip"
    marker = work / names.PORTABLE_MARKER
    marker.write_bytes(b"\xef\xbb\xbf" + PORTABLE_TEXT.encode("utf-8"))
    files = [
        (f"{names.APP_ID}/{path.relative_to(stage).as_posix()}", path) for path in stage.rglob("*") if path.is_file()
    ]
    write_zip(target, [*files, (f"{names.APP_ID}/{names.PORTABLE_MARKER}", marker)])
    return target
