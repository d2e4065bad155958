from __future__ import annotations

import gzip
import io
import os
import random
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from msp_desktop.exchange.open_data import streams
from msp_desktop.exchange.open_data.errors import NotOfficialError
from msp_desktop.exchange.open_data.streams import Stream, opened

TEXT = b"head;of;it\n" + b"".join(b"%d;some;thing\n" % number for number in range(40_000))


def is_ours(head: bytes) -> bool:
    return head.startswith(b"head;of;it")


def zipped(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 4, 14, 8, 12, 0)), content, how)
    return packed.getvalue()


def whole(path: Path, size: int = streams.BLOCK) -> bytes:
    with opened(path, is_ours) as stream:
        return b"".join(iter(lambda: stream.read(size), b""))


def put(tmp_path: Path, content: bytes, name: str = "file.bin") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(NotOfficialError) as told:
        whole(path)
    assert "\n" not in told.value.sentence
    return told.value.sentence


@pytest.mark.parametrize("size", [1, 7000, 65_535, 65_537, 1 << 18])
@pytest.mark.parametrize(
    "content",
    [
        TEXT,
        gzip.compress(TEXT),
        gzip.compress(TEXT[:5000]) + gzip.compress(TEXT[5000:]),
        zipped({"x.txt": TEXT}),
        zipped({"x": TEXT}, 0),
    ],
    ids=["plain", "gz", "gz in two", "zip", "zip stored"],
)
def test_the_same_bytes_however_it_is_packed(tmp_path: Path, content: bytes, size: int) -> None:
    if size == 1:
        with opened(put(tmp_path, content, "what.ever"), is_ours) as stream:
            assert (stream.read(1), stream.read(1)) == (b"h", b"e")
        return
    assert whole(put(tmp_path, content, "what.ever"), size) == TEXT


def test_the_member_is_found_by_its_first_bytes(tmp_path: Path) -> None:
    path = put(tmp_path, zipped({"a.txt": b"other;" * 200_000, "folder/b_20260402.bin": TEXT, "est vide": b""}))
    with opened(path, is_ours) as stream:
        assert (stream.name, stream.inside, stream.dated_on) == ("file.bin", "b_20260402.bin", date(2026, 4, 2))


def test_of_a_member_without_a_day_the_archive_tells_it(tmp_path: Path) -> None:
    with opened(put(tmp_path, zipped({"b.txt": TEXT})), is_ours) as stream:
        assert stream.dated_on == date(2026, 4, 14)
    with opened(put(tmp_path, TEXT), is_ours) as stream:
        assert stream.dated_on is None


@pytest.mark.parametrize(
    "content", [TEXT, gzip.compress(TEXT), zipped({"a": os.urandom(300_000), "b": TEXT, "c": os.urandom(300_000)})]
)
def test_what_was_read_is_told_in_bytes_on_disk_up_to_its_size(tmp_path: Path, content: bytes) -> None:
    told: list[int] = []
    with opened(put(tmp_path, content), is_ours, told.append) as stream:
        while stream.read(9000):
            pass
        assert told == sorted(told)
        assert told[-1] == stream.size <= len(content)


def test_what_is_told_may_end_the_reading(tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError), opened(put(tmp_path, zipped({"a": TEXT})), is_ours, cancel) as stream:
        stream.read()


def test_a_workbook_is_given_packed(tmp_path: Path) -> None:
    content = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": TEXT})
    with opened(put(tmp_path, content), lambda head: head.startswith(b"PK")) as stream:
        assert b"".join(iter(stream.read, b"")) == content
    assert "fichier officiel" in refused(put(tmp_path, content))


def test_what_is_no_official_file_is_one_sentence(tmp_path: Path) -> None:
    assert "est un dossier" in refused(tmp_path)
    assert "est vide" in refused(put(tmp_path, b""))
    assert "clé USB" in refused(tmp_path / "gone.txt")
    assert "pas un fichier officiel" in refused(put(tmp_path, random.Random(1).randbytes(70_000)))
    assert "pas un fichier officiel" in refused(put(tmp_path, zipped({"a.txt": b"other"})))
    assert "pas un fichier officiel" in refused(put(tmp_path, zipped({})))
    assert "pas un fichier officiel" in refused(put(tmp_path, gzip.compress(b"other")))
    assert "abîmé" in refused(put(tmp_path, b"PK\x03\x04" + bytes(100)))
    assert "abîmé" in refused(put(tmp_path, b"\x1f\x8b" + bytes(100)))
    assert "compressé" in refused(put(tmp_path, zipped({"a.txt": TEXT}, zipfile.ZIP_LZMA)))


@pytest.mark.posix("named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pas un fichier officiel" in refused(tmp_path / "pipe")


def test_a_password_is_told(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": TEXT}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "mot de passe" in refused(put(tmp_path, bytes(content)))


@pytest.mark.parametrize("packed", [gzip.compress(TEXT), zipped({"a.txt": TEXT})])
def test_any_cut_of_an_archive_is_told(tmp_path: Path, packed: bytes) -> None:
    for cut in range(20, len(packed) - 1, len(packed) // 40):
        assert "abîmé" in refused(put(tmp_path, packed[:cut]))


@pytest.mark.parametrize("packed", [gzip.compress(TEXT), zipped({"a.txt": TEXT})])
def test_any_changed_byte_gives_the_file_or_one_sentence(tmp_path: Path, packed: bytes) -> None:
    draw = random.Random(16)
    for _time in range(100):
        content = bytearray(packed)
        content[draw.randrange(len(content))] = draw.randrange(256)
        with suppress(NotOfficialError):
            assert whole(put(tmp_path, bytes(content))) == TEXT


def test_an_archive_that_unfolds_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FROM", 1 << 20)
    bomb = b"head;of;it\n" + bytes(1 << 24)
    assert "bien plus" in refused(put(tmp_path, zipped({"a": bomb})))
    assert "bien plus" in refused(put(tmp_path, gzip.compress(bomb)))
    assert whole(put(tmp_path, bomb)) == bomb
    monkeypatch.setattr(streams, "MOST", 1 << 20)
    assert "bien plus" in refused(put(tmp_path, bomb))


def test_an_archive_of_names_alone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_LIST", 1000)
    assert "bien plus" in refused(put(tmp_path, zipped({f"{number}.txt": TEXT[:11] for number in range(100)})))


def test_what_a_stick_refuses_is_one_sentence(tmp_path: Path) -> None:
    class Gone(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    path = put(tmp_path, TEXT)
    with pytest.raises(NotOfficialError, match="clé USB"):
        Stream(path, Gone(), Gone(), lambda done: None)
