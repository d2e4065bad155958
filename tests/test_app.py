"""The composition root: what the words of a command lead to, and what is said when it cannot be."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path

import pytest

from msp_desktop import __version__, app
from msp_desktop.app import BUG, OK, USER_ERROR, run
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.commune import Commune
from msp_desktop.errors import UserError
from msp_desktop.paths import data_folder
from tests.dossiers import open_new

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    store = open_new(tmp_path)
    close_dossier(store)
    return store.path


@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_the_sample_is_made_with_all_its_documents(tmp_path: Path, capsys: Capture) -> None:
    assert run(["demo", "--into", str(tmp_path), "--today", "2026-04-28"]) == OK
    assert (tmp_path / "saint-exemple.msp100").is_file()
    assert len(list((tmp_path / "Documents").glob("*.pdf"))) >= 13
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize("words", [(), ("dossier.msp100",), ("open", "dossier.msp100")])
def test_without_a_screen_a_window_is_one_sentence(words: tuple[str, ...], capsys: Capture) -> None:
    assert run([*words]) == USER_ERROR
    said = capsys.readouterr().err
    assert "demo --no-window" in said
    assert len(said.strip().splitlines()) == 1


def test_a_dossier_s_state_is_told(dossier: Path, capsys: Capture) -> None:
    assert run(["show", str(dossier), "--today", "2026-04-28"]) == OK
    assert "Saint-Essai – jour 37 sur 100" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--lang", "en"], ["--lang=en"]])
def test_the_language_asked_for_is_that_of_the_answer(dossier: Path, capsys: Capture, words: list[str]) -> None:
    run([*words, "show", str(dossier), "--today", "2026-04-28"])
    assert "day 37 of 100" in capsys.readouterr().out


def test_mistakes_are_told_in_the_language_asked_for(capsys: Capture) -> None:
    assert run(["--lang", "en", "show"]) == USER_ERROR
    assert "The command is not understood" in capsys.readouterr().err
    assert run(["show"]) == USER_ERROR
    assert "La commande n’est pas comprise" in capsys.readouterr().err


def test_the_environment_may_say_the_language(monkeypatch: pytest.MonkeyPatch, dossier: Path, capsys: Capture) -> None:
    monkeypatch.setenv("SANTE100JOURS_LANG", "en")
    run(["show", str(dossier), "--today", "2026-04-28"])
    assert "day 37 of 100" in capsys.readouterr().out


def test_the_version_is_told(capsys: Capture) -> None:
    assert run(["--version"]) == OK
    assert capsys.readouterr().out.strip() == f"msp-desktop {__version__}"


def test_a_user_s_error_is_a_sentence_and_code_2(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def refuse(*_words: object) -> None:
        raise UserError("Non, pas ainsi.")

    monkeypatch.setattr("msp_desktop.cli.commands.COMMANDS", {"show": refuse})
    assert run(["show", "x"]) == USER_ERROR
    assert capsys.readouterr() == ("", "Non, pas ainsi.\n")


def test_a_bug_is_one_sentence_and_a_report_that_quote_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def fail(*_words: object) -> None:
        raise ZeroDivisionError("chez Mme Martin")

    monkeypatch.setattr("msp_desktop.cli.commands.COMMANDS", {"show": fail})
    assert run(["show", "x"]) == BUG
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said
    (report,) = (data_folder() / "journaux").glob("rapport_*.txt")
    assert str(report) in said
    written = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError at " in written
    assert "Martin" not in said + written


def test_a_disk_that_does_not_answer_is_a_sentence_wherever_it_is_met(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refuse(*_words: object) -> None:
        raise OSError(errno.EIO, "Input/output error", "/chez/mme/martin")

    monkeypatch.setattr("msp_desktop.cli.commands.COMMANDS", {"show": refuse})
    assert run(["show", "x"]) == USER_ERROR
    said = capsys.readouterr().err
    assert said.startswith("Le disque ou le réseau ne répond pas")
    assert len(said.splitlines()) == 1


def test_ctrl_c_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupt(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("msp_desktop.cli.commands.COMMANDS", {"show": interrupt})
    assert run(["show", "x"]) == USER_ERROR
    assert capsys.readouterr().err.startswith("Arrêté avant la fin")


class Full(io.StringIO):
    """An output whose disk is full."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_cannot_be_printed_is_said_and_the_command_done(
    monkeypatch: pytest.MonkeyPatch, dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    assert run(["backup", str(dossier), "--into", str(tmp_path / "copies")]) == USER_ERROR
    assert "n’a pas pu être écrite" in capsys.readouterr().err
    assert list((tmp_path / "copies").glob("*.msp100"))


def test_a_reader_who_stops_reading_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_words: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("msp_desktop.cli.commands.COMMANDS", {"show": stop})
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    assert run(["show", "x"]) == OK


def test_a_sentence_is_written_even_where_there_is_no_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Windows program started with a double click has no streams at all."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run(["show", "absent.msp100"]) == USER_ERROR


def test_a_double_click_opens_the_dossier(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[object] = []
    monkeypatch.setattr(
        "msp_desktop.ui.start.run_window", lambda path, moment, _seat: opened.append((path, moment)) or 0
    )
    assert run([str(tmp_path / "Été.msp100")]) == OK
    assert opened == [(tmp_path / "Été.msp100", None)]


def test_the_sample_opens_on_the_day_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[tuple[Path, object]] = []
    monkeypatch.setattr(
        "msp_desktop.ui.start.run_window", lambda path, moment, _seat: opened.append((path, moment)) or 0
    )
    assert run(["demo", "--into", str(tmp_path), "--today", "2026-04-28"]) == OK
    ((path, moment),) = opened
    assert path.name == "saint-exemple.msp100"
    assert str(moment) == "2026-04-28 12:00:00"


def test_a_new_dossier_is_made_from_the_command_line(tmp_path: Path) -> None:
    from msp_desktop.db.dossier import open_dossier

    path = tmp_path / "gueret.msp100"
    assert app.run(["new", str(path), "--commune", "23096", "--mandate-start", "2026-03-22"]) == OK
    store = open_dossier(path)
    assert store.reader.one(Commune, 1).name == "Guéret"
    close_dossier(store)
