"""Where files that are read by their path lie: beside the code, or beside the archive that holds it."""

from __future__ import annotations

from pathlib import Path


def folder_of(module_file: str) -> Path:
    """Return the folder of a module's data, given its `__file__`.

    The installed program has its modules in an archive, and what they read by path in folders of the same names
    beside the archive (packaging/winbuild/archive.py).
    """
    folder = Path(module_file).parent
    archive = next((above for above in folder.parents if above.suffix == ".zip"), None)
    return folder if archive is None else archive.parent / folder.relative_to(archive)
