"""Pictures for the letterhead: known by what they hold, not by their name."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from msp_desktop.errors import UserError
from msp_desktop.services.dossiers import LARGEST_ARMS
from msp_desktop.services.letterhead import read_picture

PNG = b"\x89PNG\r\n\x1a\n"


def drawn(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_known_by_what_it_holds(tmp_path: Path, kind: str, media: str) -> None:
    path = tmp_path / "blason.txt"
    path.write_bytes(drawn(kind))
    assert read_picture(path) == (drawn(kind), media)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg/>", b"%PDF-1.7", b"MZ", PNG, PNG + b"...", b"\xff\xd8\xff..."]
)
def test_what_we_cannot_print_is_refused_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "blason.png"
    path.write_bytes(content)
    with pytest.raises(UserError, match="PNG"):
        read_picture(path)


def test_a_picture_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "blason.png"
    with path.open("wb") as file:
        file.write(PNG)
        file.truncate(LARGEST_ARMS + 1)
    with pytest.raises(UserError, match="4"):
        read_picture(path)


def test_a_picture_that_is_gone_or_a_folder_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.png", tmp_path):
        with pytest.raises(UserError):
            read_picture(path)


@pytest.mark.posix("/dev/zero")
def test_a_device_is_refused_and_never_read_to_its_end() -> None:
    with pytest.raises(UserError, match="PNG"):
        read_picture(Path("/dev/zero"))
