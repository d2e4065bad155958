"""The notice and the register: always there to be made, what is missing said beside them; short forms on what holds names."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.papers.sources import digest
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.meetings import add_meeting, invite
from msp_desktop.services.people import add_person
from msp_desktop.services.privacy import keep_retention
from tests.conftest import NOW, TODAY
from tests.documents.values import read


@pytest.mark.parametrize("key", ["privacy-notice", "privacy-register"])
def test_they_are_made_of_an_empty_dossier_with_what_is_missing_said(store: Store, tmp_path: Path, key: str) -> None:
    context = Context(TODAY, NOW)
    assert paper(key).missing(store.reader, context) is None
    assert any("délégué" in words for words in paper(key).remarks(store.reader, context))
    made = export(store.reader, key, tmp_path, context)
    assert "Saint-Essai" in read(made.path)
    assert export(store.reader, key, tmp_path, context, suffix=".docx").path.suffix == ".docx"


@pytest.mark.parametrize("key", ["attendance", "invitations", "inventory-blank"])
def test_what_bears_names_says_whose_they_are_and_whom_to_ask(store: Store, tmp_path: Path, key: str) -> None:
    update_commune(store, Change(Commune, email="mairie@essai.example", dpo_email="dpo@cdg.example"))
    meeting = add_meeting(store, "premiere-rencontre").id
    invite(store, meeting, [add_person(store, Person(last_name="Roche", known_from="annuaire santé")).id])
    made = export(store.reader, key, tmp_path, Context(TODAY, NOW, meeting))
    text = " ".join(read(made.path).split())
    for words in ("mission d’intérêt public", "mairie@essai.example", "dpo@cdg.example", "Notice complète en mairie"):
        assert words in text, words
    assert ("annuaire santé" in text) == (key == "invitations")


def test_a_sheet_to_sign_is_not_out_of_date_for_a_rule_it_does_not_say(store: Store, tmp_path: Path) -> None:
    meeting = add_meeting(store, "premiere-rencontre").id
    made = export(store.reader, "attendance", tmp_path, Context(TODAY, NOW, meeting))
    before = digest(store.reader, made.sources)
    keep_retention(store, "Un an.")
    update_commune(store, Change(Commune, dpo_name=""))
    assert digest(store.reader, made.sources) == before
    update_commune(store, Change(Commune, dpo_email="dpo@cdg.example"))
    assert digest(store.reader, made.sources) != before
