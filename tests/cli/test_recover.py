"""`check` and `recover` on damaged dossiers: one French sentence, or a new dossier and what became of the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.app import USER_ERROR, run
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.people import Person
from tests.dossiers import open_sample

OK = 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = open_sample(tmp_path / "d")
    with store.write("Ajouter") as tx:
        tx.insert(Person(last_name="Zoubiline"))
    close_dossier(store)
    return store.path


@pytest.mark.parametrize("spoilt", ["a letter", "a page", "the beginning"])
def test_check_says_one_french_sentence(path: Path, spoilt: str, capsys: pytest.CaptureFixture[str]) -> None:
    content = path.read_bytes()
    path.write_bytes(
        {
            "a letter": content.replace(b"Zoubiline", b"Zoubilioe"),
            "a page": content[:8192] + bytes(4096) + content[12288:],
            "the beginning": bytes(512) + content[512:],
        }[spoilt]
    )
    assert run(["check", str(path)]) == USER_ERROR
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "abîmé" in said


def test_what_can_be_read_goes_into_a_new_dossier_and_the_damaged_one_stays(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = bytes(512) + path.read_bytes()[512:]
    path.write_bytes(damaged)
    into = tmp_path / "retrouve.msp100"
    assert run(["recover", str(path), "--into", str(into)]) == OK
    said = capsys.readouterr().out
    assert "Retrouvé : 25 personnes" in said.replace("\xa0", " ")
    assert path.read_bytes() == damaged
    store = open_dossier(into)
    assert any(person.last_name == "Zoubiline" for person in store.reader.all(Person))
    close_dossier(store)
    assert run(["recover", str(path), "--into", str(into)]) == USER_ERROR
    assert "existe déjà" in capsys.readouterr().err


def test_nothing_to_read_is_one_sentence_and_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rien.msp100"
    path.write_bytes(b"\x7f" * 50_000)
    assert run(["recover", str(path), "--into", str(tmp_path / "x.msp100")]) == USER_ERROR
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [one.name for one in tmp_path.glob("*.msp100")] == ["rien.msp100"]
