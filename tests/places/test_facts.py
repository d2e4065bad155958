"""What the system says is read as it says it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from msp_desktop.places.facts import dropbox_folders, facts_of, filesystem_in

MOUNTS = r"""22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /home/mairie/nas\040de\040la\040mairie rw shared:20 - cifs //nas/mairie rw,vers=3.0
41 22 0:36 / /home/mairie/com rw - fuse.sshfs martine@serveur: rw
42 22 0:37 / /mnt/c\303\251 rw - nfs4 serveur:/ce rw
43 22 0:38 / /mnt/c\303\251 rw - ext4 /dev/vdb rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/mairie/Documents/x.msp100", "ext4"),
        ("/home/mairie/nas de la mairie/x.msp100", "cifs"),
        ("/home/mairie/com/x.msp100", "fuse.sshfs"),
        ("/home/mairie/commune/x.msp100", "ext4"),
        ("/mnt/cé/x.msp100", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    assert filesystem_in(MOUNTS, path) == kind


def test_dropbox_says_where_its_folders_are() -> None:
    text = json.dumps({"personal": {"path": "/home/m/D"}, "business": {"path": "/home/m/Mairie"}, "x": 3})
    assert list(dropbox_folders(text)) == ["/home/m/D", "/home/m/Mairie"]


@pytest.mark.parametrize("text", ["", "[]", "3", "{", '{"a": {"path": 3}}', "[" * 100_000])
def test_what_makes_no_sense_names_no_folder(text: str) -> None:
    assert list(dropbox_folders(text)) == []


def test_onedrive_and_dropbox_are_found_by_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Dropbox" / "info.json").write_text(json.dumps({"personal": {"path": "/ailleurs"}}))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Mairie"))
    roots = facts_of(tmp_path / "Mairie" / "x.msp100").roots
    assert ("OneDrive", str(tmp_path / "Mairie")) in roots
    assert ("Dropbox", "/ailleurs") in roots


def test_a_service_is_known_by_what_it_leaves_in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):  # Windows’ own is the second
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / ".dropbox").mkdir()  # in the user's own folder, it is the program's settings
    assert facts_of(tmp_path / "Documents" / "x.msp100").markers == ()
    (tmp_path / "Partage" / ".stfolder").mkdir(parents=True)
    assert facts_of(tmp_path / "Partage" / "Mairie" / "x.msp100").markers == (".stfolder",)
