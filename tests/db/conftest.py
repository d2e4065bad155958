"""A dossier as it is received: the sample, for a test to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from tests.dossiers import open_sample


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a sound dossier."""
    store = open_sample(tmp_path_factory.mktemp("sain"))
    close_dossier(store)
    return store.path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, sound: bytes) -> Path:
    """Return a received file's path: a sound dossier, still to be spoilt."""
    path = tmp_path / "recu.msp100"
    path.write_bytes(sound)
    return path
