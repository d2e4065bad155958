"""Synchronised folders and shares are known by whole names and by what the system says; nothing else alarms."""

from __future__ import annotations

import lzma
from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from msp_desktop.paths import resource
from msp_desktop.places import Facts, Kind, place_of

SYNCHRONISED = [
    (r"C:\Users\Martine\OneDrive\Documents\x.msp100", "OneDrive"),
    (r"C:\Users\Martine\OneDrive - Mairie de Saint-Exemple\Bureau\x.msp100", "OneDrive"),
    (r"\\?\C:\Users\Martine\OneDrive - Mairie\x.msp100", "OneDrive"),
    (r"C:\Users\Martine\OneDrive – Mairie\x.msp100", "OneDrive"),
    (r"G:\Mon Drive\x.msp100", "Google Drive"),
    (r"G:\My Drive\sante\x.msp100", "Google Drive"),
    (r"G:\Drive partagés\Mairie\x.msp100", "Google Drive"),
    (r"H:\Shared drives\Mairie\x.msp100", "Google Drive"),
    (r"C:\Users\Martine\Google Drive\x.msp100", "Google Drive"),
    ("/home/mairie/Mon Google Drive/x.msp100", "Google Drive"),
    (r"C:\Users\Martine\Dropbox\x.msp100", "Dropbox"),
    (r"C:\Users\Martine\Dropbox (Mairie de Saint-Exemple)\x.msp100", "Dropbox"),
    (r"C:\Users\Martine\Mairie de Saint-Exemple Dropbox\Martine\x.msp100", "Dropbox"),
    (r"C:\Users\Martine\iCloudDrive\x.msp100", "iCloud"),
    ("/home/mairie/Nextcloud/dossiers/x.msp100", "Nextcloud"),
    ("/home/mairie/Nextcloud2/x.msp100", "Nextcloud"),
    ("/home/mairie/ownCloud - martine@cloud.exemple.fr/x.msp100", "ownCloud"),
    (r"C:\Users\Martine\kDrive\x.msp100", "kDrive"),
    (r"P:\pCloud Drive\x.msp100", "pCloud"),
    (r"C:\Users\Martine\Box\x.msp100", "Box"),
    (r"C:\Users\Martine\Box Sync\x.msp100", "Box"),
    (r"C:\Users\Martine\Proton Drive\martine\My files\x.msp100", "Proton Drive"),
    (r"C:\Users\Martine\Documents\MEGA\x.msp100", "MEGA"),
    (r"C:\Users\Martine\MEGAsync\x.msp100", "MEGA"),
    (r"C:\Users\Martine\SynologyDrive\x.msp100", "Synology Drive"),
    (r"C:\Users\Martine\Mairie de Saint-Exemple\Secrétariat - Documents\x.msp100", "SharePoint"),
    (r"C:\Users\Martine\Mairie de Saint-Exemple\Santé - Documents partagés\x.msp100", "SharePoint"),
    (r"\\mairie.sharepoint.com@SSL\DavWWWRoot\sites\sante\x.msp100", "SharePoint"),
    ("/Users/martine/Library/CloudStorage/OneDrive-MairiedeSaint-Exemple/x.msp100", "OneDrive"),
    ("/Users/martine/Library/CloudStorage/GoogleDrive-martine@exemple.fr/x.msp100", "Google Drive"),
    ("/run/user/1000/gvfs/google-drive:host=gmail.com,user=m/0A/x.msp100", "Google Drive"),
    ("/home/mairie/Ne\u0301xtcloud/../NEXTCLOUD/x.msp100", "Nextcloud"),
]
SHARED = [
    r"\\serveur\partage\x.msp100",
    r"\\?\UNC\serveur\partage\x.msp100",
    "//serveur/partage/x.msp100",
    "/run/user/1000/gvfs/smb-share:server=nas,share=mairie/x.msp100",
    "/home/mairie/.gvfs/mairie sur nas/x.msp100",
    "/run/user/1000/kio-fuse-abCD/smb/nas/mairie/x.msp100",
]
QUIET = [
    "/home/mairie/Documents/x.msp100",
    "/home/mairie/Documents/drive.msp100",
    "/home/mairie/Documents/OneDrive.msp100",
    "/home/onedrive/Documents/x.msp100",
    "/home/megane/Documents/x.msp100",
    r"C:\Users\Mega\Documents\x.msp100",
    r"C:\Users\Megane\Documents\Boxer\x.msp100",
    r"C:\Users\Martine\Documents\Dropbox-les-Bains\x.msp100",
    r"C:\Users\Martine\Documents\dropbox-les-bains.msp100",
    r"C:\Users\Martine\Documents\Saint-Nextcloud\x.msp100",
    r"C:\Users\Martine\Documents\Sans OneDrive\x.msp100",
    r"C:\Users\Martine\Documents\Réunion - Documents\x.msp100",
    r"C:\Users\Martine\Documents\Drive fermier\x.msp100",
    r"C:\Mairie\Users\x.msp100",
    r"C:\Users\Martine\Documents\Sync\x.msp100",
    r"C:\Users\Sync\Documents\x.msp100",
    r"\\?\C:\Users\Martine\Documents\x.msp100",
    "/run/media/martine/gvfs/x.msp100",
    "/home/mairie/gvfs/x.msp100",
]


def pure(text: str) -> PurePath:
    return PureWindowsPath(text) if "\\" in text else PurePosixPath(text)


@pytest.mark.parametrize(("text", "service"), SYNCHRONISED)
def test_a_synchronised_folder_is_known_by_its_name(text: str, service: str) -> None:
    found = place_of(pure(text), Facts())
    assert found is not None
    assert (found.kind, found.service) == (Kind.SYNCHRONISED, service)
    assert found.words == f"dans {service}"


@pytest.mark.parametrize("text", SHARED)
def test_a_share_is_known_by_how_it_is_reached(text: str) -> None:
    path = PureWindowsPath(text) if text.startswith("//") else pure(text)
    found = place_of(path, Facts())
    assert found is not None
    assert (found.kind, found.service) == (Kind.SHARED, "")
    assert found.words == "sur un partage réseau"


@pytest.mark.parametrize("text", QUIET)
def test_what_only_resembles_one_alarms_nobody(text: str) -> None:
    assert place_of(pure(text), Facts()) is None


def test_no_commune_of_france_is_taken_for_a_service() -> None:
    text = lzma.decompress(resource("communes", "communes.tsv.xz").read_bytes()).decode()
    names = [line.split("\t")[1] for line in text.split("#communes\n")[1].split("\n#")[0].split("\n")]
    assert len(names) > 30_000
    assert [name for name in names if place_of(PureWindowsPath(r"C:\Mairies") / name / "x.msp100", Facts())] == []


DISK = PureWindowsPath(r"D:\Mairie\Documents\x.msp100")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (Facts(roots=(("OneDrive", r"d:\mairie"),)), "dans OneDrive"),
        (Facts(roots=(("OneDrive", r"D:\Mairie"), ("SharePoint", r"D:\Mairie\Documents"))), "dans SharePoint"),
        (Facts(label="Google Drive"), "dans Google Drive"),
        (Facts(label="Google Drive (martine@exemple.fr)"), "dans Google Drive"),
        (Facts(remote=True), "sur un partage réseau"),
        (Facts(filesystem="cifs"), "sur un partage réseau"),
        (Facts(filesystem="fuse.sshfs"), "sur un partage réseau"),
        (Facts(filesystem="nfs4"), "sur un partage réseau"),
        (Facts(filesystem="9p"), "sur un partage réseau"),
        (Facts(filesystem="fuse.rclone"), "dans un dossier synchronisé"),
        (Facts(filesystem="fuse.onedriver"), "dans OneDrive"),
        (Facts(elsewhere=True), "dans un dossier synchronisé"),
        (Facts(markers=(".stfolder",)), "dans Syncthing"),
    ],
)
def test_what_the_system_says_counts_where_names_say_nothing(facts: Facts, words: str) -> None:
    found = place_of(DISK, facts)
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    "facts",
    [
        Facts(roots=(("OneDrive", r"D:\Mairie2"), ("OneDrive", r"D:\Mai"))),
        Facts(label="GOOGLE"),
        Facts(filesystem="ext4"),
        Facts(filesystem="fuseblk"),
        Facts(filesystem="vfat"),
    ],
)
def test_a_disk_of_this_computer_alarms_nobody(facts: Facts) -> None:
    assert place_of(DISK, facts) is None


def test_the_folder_that_two_services_call_sync_is_known_in_the_users_own_one() -> None:
    found = place_of(PureWindowsPath(r"C:\Users\Martine\Sync\x.msp100"), Facts())
    assert found is not None
    assert found.words == "dans un dossier synchronisé"
