"""What the system says of a path: the only module that asks it."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msp_desktop.places.known import MARKERS, Facts

#: Windows' words (GetDriveTypeW, and the attributes of files whose content is fetched when it is read).
_DRIVE_REMOTE = 4
_RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS = 0x40000, 0x400000
#: Tags of folders that the service keeps (IO_REPARSE_TAG_CLOUD, 0x9000?01A: the « ? » is the service's own).
_CLOUD_TAG, _CLOUD_MASK = 0x9000001A, 0xFFFF0FFF

_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_SYNC_ROOTS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"
_ONEDRIVE_ACCOUNTS = r"Software\Microsoft\OneDrive\Accounts"
_ONEDRIVE_MOUNTS = r"Software\SyncEngines\Providers\OneDrive"

#: How providers call themselves in the registry, where people know them by another name.
_PROVIDERS = {"iclouddrive": "iCloud", "protondrive": "Proton Drive", "googledrive": "Google Drive"}


def facts_of(path: Path) -> Facts:
    """Return what the system says of a path, itself or the nearest folder above it that is there."""
    there = next((folder for folder in (path, *path.parents) if os.path.lexists(folder)), path)
    label, remote = _drive(path)
    return Facts(
        roots=tuple(dict.fromkeys((*_of_environment(), *_of_dropbox(), *_of_registry()))),
        label=label,
        remote=remote,
        filesystem=_filesystem(there),
        elsewhere=_is_elsewhere(there),
        markers=tuple(_markers(there)),
    )


def filesystem_in(mounts: str, path: str) -> str:
    """Return the file system that a path lies on, from Linux's list of mounts (`/proc/self/mountinfo`)."""
    best, found = -1, ""
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after.split():
            continue
        point = fields[4].encode().decode("unicode_escape").encode("latin-1", "replace").decode("utf-8", "replace")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= best:  # the last one mounted over a folder hides the others
            best, found = len(point), after.split()[0]
    return found


def dropbox_folders(text: str) -> Iterator[str]:
    """Yield the folders of Dropbox's accounts, from its info.json; none where it makes no sense."""
    try:
        accounts = json.loads(text)
    except (ValueError, RecursionError):
        return
    for account in accounts.values() if isinstance(accounts, dict) else ():
        folder = account.get("path") if isinstance(account, dict) else None
        if isinstance(folder, str) and folder.strip():
            yield folder


def _of_environment() -> Iterator[tuple[str, str]]:
    for name in _ONEDRIVE:
        folder = os.environ.get(name, "").strip()
        if folder:
            yield "OneDrive", folder


def _of_dropbox() -> Iterator[tuple[str, str]]:
    homes = [os.environ.get(name, "") for name in ("APPDATA", "LOCALAPPDATA")]
    for file in (*(Path(home) / "Dropbox" / "info.json" for home in homes if home), _home() / ".dropbox" / "info.json"):
        with suppress(OSError, UnicodeDecodeError):
            for folder in dropbox_folders(file.read_text(encoding="utf-8")):
                yield "Dropbox", folder


def _home() -> Path:
    return Path(os.path.expanduser("~"))


def _markers(there: Path) -> Iterator[str]:
    """Yield the services' own files beside the path or in a folder above, up to the user's own one."""
    home = _home()
    for folder in (there, *there.parents):
        if folder == home:
            return  # « ~/.dropbox » is the program's settings
        for name in MARKERS:
            if os.path.lexists(folder / name):
                yield name


def _filesystem(there: Path) -> str:
    if not sys.platform.startswith("linux"):
        return ""
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    return filesystem_in(mounts, str(there))


def _is_elsewhere(there: Path) -> bool:
    """Tell whether Windows marks a file or a folder above it as kept by a service of the cloud."""
    for folder in (there, *there.parents):
        try:
            found = os.lstat(folder)
        except OSError:
            continue
        attributes = getattr(found, "st_file_attributes", 0)
        tag = getattr(found, "st_reparse_tag", 0)
        if attributes & (_RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS) or tag & _CLOUD_MASK == _CLOUD_TAG:
            return True
    return False


def _drive(path: Path) -> tuple[str, bool]:
    """Return the name of a drive of Windows, and whether it is one of the network."""
    if sys.platform != "win32" or not path.drive or path.drive.startswith("\\\\"):
        return "", False
    root = f"{path.drive}\\"
    remote = ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE
    name = ctypes.create_unicode_buffer(261)
    known = ctypes.windll.kernel32.GetVolumeInformationW(root, name, len(name), None, None, None, None, 0)
    return (name.value if known else ""), remote


def _of_registry() -> Iterator[tuple[str, str]]:
    """Yield the folders that services told Windows of: OneDrive's, SharePoint's libraries, every provider's."""
    if sys.platform != "win32":
        return
    import winreg

    for account in _keys(winreg.HKEY_CURRENT_USER, _ONEDRIVE_ACCOUNTS):
        yield from (("OneDrive", text) for name, text in _values(*account) if name == "UserFolder")
        for organisation in _keys(account[0], rf"{account[1]}\Tenants"):
            yield from (("SharePoint", name) for name, _text in _values(*organisation))
    for mount in _keys(winreg.HKEY_CURRENT_USER, _ONEDRIVE_MOUNTS):
        yield from (("OneDrive", text) for name, text in _values(*mount) if name == "MountPoint")
    for provider in _keys(winreg.HKEY_LOCAL_MACHINE, _SYNC_ROOTS):
        service = provider[1].rpartition("\\")[2].partition("!")[0]
        known = _PROVIDERS.get(service.casefold(), service)
        yield from ((known, text) for _name, text in _values(provider[0], rf"{provider[1]}\UserSyncRoots"))


def _keys(root: int, key: str) -> Iterator[tuple[int, str]]:
    """Yield the keys under one of the registry."""
    if sys.platform != "win32":
        return
    import winreg

    with suppress(OSError), winreg.OpenKey(root, key) as opened:
        for index in range(winreg.QueryInfoKey(opened)[0]):
            yield root, rf"{key}\{winreg.EnumKey(opened, index)}"


def _values(root: int, key: str) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of a key of the registry."""
    if sys.platform != "win32":
        return
    import winreg

    with suppress(OSError), winreg.OpenKey(root, key) as opened:
        for index in range(winreg.QueryInfoKey(opened)[1]):
            name, value, _kind = winreg.EnumValue(opened, index)
            if isinstance(value, str) and value.strip():
                yield name, value
