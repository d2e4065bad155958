"""What the application remembers of this computer: dossiers opened, theme, text size, sizes of panes."""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from msp_desktop import fleet
from msp_desktop.domain.mail import Way
from msp_desktop.files import write_whole
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import LANGUAGES
from msp_desktop.paths import data_folder, data_path, path_to_remember, remembered_path, usual_data_path

#: The file's name, in the data folder.
NAME = "preferences.json"

#: Dossiers of the start page: a secretary has two to four town halls in her care. And those put in the archive.
MOST_RECENT, MOST_ARCHIVED = 12, 60

#: Matches of columns kept, and columns of one.
MOST_MATCHES, MOST_COLUMNS = 40, 200

#: The largest width or height of a window, in pixels: no screen has more, and Qt keeps a picture of all of it.
LARGEST = 10_000

#: The largest file of preferences that is read, in bytes, and the longest path and name in it, in characters.
LARGEST_FILE, LONGEST_PATH, LONGEST_NAME = 1_000_000, 4096, 300

#: Seconds before the file is asked for again, where an antivirus or a network hesitates.
_PAUSES = (0.05, 0.15)

THEMES = ("auto", "light", "dark")


class Recent(Struct, frozen=True):
    """A known dossier: its path, the commune's name, the day it was last opened (ISO).

    One that is `archived` is not in the list of the start page. `missing_since` is the day (ISO) since which its file is
    not found.
    """

    path: str
    name: str = ""
    department: str = ""
    opened_on: str = ""
    mandate_start: str = ""
    day_zero: str = ""
    archived: bool = False
    missing_since: str = ""


class Preferences(Struct, frozen=True):
    """The preferences; `text_percent` from 100 to 200; `sizes` are sizes of windows and panes by name.

    `stays` are the dossiers and bases of which it was answered that they stay in a synchronised folder or on a share.
    `matches` are the fields that the columns of files of one kind were taken for, by what their names come to.
    `mail_way` is the way of sending chosen; « auto » takes the first that works here. `federation` is the base of communes
    last opened: the path of its file, or the address of its server without a password; `signed` is who signs its answers.
    """

    theme: str = "auto"
    text_percent: int = 100
    language: str = "fr"
    mail_way: Way = Way.AUTO
    recent: tuple[Recent, ...] = ()
    sizes: dict[str, list[int]] = field(default_factory=dict)
    stays: tuple[str, ...] = ()
    matches: dict[str, list[str]] = field(default_factory=dict)
    federation: str = ""
    signed: str = ""

    @property
    def shown_theme(self) -> str:
        """Return the theme shown: the fleet's, else the one chosen."""
        return fleet.present().text("Theme") or self.theme

    @property
    def shown_percent(self) -> int:
        """Return the size of text shown: the one chosen, the fleet's least at least."""
        return max(self.text_percent, fleet.present().number("MinimumTextPercent"))

    @property
    def way(self) -> Way:
        """Return the way of sending: the fleet's, else the one chosen."""
        return Way(fleet.present().text("MailWay") or self.mail_way)

    def with_stay(self, path: str) -> Preferences:
        """Return the preferences with a dossier or a base that stays where it lies, a synchronised folder or a share."""
        return replace(self, stays=(path, *(other for other in self.stays if other != path))[:MOST_RECENT])

    def with_recent(self, entry: Recent) -> Preferences:
        """Return the preferences with a dossier first in the list."""
        others = tuple(known for known in self.recent if known.path != entry.path)
        return replace(self, recent=_bounded((entry, *others)))

    def with_changed(self, path: str, entry: Recent) -> Preferences:
        """Return the preferences with what is known of the dossier at a path changed, at its place in the list."""
        others = [one for one in self.recent if one.path == path or one.path != entry.path]
        return replace(self, recent=_bounded(tuple(entry if one.path == path else one for one in others)))

    def listed(self) -> tuple[Recent, ...]:
        """Return the dossiers of the start page, the last opened first."""
        return tuple(known for known in self.recent if not known.archived)

    def without_recent(self, path: str) -> Preferences:
        """Return the preferences with a dossier taken off the list (the file stays)."""
        return replace(self, recent=tuple(known for known in self.recent if known.path != path))


def _bounded(entries: tuple[Recent, ...]) -> tuple[Recent, ...]:
    """Return as many of the dossiers in the list, and in the archive, as are kept."""
    room = {False: MOST_RECENT, True: MOST_ARCHIVED}
    found = []
    for entry in entries:
        room[entry.archived] -= 1
        if room[entry.archived] >= 0:
            found.append(entry)
    return tuple(found)


def preferences_path() -> Path:
    """Return the path of the preferences' file."""
    return data_folder() / NAME


def load() -> tuple[Preferences, Path | None]:
    """Return the preferences, and where the file was set aside whose values made no sense (None where all is well).

    A value that no version of this application would write has its usual one; the others stay.
    """
    try:
        preferences, odd = _sensible(_read())
    except FileNotFoundError:
        return _of_before(), None
    except (OSError, ValueError, RecursionError):
        preferences, odd = Preferences(), True
    if not odd:
        return preferences, None
    try:
        path = preferences_path()
    except OSError:
        return preferences, None  # no folder at all: `can_be_kept` tells
    aside = _set_aside(path)
    save(preferences)  # else the next start would find nothing of what made sense
    return preferences, aside or path


def _of_before() -> Preferences:
    """Return those of the usual folder where a fleet's setting has moved it since: the dossiers there stay in the list."""
    decided = fleet.present().text("DataFolder")
    moved = bool(decided) and data_path() == Path(decided)  # the program's own test keeps its data apart
    return _at(usual_data_path() / NAME) if moved else Preferences()


def glance() -> Preferences:
    """Return the preferences without mending, moving or making anything: the usual ones where they cannot be read."""
    return _at(data_path() / NAME)


def _at(path: Path) -> Preferences:
    try:
        return _sensible(json.loads(_first_bytes(path)))[0]
    except (OSError, ValueError, RecursionError, TypeError):
        return Preferences()


def can_be_kept() -> bool:
    """Tell whether this computer lets preferences be written."""
    try:
        return os.access(data_folder(), os.W_OK | os.X_OK)
    except OSError:
        return False


def save(preferences: Preferences) -> None:
    """Write the preferences; a disk that refuses them loses nothing that matters."""
    recent = tuple(replace(entry, path=path_to_remember(entry.path)) for entry in preferences.recent)
    stays = tuple(path_to_remember(path) for path in preferences.stays if _is_path(path))
    kept = replace(preferences, recent=tuple(entry for entry in recent if _is_path(entry.path)), stays=stays)
    with suppress(OSError):
        write_whole(preferences_path(), msgspec.json.format(msgspec.json.encode(kept), indent=1))


def _read() -> dict[str, Any]:
    """Return what the file holds; ValueError or RecursionError for what is no JSON, or larger than we write."""
    data = _bytes()
    # Not msgspec's: it refuses the whole for one number too large, and it is the value alone that has its usual one.
    values = json.loads(data) if len(data) <= LARGEST_FILE else None
    if not isinstance(values, dict):
        raise ValueError("these are no preferences")
    return values


def _bytes() -> bytes:
    """Return what the file holds, up to what is too much."""
    for pause in _PAUSES:
        try:
            return _first_bytes(preferences_path())
        except (FileNotFoundError, IsADirectoryError):
            raise
        except OSError:
            time.sleep(pause)
    return _first_bytes(preferences_path())


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _sensible(written: dict[str, Any]) -> tuple[Preferences, bool]:
    """Return what was written with the usual value for what makes no sense, and whether there was any of that."""
    found = {}
    odd = False
    for name, sensible in _SENSIBLE.items():
        if name not in written:
            continue
        try:
            found[name], strange = sensible(written[name])
        except (ValueError, TypeError, OverflowError, RecursionError):
            strange = True
        odd = odd or strange
    return Preferences(**found), odd


def _one_of(known: Iterable[str]) -> Callable[[Any], tuple[str, bool]]:
    choices = tuple(known)

    def sensible(value: Any) -> tuple[str, bool]:
        if value not in choices:
            raise ValueError
        return value, False

    return sensible


def _percent(value: Any) -> tuple[int, bool]:
    if isinstance(value, bool) or not math.isfinite(value):
        raise ValueError
    inside = int(min(200, max(100, value)))
    return inside, inside != value


def _recent(value: Any) -> tuple[tuple[Recent, ...], bool]:
    entries = [entry for one in value[: MOST_RECENT + MOST_ARCHIVED] if (entry := _entry(one)) is not None]
    kept = _bounded(tuple(entries))
    return kept, len(kept) < len(value)


def _entry(value: Any) -> Recent | None:
    try:
        entry = msgspec.convert(value, Recent)
    except msgspec.ValidationError:
        return None
    words = (
        entry.name, entry.department, entry.opened_on, entry.mandate_start, entry.day_zero, entry.missing_since,
    )  # fmt: skip
    if not _is_path(entry.path) or any(len(text) > LONGEST_NAME for text in words):
        return None
    return replace(entry, path=remembered_path(entry.path))


def _stays(value: Any) -> tuple[tuple[str, ...], bool]:
    paths = [path for path in value[:MOST_RECENT] if _is_path(path)]
    return tuple(remembered_path(path) for path in paths), len(paths) < len(value)


def _sizes(value: Any) -> tuple[dict[str, list[int]], bool]:
    if not isinstance(value, dict):
        raise ValueError
    shown = {name: [int(size) for size in sizes] for name, sizes in value.items() if _can_be_shown(sizes)}
    return shown, len(shown) < len(value)


def _can_be_shown(sizes: Any) -> bool:
    """Tell whether these are a width and a height that a screen can show."""
    return (
        isinstance(sizes, list)
        and len(sizes) == 2
        and all(isinstance(size, int | float) and 0 < size <= LARGEST for size in sizes)
    )


def _matches(value: Any) -> tuple[dict[str, list[str]], bool]:
    if not isinstance(value, dict):
        raise ValueError
    sound = {key: fields for key, fields in value.items() if len(key) <= LONGEST_NAME and _are_names(fields)}
    kept = dict(list(sound.items())[-MOST_MATCHES:])
    return kept, len(kept) < len(value)


def _are_names(fields: Any) -> bool:
    return (
        isinstance(fields, list)
        and len(fields) <= MOST_COLUMNS
        and all(isinstance(name, str) and len(name) <= LONGEST_NAME for name in fields)
    )


def _base(value: Any) -> tuple[str, bool]:
    if value and not _is_path(value):
        raise ValueError
    return value, False


def _signed(value: Any) -> tuple[str, bool]:
    if value != "" and not _is_path(value):  # as a path, words that a file of text can hold
        raise ValueError
    return one_line(value)[:LONGEST_NAME], False


def _is_path(value: Any) -> bool:
    """Tell whether this may be a path, which a file of text can hold."""
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_PATH or "\0" in value:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


_SENSIBLE: dict[str, Callable[[Any], tuple[Any, bool]]] = {
    "theme": _one_of(THEMES),
    "text_percent": _percent,
    "language": _one_of(LANGUAGES),
    "mail_way": lambda value: (Way(value), False),
    "recent": _recent,
    "sizes": _sizes,
    "stays": _stays,
    "matches": _matches,
    "federation": _base,
    "signed": _signed,
}


def _set_aside(path: Path) -> Path | None:
    """Keep a file whose values made no sense, the last one only; None where it cannot be moved."""
    kept = path.with_name("preferences_abimees.json")
    try:
        os.replace(path, kept)
    except OSError:
        return None
    return kept
