"""A dossier of 1.8 opens today: all it held is as it was, and no answer of the federation was ever read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from msp_desktop.db import sums
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.replies import AnsweredLine
from tests.db.test_migration_r9 import unpacked
from tests.db.test_migrations import rows

#: What 1.8 brought, with something in every column: neither an offer nor a professional is missing in what is kept.
NINTH = (
    "INSERT INTO official_file VALUES (9, 'finess', 'finess.csv', '2026-03-01', '2026-04-02 10:00:00', '23096')",
    "INSERT INTO movement SELECT 9, 'moved', (SELECT min(id) FROM health_professional), NULL, 'Guéret', 'Ahun', "
    "'2026-01-01', '2026-02-01'",
    "INSERT INTO movement SELECT 10, 'left', NULL, (SELECT min(id) FROM offer), 'Guéret', '', '2026-01-01', NULL",
    "INSERT INTO public_figure VALUES (99, 'apl', '23096', 2.5, 'peu', 2023, '2026-03-01', 'DREES')",
)


def test_every_column_of_every_table_is_as_it_was(tmp_path: Path) -> None:
    path = unpacked(tmp_path, 9)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in NINTH:
            raw.execute(statement)
        sums.recompute(raw)
    before = rows(path)
    store = open_dossier(path)
    assert store.reader.all(AnsweredLine) == []
    close_dossier(store)
    after = rows(path)
    kept = [table for table in before if table not in ("alembic_version", "content_sum")]
    assert {table: after[table] for table in kept} == {table: before[table] for table in kept}
    for table in ("official_file", "movement", "public_figure"):
        assert all(any(row[name] not in (None, "") for row in before[table]) for name in before[table][0]), table


def test_a_line_answered_is_kept_once(tmp_path: Path) -> None:
    store = open_dossier(unpacked(tmp_path, 9))
    with store.write("Réponse") as transaction:
        transaction.insert(AnsweredLine(key="l-1", accepted=True, answered_on=date(2026, 5, 4)))
    assert [(row.key, row.accepted) for row in store.reader.all(AnsweredLine)] == [("l-1", True)]
    close_dossier(store)
    again = open_dossier(tmp_path / "ancien.msp100")
    assert again.reader.find(AnsweredLine, key="l-1") is not None
    close_dossier(again)
