"""The dossiers of this computer: which there are beside those in the list, how one gets another name."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from msp_desktop.db.damage import DamagedError
from msp_desktop.db.faults import explained
from msp_desktop.db.reader import RecordGoneError
from msp_desktop.domain.commune import Commune
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX, dossiers_folder
from msp_desktop.services import kept_words

#: What no file may be called on Windows, and how long a name may be.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\..*)?", re.IGNORECASE)
LONGEST = 120
#: What SQLite leaves beside a file that was not closed.
_BESIDE = ("-journal", "-wal", "-shm")


def unlisted(known: Iterable[str]) -> tuple[Path, ...]:
    """Return the dossiers in their usual folder that no list names; UserError where it cannot be looked into."""
    paths = {os.path.normcase(path) for path in known}
    folder = dossiers_folder()
    with explained():
        found = sorted(path for path in folder.iterdir() if path.suffix == DOSSIER_SUFFIX and path.is_file())
    return tuple(path for path in found if os.path.normcase(path) not in paths)


def renamed(path: Path, words: str) -> Path:
    """Give a closed dossier's file another name, in its folder, and return its path.

    UserError for a name that no file may bear or that another one bears, a dossier open elsewhere or damaged.
    """
    name = fit_name(words)
    return moved(path, path.with_name(f"{name}{DOSSIER_SUFFIX}"))


def moved(path: Path, target: Path) -> Path:
    """Give a closed dossier's file this very path, as where it had another name before; UserError as for `renamed`."""
    if target == path:
        return path
    same = os.path.normcase(target) == os.path.normcase(path)
    if os.path.lexists(target) and not same and not _is_same(path, target):
        words = _("There is already a dossier called « {name} » here: choose another name.")
        raise UserError(words.format(name=target.stem))
    settle(path)
    with explained():
        os.rename(path, target)
    return target


def fit_name(words: str) -> str:
    """Return words as the name of a file, without its ending; UserError says which no file may bear."""
    name = unicodedata.normalize("NFC", " ".join(words.split()))
    if name.casefold().endswith(DOSSIER_SUFFIX):
        name = name[: -len(DOSSIER_SUFFIX)].rstrip()
    found = _FORBIDDEN.search(name)
    if found is not None:
        raise UserError(_("A file's name may not hold « {sign} »: write it without.").format(sign=found[0]))
    if not name or _RESERVED.fullmatch(name) or name[0] == "." or name[-1] == "." or not name.isprintable():
        raise UserError(_("A file cannot be called that: choose another name."))
    if len(name.encode()) > LONGEST:
        raise UserError(_("This name is too long for a file: shorten it."))
    return name


def settle(path: Path) -> None:
    """Open and close a dossier: what a crash left beside its file is taken into it; UserError where it is in use."""
    from msp_desktop.db.dossier import close_dossier, open_dossier

    close_dossier(open_dossier(path))


def parts_to_bin(path: Path) -> tuple[Path, ...]:
    """Return the files of a dossier that is deleted, one damaged with what lies beside it; UserError where it is in use.

    The words begun in it go with it: they would else be offered to its next copy, names and all.
    """
    beside: list[Path] = []
    try:
        settle(path)
    except DamagedError:
        beside = [path.with_name(path.name + ending) for ending in _BESIDE]
    return (path, *(one for one in beside if os.path.lexists(one)), *kept_words.files_of(path))


def copies_of(path: Path) -> int:
    """Return how many safe copies there are of a dossier, whatever it was called when they were made."""
    from msp_desktop.db.copies.names import owner_of
    from msp_desktop.db.glance import glance
    from msp_desktop.services.copy_list import listed

    try:
        store = glance(path)
    except UserError:
        return len(listed(path.stem))
    try:
        return len(listed(path.stem, owner_of(store.reader.one(Commune, 1).uid)))
    except RecordGoneError:
        return len(listed(path.stem))
    finally:
        store.close()


def _is_same(path: Path, target: Path) -> bool:
    """Tell whether two names are one file, as where the system takes no notice of capitals."""
    try:
        return os.path.samefile(path, target)
    except OSError:
        return False
