"""How synchronised folders and shares are recognised, from a path and what the system says of it."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from pathlib import PurePath, PureWindowsPath

from msgspec import Struct

from msp_desktop.i18n import _


class Kind(StrEnum):
    """What makes a place unsafe for a dossier: a program that copies it elsewhere, or other people's computers."""

    SYNCHRONISED = "synchronised"
    SHARED = "shared"


class Place(Struct, frozen=True):
    """A place that is not this computer's alone; `service` is the name people know it by, empty for any share."""

    kind: Kind
    service: str = ""

    @property
    def words(self) -> str:
        """Return where that is, to end a sentence with: « in OneDrive », « on a network share »."""
        if self.service:
            return _("in {service}").format(service=self.service)
        return _("in a synchronised folder") if self.kind is Kind.SYNCHRONISED else _("on a network share")


class Facts(Struct, frozen=True):
    """What the system says of a path.

    `roots` are folders that services say they keep, each with its service; `label` is the drive's name, `remote` tells
    a drive of the network, `filesystem` is Linux's name for it; `elsewhere` tells that the content may have to be fetched;
    `markers` are the service's own files found beside or above.
    """

    roots: tuple[tuple[str, str], ...] = ()
    label: str = ""
    remote: bool = False
    filesystem: str = ""
    elsewhere: bool = False
    markers: tuple[str, ...] = ()


#: How services call their folders, each a whole part of a path: « Boxer », « Dropbox-les-Bains », « megane » are none.
_FOLDERS = (
    ("OneDrive", r"(onedrive|skydrive)( [-–] .+)?"),
    ("Google Drive", r"(mon )?google ?drive( - .+)?|mon drive|my drive|drives? partagés?|shared drives|drivefs"),
    ("Dropbox", r"dropbox"),
    ("iCloud", r"icloud ?drive|mobile documents|com~apple~clouddocs"),
    ("Nextcloud", r"nextcloud\d*( - .+)?"),
    ("ownCloud", r"owncloud\d*( - .+)?"),
    ("kDrive", r"kdrive\d*"),
    ("pCloud", r"pcloud ?(drive|sync)?"),
    ("Box", r"box( sync|-box)?"),
    ("Proton Drive", r"proton ?drive( - .+)?"),
    ("MEGA", r"mega( ?sync)?"),
    ("Synology Drive", r"synology ?drive|cloudstation"),
    ("Seafile", r"seafile"),
    ("Cozy", r"cozy ?drive|twake drive"),
    ("Tresorit", r"tresorit"),
    ("Yandex Disk", r"yandex[. ]?disk"),
    ("Amazon Drive", r"amazon drive"),
    ("Resilio Sync", r"resilio sync"),
    ("Le Cloud d’Orange", r"(le )?cloud d['’]orange"),
    ("Zoho WorkDrive", r"zoho ?workdrive"),
    ("Egnyte", r"egnyte( ?drive)?"),
    ("Internxt", r"internxt( ?drive)?"),
    ("Shadow Drive", r"shadow drive"),
    ("Icedrive", r"icedrive"),
    ("Jottacloud", r"jottacloud"),
    ("Koofr", r"koofr"),
    ("SharePoint", r"sharepoint|davwwwroot|.+\.sharepoint\.com(@.+)?"),
)
_PATTERNS = tuple((service, re.compile(rf"(?:{words})(?: \(.+\))?")) for service, words in _FOLDERS)

#: Folders that hold the users' own ones: a user may be called as a service is.
_HOMES = ("users", "utilisateurs", "home")
#: A library of SharePoint is kept in a folder of the organisation's name, beside Documents: « Mairie de X\Mairie - Documents ».
_LIBRARY = re.compile(r".+ - (documents?|documents partagés|shared documents|général|general)")
#: What stands beside it and is nobody's organisation.
_OWN = frozenset(
    ["documents", "mes documents", "desktop", "bureau", "downloads", "téléchargements", "pictures", "images"]
)
#: Dropbox's folder of a team bears the team's name, beside Documents.
_TEAM = re.compile(r".+ dropbox")
#: Sync.com and Syncthing call theirs « Sync », there alone.
_SYNC = "sync"
#: macOS keeps them all in one folder, the account after the service's name: « OneDrive-MairiedeX ».
_CLOUD_STORAGE = "cloudstorage"

#: What services leave in the folders they keep.
MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
    ".SynologyWorkingDirectory": "Synology Drive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}

#: Linux's names of what other computers share, or a virtual machine's host; « fuse. » before them is passed over.
_SHARED = frozenset(
    [
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "smbnetfs", "sshfs", "9p", "virtiofs", "vboxsf", "prl_fs"),
        *("vmhgfs", "vmhgfs-fuse", "davfs", "davfs2", "webdavfs", "curlftpfs", "ftpfs", "gvfsd-fuse", "kio-fuse"),
        *("afs", "afpfs", "beegfs", "ceph", "coda", "gfs2", "glusterfs", "lustre", "ncpfs", "ocfs2"),
    ]
)
_FETCHED = {
    "google-drive-ocamlfuse": "Google Drive",
    "onedriver": "OneDrive",
    "drivefs": "Google Drive",
    "pcloud": "pCloud",
    "pcloudfs": "pCloud",
    "dropbox": "Dropbox",
    "rclone": "",
}
#: What GNOME mounts as a folder, by the beginning of the folder's name.
_MOUNTED = {"google-drive:": "Google Drive", "onedrive:": "OneDrive"}


def place_of(path: PurePath, facts: Facts) -> Place | None:
    """Return the place a path lies in, from its names and from what the system says of it; None for a local disk."""
    return _kept(path, facts) or _named(path) or _mounted(path) or _shared(path, facts) or _marked(facts)


def _kept(path: PurePath, facts: Facts) -> Place | None:
    """Tell the service that says it keeps a folder above this one: the nearest where there are several."""
    found = [
        (len(root), service)
        for service, text in facts.roots
        if (root := _parts(type(path)(text))) and root == _parts(path)[: len(root)]
    ]
    return Place(Kind.SYNCHRONISED, max(found)[1]) if found else None


def _named(path: PurePath) -> Place | None:
    """Tell the service by the names of the folders."""
    parts = _parts(path)
    home = _home(parts)
    for index, part in enumerate(parts):
        if index == home:
            continue
        for service, pattern in _PATTERNS:
            if pattern.fullmatch(part):
                return Place(Kind.SYNCHRONISED, service)
        if index and parts[index - 1] == _CLOUD_STORAGE:
            return Place(Kind.SYNCHRONISED, _on_mac(part))
    if home is not None:
        if any(_TEAM.fullmatch(part) for part in parts[home + 1 : home + 2]):
            return Place(Kind.SYNCHRONISED, "Dropbox")
        if _SYNC in parts[home + 1 : home + 2]:
            return Place(Kind.SYNCHRONISED)
        organisation = parts[home + 1 : home + 2]
        if any(_LIBRARY.fullmatch(part) for part in parts[home + 2 : home + 3]) and not _OWN & {*organisation}:
            return Place(Kind.SYNCHRONISED, "SharePoint")
    return None


def _mounted(path: PurePath) -> Place | None:
    """Tell what a Linux desktop shows as a folder and reaches through the network."""
    parts = _parts(path)
    for index, part in enumerate(parts[:-1]):
        in_run = index == 4 and parts[1:3] == ("run", "user")
        if (part == "gvfs" and in_run) or part == ".gvfs" or (part.startswith("kio-fuse") and in_run):
            service = next((name for start, name in _MOUNTED.items() if parts[index + 1].startswith(start)), "")
            return Place(Kind.SYNCHRONISED if service else Kind.SHARED, service)
    return None


def _shared(path: PurePath, facts: Facts) -> Place | None:
    if facts.label.casefold().startswith("google drive"):
        return Place(Kind.SYNCHRONISED, "Google Drive")
    if facts.label.casefold().startswith("pcloud"):
        return Place(Kind.SYNCHRONISED, "pCloud")
    filesystem = facts.filesystem.casefold().removeprefix("fuse.")
    if filesystem in _FETCHED:
        return Place(Kind.SYNCHRONISED, _FETCHED[filesystem])
    if facts.remote or filesystem in _SHARED or _is_unc(path):
        return Place(Kind.SHARED)
    return None


def _marked(facts: Facts) -> Place | None:
    service = next((MARKERS[name] for name in facts.markers if name in MARKERS), None)
    if service is not None:
        return Place(Kind.SYNCHRONISED, service)
    return Place(Kind.SYNCHRONISED) if facts.elsewhere else None


def _is_unc(path: PurePath) -> bool:
    """Tell « \\\\server\\share » and « \\\\?\\UNC\\server\\share » from « \\\\?\\C:\\ », which is a disk of this computer."""
    text = str(path).replace("\\", "/")
    if not text.startswith("//"):
        return False
    device = text.casefold().startswith(("//?/", "//./"))
    return not device or text[4:8].casefold() == "unc/"


def _on_mac(part: str) -> str:
    start = part.partition("-")[0]
    return next((service for service, pattern in _PATTERNS if pattern.fullmatch(start)), "")


def _home(parts: tuple[str, ...]) -> int | None:
    """Return which part is the user's own name."""
    for index in (1, 2):  # /home/name, C:\\Users\\name, /export/home/name
        if len(parts) > index + 1 and parts[index] in _HOMES:
            return index + 1
    return None


def _parts(path: PurePath) -> tuple[str, ...]:
    """Return the parts as they are compared: one way of writing é, small letters, no mark of long paths."""
    parts = [unicodedata.normalize("NFC", part).casefold().strip() for part in path.parts]
    if parts and isinstance(path, PureWindowsPath):
        drive = parts[0].removeprefix("\\\\?\\").removeprefix("\\\\.\\")
        first = [f"\\\\{drive[4:]}"] if drive.startswith("unc\\") else [drive]
        # « \\server@SSL\DavWWWRoot\ » is one part for Python.
        parts = first if len(first[0]) < 4 else [first[0], *filter(None, re.split(r"\\", first[0]))]
        parts += [unicodedata.normalize("NFC", part).casefold().strip() for part in path.parts[1:]]
    return tuple(parts)
