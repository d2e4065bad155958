"""What the application remembers of this computer: dossiers opened, theme, text size, sizes of panes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from msp_desktop.domain.mail import Way
from msp_desktop.files import write_whole
from msp_desktop.i18n import LANGUAGES
from msp_desktop.paths import data_folder, path_to_remember, remembered_path

#: Dossiers kept in the recent list: a secretary has two to four town halls in her care.
MOST_RECENT = 12

#: Qt’s largest width or height of a widget (QWIDGETSIZE_MAX), in pixels.
LARGEST = 16_777_215

THEMES = ("auto", "light", "dark")


class Recent(Struct, frozen=True):
    """A known dossier: its path, the commune's name, the day it was last opened (ISO)."""

    path: str
    name: str = ""
    department: str = ""
    opened_on: str = ""
    mandate_start: str = ""
    day_zero: str = ""


class Preferences(Struct, frozen=True):
    """The preferences; `text_percent` from 100 to 200; `sizes` are sizes of windows and panes by name.

    `stays` are the dossiers of which it was answered that they stay in a synchronised folder or on a share.
    `mail_way` is the way of sending chosen; « auto » takes the first that works here.
    """

    theme: str = "auto"
    text_percent: int = 100
    language: str = "fr"
    mail_way: Way = Way.AUTO
    recent: tuple[Recent, ...] = ()
    sizes: dict[str, list[int]] = field(default_factory=dict)
    stays: tuple[str, ...] = ()

    def with_stay(self, path: str) -> Preferences:
        """Return the preferences with a dossier that stays where it lies, a synchronised folder or a share."""
        return replace(self, stays=(path, *(other for other in self.stays if other != path))[:MOST_RECENT])

    def with_recent(self, entry: Recent) -> Preferences:
        """Return the preferences with a dossier first in the list."""
        others = tuple(known for known in self.recent if known.path != entry.path)
        return replace(self, recent=(entry, *others)[:MOST_RECENT])

    def without_recent(self, path: str) -> Preferences:
        """Return the preferences with a dossier taken off the list (the file stays)."""
        return replace(self, recent=tuple(known for known in self.recent if known.path != path))


class _Written(Struct, frozen=True):
    """The preferences as their file holds them, before they are known to make sense."""

    theme: str = "auto"
    text_percent: float = 100
    language: str = "fr"
    mail_way: str = "auto"
    recent: tuple[Recent, ...] = ()
    sizes: dict[str, list[float]] = field(default_factory=dict)
    stays: tuple[str, ...] = ()


def preferences_path() -> Path:
    """Return the path of the preferences' file."""
    return data_folder() / "preferences.json"


def load() -> tuple[Preferences, Path | None]:
    """Return the preferences, and where a damaged file was set aside (None where all is well)."""
    path = preferences_path()
    try:
        return _sensible(msgspec.json.decode(path.read_bytes(), type=_Written)), None
    except FileNotFoundError:
        return Preferences(), None
    except (OSError, msgspec.DecodeError, RecursionError):
        return Preferences(), _set_aside(path)


def save(preferences: Preferences) -> None:
    """Write the preferences; a disk that refuses them loses nothing that matters."""
    recent = tuple(replace(entry, path=path_to_remember(entry.path)) for entry in preferences.recent)
    stays = tuple(path_to_remember(path) for path in preferences.stays)
    written = msgspec.json.encode(replace(preferences, recent=recent, stays=stays))
    with suppress(OSError):
        write_whole(preferences_path(), msgspec.json.format(written, indent=1))


def _sensible(written: _Written) -> Preferences:
    """Return what was written, with the usual value for what no version of this application would write."""
    recent = tuple(replace(entry, path=remembered_path(entry.path)) for entry in written.recent)
    way = written.mail_way
    return Preferences(
        theme=written.theme if written.theme in THEMES else "auto",
        text_percent=int(min(200, max(100, written.text_percent))),
        language=written.language if written.language in LANGUAGES else "fr",
        mail_way=Way(way) if way in tuple(Way) else Way.AUTO,
        recent=recent[:MOST_RECENT],
        sizes={name: [int(n) for n in sizes] for name, sizes in written.sizes.items() if _can_be_shown(sizes)},
        stays=tuple(remembered_path(path) for path in written.stays[:MOST_RECENT]),
    )


def _can_be_shown(sizes: list[float]) -> bool:
    """Tell whether these are a width and a height that Qt can give a window."""
    return len(sizes) == 2 and all(0 < size <= LARGEST for size in sizes)


def _set_aside(path: Path) -> Path | None:
    from msp_desktop.files import free_path

    kept = free_path(path.with_name("preferences_abimees.json"))
    try:
        path.rename(kept)
    except OSError:
        return None
    return kept
