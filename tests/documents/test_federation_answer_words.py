"""What the answer of a federation says in French."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.documents.federation_answer_words import line_words, message_words
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.services.meetings import add_meeting
from msp_desktop.services.sending import commune_data
from tests.conftest import NOW, TODAY
from tools.answers import answer, each_kind


def test_each_line_says_what_it_is_about_and_the_message_what_to_do(store: Store) -> None:
    meeting = add_meeting(store, "federation")
    data = commune_data(store.reader, TODAY, NOW, Leaves())
    reply = answer(store.reader, each_kind(store.reader, meeting))
    said = [line_words(line, data) for line in reply.lines]
    assert [what.partition("\u00a0:")[0] for what, _said in said] == [
        "Date proposée", "Conseil", "Ordre du jour", "À faire", "Annuaire", "Appel à projets"
    ]  # fmt: skip
    assert "31\u00a0juillet 2026" in said[-1][1]
    subject, body = message_words(reply, data)
    assert subject.endswith(data.commune.name)
    assert body.endswith("Cordialement,\nClaire Roux, chargée de mission")
