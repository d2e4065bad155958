"""What the system refuses is one sentence that says what to do, and Windows' « not found » has several reasons."""

from __future__ import annotations

import errno
import sys
from types import SimpleNamespace

import pytest

from msp_desktop.db import faults
from msp_desktop.db.faults import IO, STRANGE_NAME, TOO_LONG, refused_by_windows, sentence_for
from msp_desktop.errors import OutOfReachError
from msp_desktop.i18n import _

LONG = "C:\\" + "\\".join(["dossier"] * 32)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (r"C:\Mairie\a.pdf", ""),
        (r"\\serveur\mairie\Santé 100 jours\a.pdf", ""),
        (r"..\ici\.\a.pdf", ""),
        (r"C:\fin. \a.pdf", STRANGE_NAME),
        (r"C:\fin.\a.pdf", STRANGE_NAME),
        (r"\\serveur\mairie\fin \a.pdf", STRANGE_NAME),
        (LONG[:259], ""),
        (rf"{LONG}\plus.pdf", TOO_LONG),
        (rf"\\?\{LONG}\plus.pdf", ""),
        ("", ""),
    ],
)
def test_windows_says_not_found_of_names_it_cannot_have(path: str, why: str) -> None:
    assert refused_by_windows(path) == why


def test_only_windows_is_thought_to_mean_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def said(number: int) -> str | None:
        return sentence_for(OSError(number, "…", r"C:\fin. \a.pdf"))

    assert said(errno.ENOENT) == _(IO)
    monkeypatch.setattr(faults, "sys", SimpleNamespace(platform="win32", modules=sys.modules))
    assert said(errno.ENOENT) == _(STRANGE_NAME)
    assert said(errno.ENOSPC) == _(faults.FULL), "the disk was asked, and answered"


def test_a_folder_of_the_program_has_its_own_sentence() -> None:
    refused = OutOfReachError(OSError(errno.ENOENT, "not found", "/ailleurs"), "Le dossier « ailleurs » n’est pas là.")
    assert sentence_for(refused) == "Le dossier « ailleurs » n’est pas là."
    assert (refused.errno, refused.filename) == (errno.ENOENT, "/ailleurs")
