"""Where things lie: bundled resources and the user's own folders."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msp_desktop import fleet
from msp_desktop.errors import OutOfReachError, UserError
from msp_desktop.i18n import _
from msp_desktop.unpacked import folder_of

_HERE = folder_of(__file__)

#: Name of the application's folders, and of the folder of copies in Documents.
APP_NAME = "Sante100jours"
COPIES_FOLDER = "Santé 100 jours"
DOSSIER_SUFFIX = ".msp100"
#: Of a federation's answer, which a double click opens.
REPLY_SUFFIX = ".reponse100"
#: Beside the program, it keeps the data there too: on a stick, or a computer where nothing may be installed.
PORTABLE_MARKER = "portable.txt"
#: What the setup writes beside the program: there, the marker is a portable zip unpacked over an installed program.
INSTALLED_NOTE = "installation.ini"

_kept_in: list[Path] = []


def resource(*parts: str) -> Path:
    """Return the path of a bundled resource, in a wheel or in a working copy."""
    bundled = _HERE / "_data" / "resources"
    root = bundled if bundled.is_dir() else _HERE.parent / "resources"
    return root.joinpath(*parts)


def portable_folder() -> Path | None:
    """Return the program's own folder where the portable marker lies in it, else None; what a setup installed is not portable."""
    folder = Path(sys.executable).parent
    return folder if (folder / PORTABLE_MARKER).is_file() and not (folder / INSTALLED_NOTE).is_file() else None


def path_to_remember(path: str) -> str:
    """Return how to write a path down: from the portable program's folder where it lies in it.

    A stick is E: on one computer and F: on the next.
    """
    portable = portable_folder()
    if portable and Path(path).is_relative_to(portable):
        return str(Path(path).relative_to(portable))
    return path


def remembered_path(text: str) -> str:
    """Return the path that `path_to_remember` wrote down."""
    portable = portable_folder()
    return str(portable / text) if portable and text else text


def make_folder(folder: Path) -> Path:
    """Make a folder and those missing above it, which only their owner may look into, and return it; OSError where refused."""
    missing = []
    above = folder
    while not above.is_dir() and above.parent != above:
        missing.append(above)
        above = above.parent
    for one in reversed(missing):
        try:
            one.mkdir(mode=0o700, exist_ok=True)
        except FileExistsError as error:  # not that a file to write has the name of another
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(one)) from error
    return folder


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Have the program keep its data and documents in a folder until the block ends, whatever is set: for its own test."""
    _kept_in.append(folder)
    try:
        yield
    finally:
        _kept_in.pop()


def data_path() -> Path:
    """Return where dossiers and settings go, whether it can be reached or not."""
    decided = fleet.present().text("DataFolder")
    if _kept_in:
        return _kept_in[-1] / "Données"
    return Path(decided) if decided else usual_data_path()


def usual_data_path() -> Path:
    """Return where dossiers and settings go where no fleet decides, and went before one did."""
    moved = fleet.path_in_environment(fleet.VARIABLES["DataFolder"])
    portable = portable_folder()
    if moved:
        return Path(moved)
    if portable:
        return portable / "Données"
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def data_folder() -> Path:
    """Return the folder of dossiers and settings: the user's local one, or beside a portable program (made if missing).

    The fleet's setting moves it, else the environment variable SANTE100JOURS_DATA. OutOfReachError where it cannot be
    made or reached.
    """
    folder = data_path()
    try:
        return make_folder(folder)
    except OSError as error:
        words = _("The application's own folder cannot be reached: « {folder} ». Check the disk or the network it lies on, or "
                  "ask whoever looks after this computer.")  # fmt: skip
        raise OutOfReachError(error, words.format(folder=folder)) from error


def dossiers_folder() -> Path:
    """Return the folder where new dossiers go by default (made if missing); UserError where it cannot be."""
    try:
        return make_folder(data_folder() / "Dossiers")
    except OutOfReachError as error:
        raise UserError(error.sentence) from error  # which names the folder that is away
    except OSError as error:
        raise UserError(
            _("The folder of dossiers cannot be made on this computer: choose another place, or ask whoever looks after "
              "this computer.")
        ) from error  # fmt: skip


def documents_path() -> Path:
    """Return where documents and copies go, whether it can be reached or not: the user's, or beside a portable program."""
    moved = fleet.present().text("DocumentsFolder") or fleet.path_in_environment(fleet.VARIABLES["DocumentsFolder"])
    portable = portable_folder()
    if _kept_in:
        return _kept_in[-1] / "Documents"
    if moved:
        return Path(moved)
    if portable:
        return portable / "Documents"
    from platformdirs import user_documents_path

    return user_documents_path() / COPIES_FOLDER


def documents_folder() -> Path:
    """Return the folder of documents and copies (made if missing)."""
    return make_folder(documents_path())


def backups_path() -> Path:
    """Return where copies go in Documents, whether it can be reached or not."""
    return documents_path() / "Sauvegardes"


def backups_folder() -> Path:
    """Return the folder of automatic copies (made if missing)."""
    return make_folder(backups_path())


def drafts_folder() -> Path:
    """Return the folder where drafts of messages wait some days for the mail program."""
    return data_folder() / "Envois"


def own_command() -> list[str]:
    """Return the start of a command line that runs this application: the installed program, or Python and the module."""
    if Path(sys.executable).stem.casefold().startswith("python"):
        return [sys.executable, "-m", "msp_desktop"]
    return [sys.executable]
