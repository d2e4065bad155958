"""Assemble the folder that is installed: programs, interpreter, libraries, licences."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from winbuild import fetch
from winbuild.archive import MIGRATIONS, write_archive
from winbuild.compiling import Compiler
from winbuild.contents import why_left_out
from winbuild.launcher import build_launchers
from winbuild.licences import write_licences
from winbuild.names import CONSOLE_EXE, EXE, ROOT, epoch, version
from winbuild.runtime import build_runtime
from winbuild.signing import Signer, sign_stage
from winbuild.steps import BuildError, run, step


@dataclass(slots=True)
class Stage:
    """The assembled folder, what compiled it, and the bytes left out, by reason."""

    folder: Path
    compiler: Compiler
    left_out: Counter[str] = field(default_factory=Counter)


def build_stage(work: Path, python_zip: Path | None, signer: Signer | None) -> Stage:
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
            shutil.copy2(program, stage / program.name)
        for name in ("vcruntime140.dll", "vcruntime140_1.dll"):
            # Qt asks for a newer C library than the interpreter's zip brings: one for both.
            shutil.copy2(lib / "PySide6" / name, stage / "runtime" / name)
    with step("everything compiled under Wine"):
        _compile_libraries(lib, compiler)
        print(f"   {write_archive(lib)} modules in one file")
    if signer is not None:
        with step("signatures: every program that nobody signed"):
            print(f"   {len(sign_stage(stage, signer))} programs")
    with step("licences: every file has its entry; the list, the texts and the SBOM written"):
        write_licences(stage)
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
    """Compile in place of the sources, whose lines no report quotes; beside those that alembic reads."""
    jobs = []
    replaced = []
    for source in sorted(lib.rglob("*.py")):
        name = source.relative_to(lib).as_posix()
        if name.startswith(MIGRATIONS):
            jobs.append((source, source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc", name))
        else:
            jobs.append((source, source.with_suffix(".pyc"), name))
            replaced.append(source)
    compiler.compile(jobs)
    for source in replaced:
        source.unlink()


def _same_date(stage: Path) -> None:
    """Give every file the same date: installers carry it."""
    for path in sorted(stage.rglob("*"), reverse=True):
        path.chmod(0o755 if path.is_dir() or path.name in (EXE, CONSOLE_EXE) else 0o644)
        os.utime(path, (epoch(), epoch()))
    os.utime(stage, (epoch(), epoch()))
