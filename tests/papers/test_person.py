"""The file given to who asks: a page and its data, nothing written over, nothing noted in the dossier."""

from __future__ import annotations

import json
from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.people import Person
from msp_desktop.papers.person import write_person
from tests import pdf
from tests.conftest import NOW
from tests.documents.values import read


def test_a_page_and_its_data_are_written_beside_what_is_there(sample: Store, tmp_path: Path) -> None:
    (who,) = sample.reader.all(Person, last_name="Fontanel")
    first = write_person(sample.reader, who.id, tmp_path / "remis", NOW)
    second = write_person(sample.reader, who.id, tmp_path / "remis", NOW)
    assert [path.name for path in (*first, *second)] == [
        "2026-04-28_donnees-personnelles_lea-fontanel.pdf",
        "2026-04-28_donnees-personnelles_lea-fontanel.json",
        "2026-04-28_donnees-personnelles_lea-fontanel_2.pdf",
        "2026-04-28_donnees-personnelles_lea-fontanel_2.json",
    ]
    assert "Ce que la mairie sait de vous" in read(first[0])
    pdf.assert_accessible(first[0].read_bytes())
    assert json.loads(first[1].read_text("utf-8"))["person"]["last_name"] == "Fontanel"
    assert sample.reader.all(ProducedDocument) == []
