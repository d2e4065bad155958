"""The ways a message leaves, in their order, with the mail programs faked at the border."""

from __future__ import annotations

import os
import re
import sys
import time
from datetime import datetime
from pathlib import Path, PureWindowsPath

import pytest
from msgspec.structs import replace

from msp_desktop.domain.mail import Message, Way
from msp_desktop.errors import UserError
from msp_desktop.exchange.mailers import clients, handover, mapi
from msp_desktop.exchange.mailers.handover import KEPT_DAYS, Handed, hand_over, ways_here

NOW = datetime.now()


@pytest.fixture
def message(tmp_path: Path) -> Message:
    pdf = tmp_path / "L’ordre du jour, 12 mai.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    return Message(
        ("mairie@exemple.fr",), "L'ordre du jour, l’été", "Bonjour,\n\nVoici.", (pdf,), ("a@exemple.fr", "b@exemple.fr")
    )


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with nothing but a folder of programs, empty."""
    folder = tmp_path / "programmes"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def registry(values: dict[tuple[str, str], str]) -> object:
    return lambda key, name="": values.get((key, name))


MAIL = r"Software\Clients\Mail"
PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths"


@pytest.mark.posix("no Simple MAPI, which would open a mail program")
def test_with_nothing_here_only_copy_and_paste_is_left(message: Message, tmp_path: Path) -> None:
    assert ways_here() == (Way.WEBMAIL,)
    assert hand_over(message, Way.AUTO, tmp_path / "d", NOW, lambda _path: None) == Handed(Way.WEBMAIL)


def test_simple_mapi_is_offered_only_where_its_dll_is_really_there(tmp_path: Path) -> None:
    dll = tmp_path / "mozMapi32.dll"
    named = {(MAIL, ""): "Mozilla Thunderbird", (rf"{MAIL}\Mozilla Thunderbird", "DLLPath"): str(dll)}
    assert not clients.has_mapi(registry(named))  # type: ignore[arg-type]
    dll.write_bytes(b"MZ")
    assert clients.has_mapi(registry(named))  # type: ignore[arg-type]
    assert not clients.has_mapi(registry({(MAIL, ""): "Mail"}))  # type: ignore[arg-type]
    assert not clients.has_mapi(registry({}))  # type: ignore[arg-type]
    outlook = {(MAIL, ""): "Microsoft Outlook", (rf"{MAIL}\Microsoft Outlook", "DLLPathEx"): "mapi32.dll"}
    assert clients.has_mapi(registry(outlook))  # type: ignore[arg-type]


def test_programs_listed_but_gone_are_not_offered(tmp_path: Path) -> None:
    program = tmp_path / "OUTLOOK.EXE"
    listed = registry({(rf"{PATHS}\OUTLOOK.EXE", ""): f'"{program}"'})
    assert clients.classic_outlook(listed) is None  # type: ignore[arg-type]
    program.write_bytes(b"MZ")
    assert clients.classic_outlook(listed) == program  # type: ignore[arg-type]


def test_outlook_is_given_all_in_its_own_words(message: Message) -> None:
    program = Path("OUTLOOK.EXE")
    words = clients.outlook_command(program, message)
    assert words[:4] == ["OUTLOOK.EXE", "/c", "ipm.note", "/m"]
    assert words[5:] == ["/a", str(message.attachments[0])]
    address = words[4]
    assert address.startswith("mairie@exemple.fr?subject=L%27ordre%20du%20jour")
    assert "&bcc=a@exemple.fr%3Bb@exemple.fr" in address
    assert "%0D%0A%0D%0AVoici." in address


def test_thunderbird_is_given_all_in_its_own_words(message: Message, tmp_path: Path) -> None:
    body = tmp_path / "corps.txt"
    (_program, word, text) = clients.thunderbird_command(Path("thunderbird"), message, body)
    assert word == "-compose"
    fields = dict(re.findall(r"(\w+)='([^']*)'", text))
    assert fields["to"] == "mairie@exemple.fr"
    assert fields["bcc"] == "a@exemple.fr,b@exemple.fr"
    assert fields["subject"] == "L’ordre du jour, l’été", "an apostrophe would end the value"
    assert fields["message"] == str(body)
    assert fields["attachment"] == message.attachments[0].as_uri()


def test_an_apostrophe_in_the_user_s_folder_ends_no_value(message: Message, tmp_path: Path) -> None:
    folder = tmp_path / "L'Hermite, Anne"
    folder.mkdir()
    pdf = folder / "l'ordre.pdf"
    pdf.write_bytes(b"%PDF")
    hostile = replace(message, attachments=(pdf,), body="L'été,\nbcc='x@y.fr'")
    (_program, _word, text) = clients.thunderbird_command(Path("thunderbird"), hostile, folder / "corps.txt")
    fields = dict(re.findall(r"(\w+)='([^']*)'", text))
    assert set(fields) == {"to", "bcc", "subject", "body", "attachment"}
    assert fields["bcc"] == "a@exemple.fr,b@exemple.fr"
    assert fields["attachment"] == pdf.as_uri()
    assert "," not in fields["attachment"]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (r"C:\Mairie d'Été\a b.pdf", "file:///C:/Mairie%20d%27%C3%89t%C3%A9/a%20b.pdf"),
        (r"\\serveur\mairie\Santé\a.pdf", "file://///serveur/mairie/Sant%C3%A9/a.pdf"),
        (r"\\?\C:\mairie\a.pdf", "file:///C:/mairie/a.pdf"),
        (r"\\?\UNC\serveur\mairie\a.pdf", "file://///serveur/mairie/a.pdf"),
    ],
)
def test_a_file_of_a_share_is_attached_by_an_address_without_a_host(path: str, address: str) -> None:
    assert clients.file_address(PureWindowsPath(path)) == address


def mapi_worker(folder: Path, code: int) -> list[str]:
    """Return a command that stands for ours, whose worker ends as if MAPI had said this."""
    script = folder / "worker.py"
    script.write_text(
        "import json, sys\nfrom msp_desktop.exchange.mailers.mapi import exit_code\n"
        "assert sys.argv[1] == 'mapi-send'\nassert json.load(open(sys.argv[2], encoding='utf-8'))['to']\n"
        f"sys.exit(exit_code({code}))\n",
        encoding="utf-8",
    )
    return [sys.executable, str(script)]


@pytest.mark.parametrize("code", [0, 1, 2, 3, 26])
def test_the_worker_s_exit_code_says_what_mapi_said(message: Message, tmp_path: Path, code: int) -> None:
    assert mapi.send(message, tmp_path, mapi_worker(tmp_path, code)) == code
    assert not [*tmp_path.glob("*.json")], "the request holds addresses: it does not stay"


@pytest.mark.parametrize(
    "command", [["/absent"], [sys.executable, "-c", "import os; os.abort()"], [sys.executable, "-c", "1"]]
)
def test_a_worker_that_dies_or_says_nothing_is_a_crash(message: Message, tmp_path: Path, command: list[str]) -> None:
    assert mapi.send(message, tmp_path, command) == mapi.CRASHED
    assert not [*tmp_path.glob("*.json")]


@pytest.mark.posix("no Simple MAPI, which would open a mail program")
def test_the_real_worker_runs_and_says_that_there_is_no_mapi_here(message: Message, tmp_path: Path) -> None:
    assert mapi.send(message, tmp_path) == mapi.CRASHED


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (3, "elle n’a pas de compte, ou le mot de passe est refusé"),
        (5, "elle manque de mémoire"),
        (9, "elle n’accepte pas plus de pièces jointes"),
        (11, "la pièce jointe est introuvable"),
        (12, "la pièce jointe ne peut pas être ouverte"),
        (14, "elle ne connaît pas le destinataire"),
        (18, "le texte est trop long pour elle"),
        (21, "plusieurs personnes ont ce nom dans son carnet d’adresses"),
        (2, "erreur 2"),
        (26, "erreur 26"),
        (mapi.CRASHED, "elle s’est arrêtée"),
    ],
)
def test_each_failure_of_mapi_has_its_sentence_and_the_next_way_is_tried(
    message: Message, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    monkeypatch.setattr(clients, "has_mapi", lambda: True)
    monkeypatch.setattr(mapi, "send", lambda _message, _folder: code)
    handed = hand_over(message, Way.AUTO, tmp_path / "d", NOW, lambda _path: None)
    assert handed.way is Way.WEBMAIL
    assert handed.failures == (f"La messagerie n’a pas pris le message\u00a0: {words}.",)


def test_a_message_closed_without_sending_is_given_up_not_tried_another_way(
    message: Message, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "has_mapi", lambda: True)
    monkeypatch.setattr(mapi, "send", lambda _message, _folder: mapi.CANCELLED)
    assert hand_over(message, Way.AUTO, tmp_path / "d", NOW, lambda _path: None) == Handed(Way.MAPI, cancelled=True)


@pytest.mark.posix("scripts that are programs")
def test_thunderbird_reads_the_words_from_a_file(message: Message, bare: Path, tmp_path: Path) -> None:
    out = tmp_path / "dit.txt"
    program = bare / "thunderbird"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(out)!r}, 'w').write(sys.argv[2])\n", encoding="utf-8"
    )
    program.chmod(0o755)
    handed = hand_over(message, Way.AUTO, tmp_path / "d", NOW, lambda _path: None)
    assert handed.way is Way.THUNDERBIRD
    end = time.monotonic() + 10
    while not (out.exists() and out.read_text(encoding="utf-8")) and time.monotonic() < end:
        time.sleep(0.02)
    found = re.search(r"message='([^']+)'", out.read_text(encoding="utf-8"))
    assert found is not None
    assert Path(found[1]).read_text(encoding="utf-8") == message.body


@pytest.mark.posix("scripts that are programs")
def test_a_program_that_does_not_start_gives_way_to_the_next(message: Message, bare: Path, tmp_path: Path) -> None:
    (bare / "thunderbird").write_bytes(b"\x7fELF broken")
    (bare / "thunderbird").chmod(0o755)
    assert hand_over(message, Way.AUTO, tmp_path / "d", NOW, lambda _path: None).way is Way.WEBMAIL


@pytest.mark.posix("scripts that are programs")
def test_a_draft_is_opened_where_a_program_opens_drafts(message: Message, bare: Path, tmp_path: Path) -> None:
    (bare / "xdg-mime").write_text("#!/bin/sh\necho courrier.desktop\n", encoding="utf-8")
    (bare / "xdg-mime").chmod(0o755)
    opened: list[Path] = []
    handed = hand_over(message, Way.AUTO, tmp_path / "d", NOW, opened.append)
    assert handed.way is Way.DRAFT
    assert opened == [handed.draft]
    assert opened[0].suffix == ".eml"
    second = hand_over(message, Way.AUTO, tmp_path / "d", NOW, opened.append)
    assert second.draft != handed.draft, "a mail program may still be reading the first"


def test_the_way_chosen_comes_first_and_the_others_stand_in(
    message: Message, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "has_mapi", lambda: True)
    monkeypatch.setattr(mapi, "send", lambda _message, _folder: mapi.SUCCESS)
    assert hand_over(message, Way.WEBMAIL, tmp_path / "d", NOW, lambda _path: None).way is Way.WEBMAIL
    assert hand_over(message, Way.THUNDERBIRD, tmp_path / "d", NOW, lambda _path: None).way is Way.MAPI


def test_a_file_that_is_gone_is_said_before_any_program_opens(
    message: Message, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "_by", lambda *_all: pytest.fail("a mail program was opened"))
    message.attachments[0].unlink()
    with pytest.raises(UserError, match="n’est plus là"):
        hand_over(message, Way.AUTO, tmp_path / "d", NOW, lambda _path: None)


def test_old_drafts_are_thrown_away_and_nothing_else(message: Message, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    long_ago = NOW.timestamp() - (KEPT_DAYS + 1) * 86_400
    for name in ("vieux.eml", "vieux.txt", "autre.doc", "neuf.eml"):
        (folder / name).write_text("x", encoding="utf-8")
        if name != "neuf.eml":
            os.utime(folder / name, (long_ago, long_ago))
    hand_over(message, Way.AUTO, folder, NOW, lambda _path: None)
    assert {path.name for path in folder.iterdir()} == {"autre.doc", "neuf.eml"}
