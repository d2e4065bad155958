from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.domain.official import FileKind
from msp_desktop.exchange.open_data.errors import NotOfficialError
from msp_desktop.exchange.open_data.recognise import kind_of
from tests.exchange.open_data.rpps_rows import HEADER


def test_a_file_is_known_by_what_is_in_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "finess.json"
    path.write_bytes(HEADER.encode())
    assert kind_of(path) is FileKind.RPPS
    path = tmp_path / "PS_LibreAcces_Personne_activite_202604140812.txt"
    path.write_bytes(b"nothing of it\n")
    with pytest.raises(NotOfficialError):
        kind_of(path)
