"""The pages on personal data: questions in the margin, one page for any town, lines and boxes for the pen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.db.store import Store
from msp_desktop.documents.privacy import write_privacy_sheet
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.domain.privacy import Answer, PrivacySheet
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.privacy import notice_sheet, register_sheet
from tests import pdf
from tests.conftest import TODAY
from tests.documents.values import MADE_AT, head, read
from tests.french import FEDERATIONS, TOWNS


def test_each_question_is_a_heading_and_typed_words_are_as_typed(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    answers = (Answer("Qui", "La commune <b>&"), Answer("Quoi", bullets=("a",), strong="Rien.", ticks=("Disque",)))
    write_privacy_sheet(path, head(), PrivacySheet("Titre", "Sous-titre", "Pied", answers), MADE_AT)
    heard = pdf.heard(path.read_bytes())
    assert [pair for pair in heard if pair[0].startswith("H")] == [("H1", "Titre"), ("H2", "Qui"), ("H2", "Quoi")]
    assert "La commune <b>&" in read(path)


def test_what_is_not_known_is_a_line_to_write_on(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write_privacy_sheet(
        path, head(), PrivacySheet("T", "", "P", (Answer("Qui", blanks=("Nom", "Téléphone")),)), MADE_AT
    )
    text = read(path)
    assert "Nom" in text
    assert "Téléphone" in text


@pytest.mark.parametrize(("name", "insee"), TOWNS)
@pytest.mark.parametrize("officer", [False, True])
def test_the_notice_is_one_page_for_any_town(
    sample: Store, tmp_path: Path, name: str, insee: str, officer: bool
) -> None:
    path = tmp_path / "x.pdf"
    federation = max(FEDERATIONS, key=len)
    values = {"dpo_name": "Centre de gestion", "dpo_email": "dpo@exemple.fr", "dpo_phone": "0555000000"}
    update_commune(sample, Change(Commune, name=name, insee=insee))
    with sample.write("") as tx:
        own = tx.one(FederationCorrection, 1)
        tx.update(own.id, Change(FederationCorrection, full_name=federation))
    if officer:
        update_commune(sample, Change(Commune, **values))
    write_privacy_sheet(path, letterhead(sample.reader), notice_sheet(sample.reader), MADE_AT)
    assert len(PdfReader(path).pages) == 1
    pdf.assert_accessible(path.read_bytes())
    write_privacy_sheet(path, letterhead(sample.reader), register_sheet(sample.reader, TODAY), MADE_AT)
    assert len(PdfReader(path).pages) == 2
