"""A dossier of 1.4 opens today: its stages, missions and every other word are as they were."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.sums import recompute
from msp_desktop.domain.missions import Commitment, Mission, Sheet
from msp_desktop.domain.stages import StageState
from msp_desktop.services.stages import stages
from tests.db.test_migrations import rows

SIXTH = Path(__file__).parents[1] / "data" / "dossier-r6.msp100.gz"

#: A row in each table that the dossier kept has none of.
MORE = (
    "INSERT INTO project_stage VALUES (1, 'equipe', 'done', '2024-01-08', '2025-06-30', 'Deux médecins d’accord')",
    "INSERT INTO project_stage VALUES (2, 'validation', 'doing', '2025-07-01', NULL, 'Déposé à l’ARS')",
    "INSERT INTO role VALUES (1, 1, 'Animer', 'le mardi')",
    "INSERT INTO role_party VALUES (1, 1, 'commune', 'Mairie')",
    "INSERT INTO role_share VALUES (1, 1, 1, 'leads', 'le secrétariat')",
    "INSERT INTO alert_sign VALUES (1, 'departs', 'un départ', '2026-03-02')",
    "INSERT INTO vigilance_aside VALUES (1, 'seul', 'vu en conseil', '2026-03-03')",
    "INSERT INTO person_role SELECT 1, min(id), 'elected' FROM person",
    "INSERT INTO not_same SELECT 1, min(id), max(id) FROM person",
    "INSERT INTO objective VALUES (1, 1, 'Se réunir', '2026-05-01', 'le maire', NULL, 'note')",
    "INSERT INTO wording VALUES (1, 'accueil', 'Bonjour')",
    "INSERT INTO sending VALUES (1, NULL, 'Ordre du jour', '2026-03-04 10:00:00', 'a@exemple.fr', 'Objet', 'mapi', 1)",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(SIXTH.read_bytes()))
    with closing(sqlite3.connect(path)) as raw:
        for statement in MORE:
            raw.execute(statement)
        recompute(raw)
        raw.commit()
    return path


def test_every_column_of_every_table_is_as_it_was(old: Path) -> None:
    before = rows(old)
    close_dossier(open_dossier(old))
    after = rows(old)
    for table, kept in before.items():
        if table not in ("alembic_version", "content_sum"):
            names = kept[0] if kept else ()
            assert [{name: row[name] for name in names} for row in after[table]] == kept, table


def test_stages_keep_their_state_days_and_notes_and_nobody_has_planned_them(old: Path) -> None:
    store = open_dossier(old)
    team, validation, building = stages(store.reader)
    close_dossier(store)
    assert (team.state, team.started_on, team.done_on) == (StageState.DONE, date(2024, 1, 8), date(2025, 6, 30))
    assert (team.notes, validation.notes) == ("Deux médecins d’accord", "Déposé à l’ARS")
    assert building.state is StageState.TODO


def test_missions_and_commitments_are_the_referent_s(old: Path) -> None:
    store = open_dossier(old)
    kept = [*store.reader.all(Mission), *store.reader.all(Commitment)]
    close_dossier(store)
    assert len(kept) == 15
    assert {row.sheet for row in kept} == {Sheet.REFERENT}
