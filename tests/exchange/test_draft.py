"""Drafts of messages, read back as Thunderbird and Outlook would."""

from __future__ import annotations

from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from msp_desktop.domain.mail import Message
from msp_desktop.errors import UserError
from msp_desktop.exchange.draft import LARGEST, write_draft

NOW = datetime(2026, 4, 28, 14, 32)
NAME = "2026-05-12_compte-rendu_L’Haÿ – « très long » nom de fichier, avec des accents.pdf"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(b"%PDF-1.7\r\n\n\r" + bytes(range(256)) * 200 + b"\n.\n")
    return path


def written(tmp_path: Path, message: Message) -> tuple[bytes, EmailMessage]:
    path = tmp_path / "brouillon.eml"
    write_draft(path, message, NOW)
    data = path.read_bytes()
    read = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(read, EmailMessage)
    assert not [part.defects for part in read.walk() if part.defects]
    return data, read


def test_it_reads_back_whole(tmp_path: Path, pdf: Path) -> None:
    body = "Docteur,\n\nVoici « l’ordre du jour » : à bientôt…\n.\nFrom la mairie\n" + "mot " * 400 + "\n\nNadia Roche"
    message = Message(
        ("mairie@exemple.fr",), "Invitation : première rencontre à Œuilly – mardi 12 mai 2026 à 18 h 30", body, (pdf,),
        bcc=("a@exemple.fr", "b@exemple.fr"),
    )  # fmt: skip
    data, read = written(tmp_path, message)
    assert read["To"] == "mairie@exemple.fr"
    assert read["Bcc"] == "a@exemple.fr, b@exemple.fr"
    assert read["Subject"] == message.subject
    assert read["X-Unsent"] == "1"
    assert read["From"] is None, "the mail program puts its own account"
    text = read.get_body(("plain",))
    assert text is not None
    assert text.get_content().replace("\r\n", "\n").rstrip("\n") == body
    (attached,) = read.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached["Content-Transfer-Encoding"] == "base64"
    assert attached.get_filename() == NAME
    assert attached.get_payload(decode=True) == pdf.read_bytes()
    assert b"filename*" in data, "RFC 2231"


def test_every_line_ends_as_mail_wants_and_is_short(tmp_path: Path, pdf: Path) -> None:
    data, _read = written(tmp_path, Message(("a@exemple.fr",), "É" * 300, "mot " * 3000, (pdf,)))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    head = data.split(b"\r\n\r\n")[0]
    assert head.isascii(), "headers are encoded, for programs older than UTF-8 headers"


def test_a_line_end_in_the_subject_makes_no_header(tmp_path: Path, pdf: Path) -> None:
    _data, read = written(tmp_path, Message(("a@exemple.fr",), "Objet\r\nBcc: pirate@exemple.fr", "Texte", (pdf,)))
    assert read["Bcc"] is None
    assert "Objet" in read["Subject"]


def test_word_files_say_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "ordre du jour.docx"
    path.write_bytes(b"PK")
    _data, read = written(tmp_path, Message(("a@exemple.fr",), "Objet", "Texte", (path,)))
    (attached,) = read.iter_attachments()
    assert attached.get_content_type() == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_file_gone_or_too_large_is_one_sentence_and_no_draft(tmp_path: Path) -> None:
    gone, large, out = tmp_path / "parti.pdf", tmp_path / "lourd.pdf", tmp_path / "non.eml"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UserError, match=r"parti\.pdf.*n’est plus là"):
        write_draft(out, Message(("a@exemple.fr",), "", "", (gone,)), NOW)
    with pytest.raises(UserError, match=r"lourd\.pdf.*trop lourd"):
        write_draft(out, Message(("a@exemple.fr",), "", "", (large,)), NOW)
    with pytest.raises(UserError, match="ne peut pas être lu"):
        write_draft(out, Message(("a@exemple.fr",), "", "", (tmp_path,)), NOW)
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, pdf: Path) -> None:
    (tmp_path / "fichier").write_text("pas un dossier", encoding="utf-8")
    with pytest.raises(UserError):
        write_draft(tmp_path / "fichier" / "non.eml", Message(("a@exemple.fr",), "", "", (pdf,)), NOW)


@pytest.mark.parametrize(
    "address",
    [
        "a@exemple.fr / b@exemple.fr",
        "Dr Béa <bea@exemple.fr>",
        "f@hôpital-exemple.fr",
        "d@exemple.fr.",
        "d",
        "",
        "a@x.fr\r\nBcc: b@y.fr",
    ],
)
@pytest.mark.parametrize("field", ["to", "bcc"])
def test_what_is_no_address_never_reaches_a_header(tmp_path: Path, address: str, field: str) -> None:
    message = replace(Message(("ok@exemple.fr",), "Objet", "Texte"), **{field: (address,)})
    with pytest.raises(UserError, match="adresse électronique"):
        write_draft(tmp_path / "non.eml", message, NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_date_for_a_diary_is_a_calendar_file(tmp_path: Path) -> None:
    path = tmp_path / "2026-05-12_rencontre.ics"
    path.write_bytes("BEGIN:VCALENDAR\r\nSUMMARY:Été\r\nEND:VCALENDAR\r\n".encode())
    _data, read = written(tmp_path, Message(("a@exemple.fr",), "Objet", "Texte", (path,)))
    (attached,) = read.iter_attachments()
    assert (attached.get_content_type(), attached.get_content_charset()) == ("text/calendar", "utf-8")
    assert attached.get_payload(decode=True) == path.read_bytes()
