"""A dossier of before 1.3 opens today: two missions it had in one are two, and nothing is promised that the town did not choose."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.missions import Commitment, Mission
from msp_desktop.domain.referent import Referent
from msp_desktop.services.mail import method_model, model_for
from msp_desktop.services.referent import referent_sheet

#: The last revision without sums, so that a test may change a value in it.
THIRD = Path(__file__).parents[1] / "data" / "dossier-r3.msp100.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(THIRD.read_bytes()))
    return path


def before(path: Path, statement: str) -> None:
    """Change a value of a dossier as the town would have."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()


def animation(path: Path) -> list[tuple[str | None, str, bool]]:
    store = open_dossier(path)
    rows = store.reader.all(Mission, order="position, id", theme="animation")
    close_dossier(store)
    return [(row.kit_code, row.text, row.kept) for row in rows]


def test_the_merged_mission_becomes_two_in_the_kit_s_order(old: Path) -> None:
    codes = [code for code, _text, _kept in animation(old)]
    assert codes == ["mobiliser", "soutenir", "valoriser", "dispositifs"]


def test_the_town_s_words_stay_and_what_is_set_aside_stays_so(old: Path) -> None:
    before(old, "UPDATE mission SET text='nos mots', kept=0 WHERE kit_code='valoriser'")
    assert animation(old)[1:3] == [("soutenir", "", False), ("valoriser", "nos mots", False)]


def test_an_order_of_the_town_s_is_kept(old: Path) -> None:
    before(old, "UPDATE mission SET position=0 WHERE kit_code='valoriser'")
    assert [code for code, _text, _kept in animation(old)] == ["soutenir", "valoriser", "mobiliser", "dispositifs"]


def test_no_two_missions_share_a_place(old: Path) -> None:
    store = open_dossier(old)
    places = [row.position for row in store.reader.all(Mission)]
    assert len(places) == len(set(places)) == 13
    assert len(referent_sheet(store.reader).groups[2].missions) == 4
    close_dossier(store)


def test_what_1_2_always_printed_is_off_and_an_act_s_fields_are_empty(old: Path) -> None:
    store = open_dossier(old)
    assert store.reader.all(Commitment) == []
    for term in store.reader.all(Referent):
        assert (term.decree_number, term.functions, term.deputies_set_on) == ("", "", None)
    close_dossier(store)


def test_the_town_s_words_for_messages_stay_with_each_document_they_went_with(old: Path) -> None:
    before(old, "INSERT INTO wording (code, text) VALUES ('mail.report.subject', 'Notre objet')")
    before(old, "INSERT INTO wording (code, text) VALUES ('mail.letter.body', 'Nos mots')")
    store = open_dossier(old)
    assert model_for(store.reader, "timeline").subject == "Notre objet"
    assert model_for(store.reader, "referent").subject == "Notre objet"
    assert model_for(store.reader, "federation-letter").body == "Nos mots"
    assert model_for(store.reader, "referent-letter").body == "Nos mots"
    assert model_for(store.reader, "timeline").body == method_model("timeline").body
    close_dossier(store)
