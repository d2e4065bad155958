"""Assemble the folder that is installed: programs, interpreter, libraries, licences."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from email.parser import HeaderParser
from pathlib import Path

from winbuild import fetch
from winbuild.compiling import Compiler
from winbuild.contents import why_left_out
from winbuild.launcher import build_launchers
from winbuild.names import CONSOLE_EXE, EXE, PROGRAM, ROOT, epoch, version
from winbuild.runtime import build_runtime
from winbuild.signing import Certificate, sign
from winbuild.steps import BuildError, run, step

#: Texts that redistributing Qt for Python asks for, and that its wheels lack.
QT_DISTRIBUTIONS = ("pyside6_essentials", "pyside6_pdf", "shiboken6")


@dataclass(slots=True)
class Stage:
    """The assembled folder, what compiled it, and the bytes left out, by reason."""

    folder: Path
    compiler: Compiler
    left_out: Counter[str] = field(default_factory=Counter)


def build_stage(work: Path, python_zip: Path | None, certificate: Certificate | None) -> Stage:
    """Assemble everything under a working folder and return the stage."""
    stage = work / "stage"
    shutil.rmtree(work, ignore_errors=True)
    lib = stage / "lib"
    lib.mkdir(parents=True)
    with step("interpreter: signatures checked, standard library compiled under Wine"):
        compiler = build_runtime(stage / "runtime", work / "compiler", python_zip)
    result = Stage(stage, compiler)
    with step("libraries: pinned wheels, hashes checked"):
        for wheel in fetch.wheels():
            _unpack(wheel, lib, result.left_out)
    with step("our own wheel"):
        _unpack(_own_wheel(work), lib, result.left_out)
    with step("programs"):
        for program in build_launchers(work / "launchers", version()):
            sign(program, certificate)
            shutil.copy2(program, stage / program.name)
        for name in ("vcruntime140.dll", "vcruntime140_1.dll"):
            # Qt asks for a newer C library than the interpreter's zip brings: one for both.
            shutil.copy2(lib / "PySide6" / name, stage / "runtime" / name)
        _licences(stage)
    with step("everything compiled under Wine"):
        _compile_libraries(lib, compiler)
    _same_date(stage)
    return result


def _unpack(wheel: Path, lib: Path, left_out: Counter[str]) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for info in sorted(archive.infolist(), key=lambda entry: entry.filename):
            if info.is_dir():
                continue
            reason = why_left_out(info.filename)
            if reason is not None:
                left_out[reason] += info.file_size
                continue
            target = lib / info.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(info))


def _own_wheel(work: Path) -> Path:
    """Build the program’s wheel, translations and method compiled, with the pinned build tools."""
    environment = dict(os.environ, PIP_CONSTRAINT=str(ROOT / "constraints.txt"), SOURCE_DATE_EPOCH=str(epoch()))
    run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--wheel-dir",
            str(work / "wheel"),
            str(ROOT),
        ],
        env=environment,
    )
    (wheel,) = (work / "wheel").glob("msp_desktop-*.whl")
    if f"-{version()}-" not in wheel.name:
        raise BuildError(f"{wheel.name}: pyproject.toml and msp_desktop/__init__.py have different versions")
    return wheel


def _compile_libraries(lib: Path, compiler: Compiler) -> None:
    """Compile beside our own sources, whose lines crash reports quote; in place of those of the libraries."""
    jobs = []
    replaced = []
    for source in sorted(lib.rglob("*.py")):
        name = source.relative_to(lib).as_posix()
        if name.startswith("msp_desktop/"):
            jobs.append((source, source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc", name))
        else:
            jobs.append((source, source.with_suffix(".pyc"), name))
            replaced.append(source)
    compiler.compile(jobs)
    for source in replaced:
        source.unlink()


def _licences(stage: Path) -> None:
    """Write the list of what is bundled, and gather the texts of the licences."""
    folder = stage / "licences"
    folder.mkdir()
    shutil.copy2(ROOT / "LICENSE", folder / f"{PROGRAM}.txt")
    shutil.copy2(stage / "runtime" / "LICENSE.txt", folder / "Python.txt")
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        shutil.copy2(ROOT / "resources" / "licences" / name, folder / name)
    lines = [
        f"{PROGRAM} {version()} est sous licence MIT. Il est livré avec :\r\n",
        "Python : licence PSF (Python.txt)",
    ]
    for metadata in sorted((stage / "lib").glob("*.dist-info/METADATA"), key=lambda path: path.parent.name.lower()):
        if not metadata.parent.name.startswith("msp_desktop-"):
            lines.append(_library_line(metadata))
    lines.append(
        "\r\nQt et Qt for Python sont utilisés sous licence LGPL 3 (LGPL-3.0.txt, GPL-3.0.txt). Leurs fichiers sont dans\r\n"
        "lib\\PySide6 et lib\\shiboken6 : vous pouvez les remplacer par d’autres versions compatibles.\r\n"
        "Les textes complets des autres licences sont dans lib\\*.dist-info."
    )
    text = "\r\n".join(lines) + "\r\n"
    (folder / "LISEZ-MOI.txt").write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))


def _library_line(metadata: Path) -> str:
    head = HeaderParser().parsestr(metadata.read_text(encoding="utf-8"))
    stem = metadata.parent.name.partition("-")[0]
    if stem in QT_DISTRIBUTIONS:
        licence = "LGPL 3"
    else:
        licence = head.get("License-Expression") or (head.get("License") or "").splitlines()[:1] or ""
        if isinstance(licence, list):
            licence = licence[0]
    if not licence or len(licence) > 60:
        marks = [value.rpartition(" :: ")[2] for value in head.get_all("Classifier", []) if value.startswith("License")]
        licence = ", ".join(marks) or "voir ses fichiers"
    return f"{head['Name']} {head['Version']} : {licence}"


def _same_date(stage: Path) -> None:
    """Give every file the same date: installers carry it."""
    for path in sorted(stage.rglob("*"), reverse=True):
        path.chmod(0o755 if path.is_dir() or path.name in (EXE, CONSOLE_EXE) else 0o644)
        os.utime(path, (epoch(), epoch()))
    os.utime(stage, (epoch(), epoch()))
