"""The communication plan: messages by date, the four means, texts the town adapts and takes again from the dossier."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.errors import UserError
from msp_desktop.services import communication as service
from msp_desktop.services.communication import communications, day_of, days_late, means_views, message_text, ready_text
from tests.conftest import TODAY

PUBLISHED = CommunicationState.PUBLISHED


def update(store: Store, key: int, **values: object) -> Communication:
    service.update_communication(store, key, Change(Communication, **values), TODAY)
    return store.reader.one(Communication, key)


def test_messages_stand_by_date_and_those_without_one_last(store: Store) -> None:
    days = (None, date(2026, 6, 1), date(2026, 5, 1))
    for number, day in enumerate(days):
        row = service.add_communication(store, f"m{number}")
        update(store, row.id, due_on=day)
    assert [row.message for row in communications(store.reader)] == ["m2", "m1", "m0"]
    first = communications(store.reader)[0]
    update(store, first.id, state=PUBLISHED, published_on=date(2026, 7, 3))
    assert [row.message for row in communications(store.reader)] == ["m1", "m2", "m0"]


def test_a_message_published_bears_its_day_and_loses_it_when_it_no_longer_is(store: Store) -> None:
    row = service.add_communication(store, "Un article")
    assert update(store, row.id, state=CommunicationState.READY).published_on is None
    assert update(store, row.id, state=PUBLISHED).published_on == TODAY
    assert update(store, row.id, published_on=date(2026, 4, 24)).published_on == date(2026, 4, 24)
    assert update(store, row.id, state=PUBLISHED).published_on == date(2026, 4, 24)
    assert update(store, row.id, state=CommunicationState.TODO).published_on is None


def test_a_message_is_late_from_the_day_after_until_it_is_out(store: Store) -> None:
    row = service.add_communication(store, "Un article")
    assert days_late(row, TODAY) == 0
    assert days_late(update(store, row.id, due_on=TODAY), TODAY) == 0
    assert days_late(update(store, row.id, due_on=date(2026, 4, 27)), TODAY) == 1
    out = update(store, row.id, state=PUBLISHED)
    assert (days_late(out, TODAY), day_of(out)) == (0, TODAY)


def test_a_message_of_the_method_comes_with_its_public_channel_and_means(store: Store) -> None:
    row = service.add_communication(store, "", kit_code="reunion-publique")
    assert (row.message, row.audience, row.means, row.for_residents) == (
        "Annonce d’une réunion publique", "les habitants", "associer", True,
    )  # fmt: skip
    means = {view.means.code: (view.planned, view.published) for view in means_views(communications(store.reader))}
    assert means == {"informer": (0, 0), "expliquer": (0, 0), "valoriser": (0, 0), "associer": (1, 0)}
    update(store, row.id, state=PUBLISHED)
    assert means_views(communications(store.reader))[-1].published == 1


def test_a_message_without_words_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        service.add_communication(store, "  ")
    row = service.add_communication(store, "Un article")
    with pytest.raises(UserError):
        update(store, row.id, message=" ")


def test_a_text_is_the_dossier_s_until_the_town_adapts_it_even_to_nothing(store: Store) -> None:
    row = service.add_communication(store, "", kit_code="demarche-engagee")
    given = message_text(store.reader, row, TODAY)
    assert given.text
    assert not given.adapted
    assert given.limit == 800
    row = update(store, row.id, text="")
    assert message_text(store.reader, row, TODAY) == service.TextView(row.message, "", 800, True)
    row = update(store, row.id, text="x" * 812)
    assert message_text(store.reader, row, TODAY).over == 12
    row = update(store, row.id, longest=1500)
    assert message_text(store.reader, row, TODAY).over == 0
    service.start_again(store, row.id)
    assert message_text(store.reader, update(store, row.id, longest=800), TODAY).text == given.text


def test_a_text_of_the_method_is_kept_in_the_town_s_words_and_taken_again(store: Store) -> None:
    given = ready_text(store.reader, "bulletin-court", TODAY)
    service.keep_text(store, "bulletin-court", "Nos mots")
    service.keep_text(store, "bulletin-court", "Nos mots à nous")
    assert ready_text(store.reader, "bulletin-court", TODAY).text == "Nos mots à nous"
    assert ready_text(store.reader, "bulletin-long", TODAY).adapted is False
    service.forget_text(store, "bulletin-court")
    assert ready_text(store.reader, "bulletin-court", TODAY) == given
    store.undo()
    assert ready_text(store.reader, "bulletin-court", TODAY).text == "Nos mots à nous"


def test_a_message_taken_out_comes_back_with_its_text(store: Store) -> None:
    row = service.add_communication(store, "Un article")
    update(store, row.id, text="Nos mots", person="le secrétariat")
    before = communications(store.reader)
    service.delete_communications(store, [row.id])
    assert communications(store.reader) == []
    store.undo()
    assert communications(store.reader) == before
