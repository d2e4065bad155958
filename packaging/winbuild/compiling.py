"""Compile Python ahead, with the bundled interpreter itself, run by Wine: the same bytes on any machine."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

from winbuild.launcher import build_plain_python
from winbuild.names import PACKAGING, PYTHON_DLL, epoch
from winbuild.steps import BuildError
from winbuild.wine import Prefix, make_prefix

SCRIPT = PACKAGING / "winbuild" / "on_windows" / "compile_files.py"


class Compiler:
    """Run the bundled interpreter for the build: a copy of it, without the `._pth` that shuts out options."""

    def __init__(self, folder: Path, runtime: Path, *, library: Path | None = None) -> None:
        self.folder = folder
        self.home = folder / "python"
        shutil.copytree(runtime, self.home)
        # Qt's own C library is newer and goes into the bundle later; Wine has one for the build.
        if library is not None:
            self._plain_library(library)
        self.python = build_plain_python(folder, "python")
        self.prefix: Prefix = make_prefix(folder / "prefix", stand_ins=True)

    def run(self, script: Path, *words: str | Path, timeout: float = 1200) -> str:
        """Run a script and return what it printed; stop where it fails."""
        library = f"{self.prefix.windows(self.home / f'{PYTHON_DLL}.zip')};{self.prefix.windows(self.home)}"
        extra = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": library}
        home = {"PYTHONHOME": self.prefix.windows(self.home)}
        prefix = Prefix(self.prefix.folder, extra=extra | home)
        done = prefix.run(self.python, prefix.windows(script), *words, timeout=timeout)
        if done.returncode != 0:
            raise BuildError(f"{script.name} failed under Wine ({done.returncode}):\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def compile(self, jobs: list[tuple[Path, Path, str]]) -> None:
        """Compile (source, target, name in tracebacks) files."""
        listing = self.folder / "jobs.json"
        rows = [[self.prefix.windows(source), self.prefix.windows(target), name] for source, target, name in jobs]
        listing.write_text(json.dumps(rows), encoding="utf-8")
        self.run(SCRIPT, self.prefix.windows(listing))
        missing = [str(target) for _source, target, _name in jobs if not target.exists()]
        if missing:
            raise BuildError(f"Not compiled: {', '.join(missing[:5])}")

    def library_zip(self, source: Path, names: list[str], target: Path) -> None:
        """Write the standard library, compiled, into a zip that holds nothing of the day."""
        place = self.folder / "library"
        jobs = [(source / name, place / f"{name}c", name) for name in names]
        self.compile(jobs)
        write_zip(target, [(f"{name}c", place / f"{name}c") for name in names])

    def _plain_library(self, source: Path) -> None:
        """Let the interpreter start on the library's source, to compile that very library."""
        with zipfile.ZipFile(self.home / f"{PYTHON_DLL}.zip", "w") as archive:
            for path in sorted(source.rglob("*.py")):
                name = path.relative_to(source).as_posix()
                if not name.startswith(("test/", "idlelib/", "tkinter/", "site-packages/")):
                    archive.write(path, name)


def write_zip(target: Path, entries: list[tuple[str, Path]], *, packed: bool = True) -> None:
    """Write a zip whose bytes depend on nothing but names, contents and SOURCE_DATE_EPOCH."""
    import time

    moment = time.gmtime(max(epoch(), 315_532_800))[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(entries):
            info = zipfile.ZipInfo(name, date_time=moment)
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            info.external_attr = 0o644 << 16
            archive.writestr(info, path.read_bytes())
