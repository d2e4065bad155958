"""An answer is opened by a double click, a drop or the menu: its dossier is found among those of this computer."""

from __future__ import annotations

from email.message import EmailMessage
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.envelope import LONGEST, encoded
from msp_desktop.domain.carried.reply import StepProposed
from msp_desktop.services.dossiers import close
from msp_desktop.services.preferences import Preferences, Recent
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import drops, replies
from msp_desktop.ui.shell.arrivals import arrive
from tests.conftest import NOW
from tests.exchange.carried.papers import objects
from tools.answers import answer


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(replies, "run", lambda dialog, _workspace: found.extend(dialog.review().ticked))
    return found


@pytest.fixture
def file(sample: Store, tmp_path: Path) -> Path:
    path = tmp_path / "Saint-Exemple.reponse100"
    path.write_bytes(encoded(answer(sample.reader, (StepProposed(key="s", words="Rappeler"),))))
    return path


def window_on(qtbot: QtBot, known: tuple[Recent, ...] = ()) -> MainWindow:
    window = MainWindow(lambda: NOW, Preferences(recent=known))
    qtbot.addWidget(window)
    window.show_start()
    return window


def _told(said: list[str], count: int) -> bool:
    return len(said) >= count


def test_the_dossier_is_found_and_opened(qtbot: QtBot, sample: Store, file: Path, shown: list[str]) -> None:
    close(sample, NOW)
    window = window_on(qtbot, (Recent(str(sample.path)),))
    arrive(window, str(file))
    assert window.workspace is not None
    assert shown == ["s"]
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file))])
    assert drops.takes(window, dragged)
    drops.take(window, dragged)
    qtbot.waitUntil(lambda: shown == ["s", "s"])
    window.close_dossier()


def test_where_it_is_not_known_a_sentence_says_what_to_do(
    qtbot: QtBot, sample: Store, file: Path, tmp_path: Path, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    window = window_on(qtbot)
    monkeypatch.setattr(window, "refuse", said.append)
    far = tmp_path / "ailleurs.reponse100"
    far.write_bytes(encoded(replace(answer(sample.reader, ()), dossier="f" * 32)))
    for name, content in {
        "ailleurs": far.read_bytes(),
        "vide": b"",
        "long": b" " * (LONGEST + 1),
        "inconnu": file.read_bytes().replace(b'"kind":"step"', b'"kind":"run"'),
    }.items():
        path = tmp_path / f"{name}.reponse100"
        path.write_bytes(content)
        replies.open_reply(window, path)
    replies.open_reply(window, tmp_path / "absent.reponse100")
    assert shown == []
    assert [sentence.split(":")[0].strip() for sentence in said] == [
        "Cette réponse est pour la commune de code INSEE 23096, dont le dossier n’est pas parmi ceux de cet ordinateur",
        "Ce fichier n’est pas une réponse de fédération faite avec Santé 100 jours.",
        "Cette réponse est abîmée, ou est incorrecte",
        "Cette réponse est abîmée, ou est incorrecte",
        "Ce fichier ne peut pas être lu",
    ]


def test_a_document_or_message_without_an_answer_that_is_dropped_says_so(
    qtbot: QtBot, sample: Store, tmp_path: Path, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    window = window_on(qtbot)
    window.show_store(sample)
    monkeypatch.setattr(window, "refuse", said.append)
    paper, message = tmp_path / "arrêté.pdf", EmailMessage()
    paper.write_bytes(objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"))
    message.set_content("Bonjour,")
    for name, attached in (("paroles", False), ("arrêté", True)):
        if attached:
            message.add_attachment(paper.read_bytes(), maintype="application", subtype="pdf", filename="arrêté.pdf")
        (tmp_path / f"{name}.eml").write_bytes(message.as_bytes())
    for at, name in enumerate(("arrêté.pdf", "paroles.eml", "arrêté.eml")):
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        assert drops.takes(window, dragged)
        drops.take(window, dragged)
        qtbot.waitUntil(partial(_told, said, at + 1), timeout=30_000)
    assert {sentence.split("\u00a0:")[0] for sentence in said} == {
        "Ce fichier n’apporte pas de réponse de la fédération"
    }
    assert shown == []
    window.close_dossier()
