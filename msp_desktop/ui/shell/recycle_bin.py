"""The system's recycle bin: files put into it, and taken out again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QFile

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.i18n import _


class Binned(Struct, frozen=True):
    """A file in the recycle bin: where it was, and where it is there, None where the system does not say."""

    path: Path
    inside: Path | None


def put_in_bin(paths: Sequence[Path]) -> tuple[Binned, ...]:
    """Put files into the recycle bin; UserError where the first is refused, which is then still in its place."""
    found: list[Binned] = []
    for path in paths:
        file = QFile(str(path))
        if not file.moveToTrash():
            if found:
                continue  # what lies beside a damaged dossier is of no use without it
            raise UserError(
                _("{name} cannot be put in the recycle bin from where it lies: it stays there. Delete it with the "
                  "file explorer if you must.").format(name=path.name)
            )  # fmt: skip
        # What the file is called now, or nothing where the system does not tell.
        inside = file.fileName()
        found.append(Binned(path, Path(inside) if inside and Path(inside) != path else None))
    return tuple(found)


def take_out(binned: Sequence[Binned]) -> None:
    """Put files back where they were; UserError where one is no longer in the bin, or its place is taken."""
    for one in binned:
        if one.inside is None or not os.path.lexists(one.inside):
            raise UserError(
                _("The dossier is no longer where the recycle bin had put it: open the bin to bring it back.")
            )
        if os.path.lexists(one.path):
            raise UserError(_("Another file is now called {name}: open the recycle bin.").format(name=one.path.name))
        with explained():
            os.rename(one.inside, one.path)
        with suppress(OSError):  # on Linux a note beside says where a file came from
            (one.inside.parent.parent / "info" / f"{one.inside.name}.trashinfo").unlink()
