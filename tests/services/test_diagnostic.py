"""The diagnostic helps, and tells on nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop import __version__, log
from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.services.diagnostic import LINES, diagnostic
from tests.conftest import NOW


def test_it_holds_versions_counts_and_the_log_but_no_name_and_no_path(tmp_path: Path, store: Store) -> None:
    with store.write("Ajout de Mme Lavergnolle") as tx:
        tx.insert(Person(last_name="Lavergnolle", phone="05 55 00 11 22"))
    log.begin()
    for _line in range(LINES + 20):
        log.command("print_tab")
    log.write_down()
    text = diagnostic(NOW, ["Qt 6"], store.path, store.reader)
    log.forget()
    for words in (__version__, "Python 3.", "SQLite 3.", "SQLAlchemy 2.", "Qt 6", "Commune 1", "Person 1", "Go libres"):
        assert words in text
    assert text.count("command print_tab") == LINES
    for secret in ("Lavergnolle", "05 55", "Saint-Essai", "saint-essai", str(tmp_path), str(Path.home())):
        assert secret not in text


def test_without_a_dossier_and_without_a_log_it_still_says_something() -> None:
    text = diagnostic(NOW, [], None, None)
    assert "Aucun dossier ouvert" in text
    assert text.endswith("–\n")


def test_a_folder_that_cannot_be_read_is_said_by_its_kind_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "Lavergnolle"
    blocked.write_text("un fichier", encoding="utf-8")
    monkeypatch.setenv("SANTE100JOURS_DATA", str(blocked))
    text = diagnostic(NOW, [], None, None)
    assert "illisible (NotADirectoryError)" in text
    assert "Lavergnolle" not in text
