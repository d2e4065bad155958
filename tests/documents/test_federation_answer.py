"""The answer of a federation on a page."""

from __future__ import annotations

import io

from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.documents.federation_answer import write_federation_answer
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.services.meetings import add_meeting
from msp_desktop.services.sending import commune_data
from tests.conftest import NOW, TODAY
from tests.pdf import read
from tools.answers import answer, each_kind


def test_each_line_is_read_on_paper_and_none_is_markup(store: Store) -> None:
    meeting = add_meeting(store, "federation")
    data = commune_data(store.reader, TODAY, NOW, Leaves())
    data = replace(data, commune=replace(data.commune, name="Le Bourg <i>Bas</i>"))
    target = io.BytesIO()
    reply = answer(store.reader, each_kind(store.reader, meeting))
    assert write_federation_answer(target, reply, data, NOW).pages == 1
    text = " ".join(read(target.getvalue()).split())
    assert "À la commune du Bourg <i>Bas</i>" in text
    assert "Rappelez <b>Mme Roux</b> avant le 5 mai." in text
    assert "mardi 12 mai 2026, 18 h, Salle des fêtes" in text.replace("\u00a0", " ")
