"""What a saved message brings, as mail programs write it, and who says they sent it."""

from __future__ import annotations

import base64

import pytest

from msp_desktop.exchange.carried.inside import pieces
from msp_desktop.exchange.carried.kinds import Kind
from msp_desktop.exchange.carried.mail import Attached, attached
from tests.exchange.carried.papers import MAYOR, message, sent

PDF = b"%PDF-1.7 x"
HEAD = b"From: =?iso-8859-1?Q?Mairie_d'Aug=E8res?= <mairie@augeres.example>\r\nDate: Mon, 4 May 2026 11:45:00 +0200\r\n"


def one(field: bytes, body: bytes = PDF) -> Attached:
    (found,) = attached(HEAD + b"MIME-Version: 1.0\r\n" + field + b"\r\n\r\n" + body)
    return found


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (b"Content-Disposition: attachment; filename=a.pdf", "a.pdf"),
        (b'Content-Type: application/pdf; name="Point d\'\xc3\xa9tape.pdf"', "Point d'étape.pdf"),
        (b"Content-Disposition: attachment; filename*=UTF-8''Point%20d%E2%80%99%C3%A9tape.pdf", "Point d’étape.pdf"),
        (b"Content-Disposition: attachment; filename*0*=iso-8859-1''Auv%E9;\r\n filename*1=.pdf", "Auvé.pdf"),
        (b'Content-Disposition: attachment; filename="=?utf-8?B?w4l0w6kucGRm?="', "Été.pdf"),
    ],
)
def test_names_are_read_however_they_are_written(field: bytes, name: str) -> None:
    assert one(field).name == name


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        (b"base64", base64.encodebytes(PDF)),
        (b"quoted-printable", b"%PDF-1.7=20x"),
        (b"8bit", PDF),
        (b"BASE64", base64.b64encode(PDF)),
    ],
)
def test_what_is_attached_is_unpacked(coding: bytes, body: bytes) -> None:
    field = b"Content-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: " + coding
    assert one(field, body).content == PDF


def test_who_says_they_sent_it_and_when_are_kept_where_they_can_be_read() -> None:
    field = b"Content-Disposition: attachment; filename=a.pdf"
    found = one(field)
    assert (found.sent_by, found.sent_on) == ("Mairie d'Augères <mairie@augeres.example>", "2026-05-04T11:45:00+02:00")
    for by, on, said in (
        (b"a\tb\0\xe2\x80\xae" + b"c" * 9_000, b"yesterday", ""),
        (b"=?nowhere?Q?a?=", b"Mon, 99 May 2026 11:45:00 +0200", ""),
        (b"", b"4 May 2026 11:45", "2026-05-04T11:45:00+00:00"),
    ):
        (bad,) = attached(b"From: " + by + b"\r\nDate: " + on + b"\r\n" + field + b"\r\n\r\n" + PDF)
        assert len(bad.sent_by) <= 150
        assert not any(mark in bad.sent_by for mark in "\t\0\u202e")
        assert bad.sent_on == said


def test_a_forwarded_message_is_looked_into_and_says_who_wrote_it() -> None:
    forwarded = message(message(("a.pdf", sent())), by="Préfecture <pref@example>")
    (piece,) = pieces("x.eml", forwarded)
    assert (piece.name, piece.kind, piece.content, piece.sent_by) == ("x.eml › a.pdf", Kind.PDF, sent(), MAYOR)
    attached_as_a_file = message(("transféré.eml", message(("a.pdf", sent()))), by="Préfecture <pref@example>")
    (piece,) = pieces("x.eml", attached_as_a_file)
    assert (piece.name, piece.sent_by) == ("x.eml › transféré.eml › a.pdf", MAYOR)


@pytest.mark.parametrize(
    "change", [(b"\r\n", b"\n"), (b"From: ", b"X-Mozilla-Status: 0001\r\nFrom: "), (b"MIME-Version", b"mime-version")]
)
def test_a_message_is_known_by_how_it_begins(change: tuple[bytes, bytes]) -> None:
    (piece,) = pieces("sans suffixe", message(("a.pdf", sent())).replace(*change))
    assert piece.content == sent()
