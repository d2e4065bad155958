"""A dossier of 1.5 opens today: what it said was sent is told from what was only prepared."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.sums import recompute
from msp_desktop.domain.mail import Sending
from msp_desktop.services.departures import Invitations, invitations
from tests.db.test_migrations import rows

SEVENTH = Path(__file__).parents[1] / "data" / "dossier-r7.msp100.gz"
#: The meeting of the dossier kept of which the invitations left on 24 April.
MEETING = "(SELECT id FROM meeting WHERE invitations_sent_on IS NOT NULL)"


def _letter(key: int, guest: int, way: str) -> tuple[str, str]:
    """Return the statements of an invitation to a guest prepared by e-mail on 23 April."""
    return (
        "INSERT INTO produced_document (id, key, title, about, path, made_at, meeting_uid, person_id, sources, digest,"
        f" file_digest) SELECT {key}, 'invitations', 'Invitation', '', '', '2026-04-23 10:00:00', uid,"
        f" (SELECT person_id FROM attendance WHERE meeting_id = meeting.id AND position = {guest}), '', '', ''"
        f" FROM meeting WHERE id = {MEETING}",
        f"INSERT INTO sending VALUES ({key}, {key}, 'Invitation', '2026-04-23 10:00:00', 'a@exemple.fr', '', '{way}', 0)",
    )


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(SEVENTH.read_bytes()))
    return path


def _with(path: Path, *statements: str) -> tuple[Invitations, list[Sending]]:
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        recompute(raw)
        raw.commit()
        (meeting_id,) = raw.execute(f"SELECT {MEETING}").fetchone()
    store = open_dossier(path)
    found = invitations(store.reader, meeting_id), store.reader.all(Sending, order="id")
    close_dossier(store)
    return found


def test_every_column_of_every_table_is_as_it_was(old: Path) -> None:
    before = rows(old)
    close_dossier(open_dossier(old))
    after = rows(old)
    for table, kept in before.items():
        if table not in ("alembic_version", "content_sum"):
            names = kept[0] if kept else ()
            assert [{name: row[name] for name in names} for row in after[table]] == kept, table


def test_the_day_typed_for_letters_on_paper_is_that_of_each_guest(old: Path) -> None:
    state, _sendings = _with(old)
    assert set(state.left) == set(state.to_whom)
    assert len(state.to_whom) > 5
    assert set(state.left.values()) == {date(2026, 4, 24)}
    assert state.prepared == {}


def test_what_was_prepared_by_e_mail_waits_and_what_was_said_to_be_sent_by_webmail_left(old: Path) -> None:
    state, sendings = _with(old, *_letter(1, 1, "draft"), *_letter(2, 2, "webmail"))
    assert [sending.left_on for sending in sendings] == [None, date(2026, 4, 23)]
    assert list(state.prepared.values()) == list(state.left.values()) == [date(2026, 4, 23)]
    assert not state.prepared.keys() & state.left.keys()
