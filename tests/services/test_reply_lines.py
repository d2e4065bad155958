"""Each line of an answer beside what the dossier holds."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.reply import AgendaNote, EntryCorrected
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.domain.replies import LineState
from msp_desktop.services.meetings import add_meeting, update_item, update_meeting
from msp_desktop.services.reply_lines import NotThereError, item_of_line, line_view
from tests.conftest import TODAY
from tools.answers import each_kind


def test_old_stands_beside_new(store: Store) -> None:
    meeting = add_meeting(store, "federation")
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 5)))
    kinds = each_kind(store.reader, meeting)
    moved, *_rest = (line_view(store.reader, line, TODAY) for line in kinds)
    assert moved.old == "mardi\u00a05\u00a0mai, 18\u00a0h\u00a030"
    assert moved.new.splitlines()[0] == "mardi\u00a012\u00a0mai, 18\u00a0h, Salle des fêtes"
    assert not moved.ticked, "what would replace something is ticked by nobody else"
    entry = line_view(store.reader, kinds[4], TODAY)
    assert "Téléphone" in entry.old
    assert entry.new.endswith("05 99 00 12 34")


def test_an_item_is_found_by_its_title_wherever_it_stands_now(store: Store) -> None:
    meeting = add_meeting(store, "federation")
    items = store.reader.all(AgendaItem, order="position, id", meeting_id=meeting.id)
    line = AgendaNote(key="g", meeting=meeting.uid, position=1, title=items[1].title, words="x")
    assert item_of_line(store.reader, line).id == items[1].id
    assert item_of_line(store.reader, replace(line, title="")).id == items[0].id
    update_item(store, items[1].id, Change(AgendaItem, title="Tout autre chose"))
    with pytest.raises(NotThereError):
        item_of_line(store.reader, line)
    with pytest.raises(NotThereError):
        item_of_line(store.reader, replace(line, title="", position=99))


def test_an_address_that_is_none_is_not_taken_into_the_directory(store: Store) -> None:
    known = each_kind(store.reader, add_meeting(store, "federation"))[4]
    assert isinstance(known, EntryCorrected)
    line = line_view(store.reader, replace(known, email="contact(at)exemple"), TODAY)
    assert line.state is LineState.IMPOSSIBLE
    assert "contact(at)exemple" in line.remark
