"""Put the modules that may be imported from a zip in one: three files of four less to install, copy and look for viruses in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from winbuild.compiling import write_zip

#: Beside the libraries that stay folders; a line of the interpreter's `._pth` (runtime.py) has it imported from.
ARCHIVE = "modules.zip"

#: Packages that ask for their own data as a zip gives them. Data in another, which are read by their path, keep it a folder.
READ_INSIDE = ("tzdata",)
OURS = "msp_desktop"
#: Alembic reads them as files, in Python.
MIGRATIONS = (f"{OURS}/db/migrations/", f"{OURS}/federation/base/migrations/")


def goes_in(name: str, beside: set[str]) -> bool:
    """Tell whether a file of the libraries (`babel/dates.pyc`) goes into the archive, given the suffixes in its package.

    Of our own package the modules go, and what is read by path stays (msp_desktop/unpacked.py finds it).
    """
    top, inside, _rest = name.partition("/")
    if top.endswith(".dist-info"):
        return False
    if top == OURS:
        return name.endswith(".pyc") and not name.startswith(MIGRATIONS)
    return top in READ_INSIDE or beside <= ({".pyc", ".txt"} if inside else {".pyc"})


def write_archive(lib: Path) -> int:
    """Move modules from the folder of libraries into an archive in it; return how many.

    Nothing is packed in it: modules are found faster, and the setup packs all at once better.
    """
    names = [name for top in sorted(lib.iterdir()) for name in _of(lib, top)]
    write_zip(lib / ARCHIVE, [(name, lib / name) for name in names], packed=False)
    for name in names:
        (lib / name).unlink()
    for folder in sorted((path for path in lib.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return len(names)


def _of(lib: Path, top: Path) -> Iterator[str]:
    files = [top] if top.is_file() else [path for path in sorted(top.rglob("*")) if path.is_file()]
    beside = {path.suffix for path in files}
    for path in files:
        name = path.relative_to(lib).as_posix()
        if goes_in(name, beside):
            yield name
