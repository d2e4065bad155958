"""Dossiers of strangers, in each use: refused in one sentence, or opened and safe; in little time and memory."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.errors import UserError
from msp_desktop.services.timeline import update_action
from tests.db.hostile_bytes import BROKEN, HARMLESS
from tests.dossiers import open_sample


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = open_sample(tmp_path_factory.mktemp("sain"))
    close_dossier(store)
    return store.path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, sound: bytes) -> Path:
    path = tmp_path / "recu.msp100"
    path.write_bytes(sound)
    return path


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_only_strange_opens_is_edited_and_undone(path: Path, name: str) -> None:
    HARMLESS[name](path)
    for words in ("premier", "second"):
        store = open_dossier(path)
        before = store.reader.all(Action)
        update_action(store, before[0].id, Change(Action, notes=words))
        assert store.reader.one(Action, before[0].id).notes == words
        store.undo()
        assert store.reader.all(Action) == before
        close_dossier(store)


@pytest.mark.parametrize("name", BROKEN)
def test_bytes_that_lead_nowhere_or_in_rounds_are_refused_in_a_sentence(path: Path, name: str) -> None:
    BROKEN[name](path)
    before, began = path.read_bytes(), monotonic()
    with pytest.raises(UserError):
        close_dossier(open_dossier(path))
    assert monotonic() - began < 5
    assert path.read_bytes() == before
