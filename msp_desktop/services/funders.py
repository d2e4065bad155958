"""The list of funders shown: the one that comes with the application, or the file a federation gave in its place."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.files import write_whole
from msp_desktop.i18n import _
from msp_desktop.method.funders import KitFunders, funders_of, kit_funders
from msp_desktop.method.reading import MethodError
from msp_desktop.paths import data_folder

_NAME = "financeurs.toml"
#: Longest file read, in bytes: a thousand funders.
LONGEST = 1_000_000


class FunderList(Struct, frozen=True):
    """A list, and whether it is a file's; `problem` says why a file that is there is not shown."""

    kit: KitFunders
    own: bool = False
    problem: str = ""


def funder_list() -> FunderList:
    """Return the list to show: a file that can no longer be read leaves the one of the application, and says so."""
    path = _path()
    if path is None or not path.is_file():
        return FunderList(kit_funders())
    try:
        return FunderList(_read(path), own=True)
    except UserError as error:
        return FunderList(kit_funders(), problem=error.sentence)


def replace_list(path: Path) -> FunderList:
    """Take a file in place of the list; UserError, and nothing changed, where it is not one."""
    kit = _read(path)
    kept = _path()
    if kept is None:
        raise UserError(_("The folder of the application cannot be written: ask whoever looks after this computer."))
    with explained():
        write_whole(kept, path.read_bytes())
    return FunderList(kit, own=True)


def give_back_list() -> FunderList:
    """Show the list of the application again."""
    path = _path()
    if path is not None:
        with explained():
            path.unlink(missing_ok=True)
    return FunderList(kit_funders())


def _path() -> Path | None:
    try:
        return data_folder() / _NAME
    except OSError:
        return None


def _read(path: Path) -> KitFunders:
    wrong = _("« {name} » is no list of funders: ask your federation for it again.").format(name=path.name)
    try:
        with path.open("rb") as file:
            source = file.read(LONGEST + 1)
    except OSError as error:
        raise UserError(_("« {name} » cannot be read.").format(name=path.name)) from error
    if len(source) > LONGEST:
        raise UserError(wrong)
    try:
        kit = funders_of(source, path.name)
    except (MethodError, RecursionError) as error:
        raise UserError(wrong) from error
    if not kit.funders:
        raise UserError(wrong)
    return kit
