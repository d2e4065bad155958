"""The coordinator's post as a paper: when it has something to say, in whose name it speaks, what it says of whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisPhase, DiagnosisStep
from msp_desktop.domain.missions import Mission, Sheet
from msp_desktop.domain.people import Category, Person
from msp_desktop.method.cls import kit_cls
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import coordination, diagnosis, missions
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)
DAY = date(2026, 9, 1)


def body(store: Store, name: str, **values: object) -> Person:
    with store.write("Personne") as transaction:
        return transaction.insert(Person(organisation=name, category=Category.EPCI, **values))


def post(store: Store, employer: str = "CC du Val d’Essai", **values: object) -> None:
    coordination.begin_post(store)
    row = coordination.add_option(store, "Un poste")
    figures = Change(CoordinationOption, employer=employer, share=80, yearly_cost=44_000, ars_part=22_000)
    coordination.update_option(store, row.id, figures)
    coordination.choose_option(store, row.id, TODAY)
    coordination.update_post(
        store, Change(CoordinatorPost, **({"starts_on": DAY, "works_at": "Bourg-Témoin"} | values))
    )


def printed(store: Store, tmp_path: Path) -> str:
    made = paper("coordinator").make(store.reader, CONTEXT, tmp_path / "x.pdf")
    assert made.pages <= 2
    return pdf.text(tmp_path / "x.pdf").removeprefix("Modèle à faire relire\n")


def test_nothing_is_printed_before_it_is_begun(store: Store) -> None:
    missing = paper("coordinator").missing(store.reader, CONTEXT)
    assert missing is not None
    assert "Le poste" in missing
    coordination.begin_post(store)
    assert paper("coordinator").missing(store.reader, CONTEXT) is None


def test_whoever_prints_them_is_told_whom_they_name(store: Store) -> None:
    post(store, contact="")
    diagnosis.begin_diagnosis(store)
    for key in ("coordinator", "diagnosis-terms"):
        assert paper(key).remarks(store.reader, CONTEXT) == (), key
        assert paper(key).names(CONTEXT), key
    people = (("Roux", Category.PROFESSIONAL), ("Essai", Category.ELECTED))
    with store.write("Personnes") as tx:
        for name, category in people:
            tx.insert(Person(civility="Mme", first_name="Ana", last_name=name, category=category))
    coordination.update_post(store, Change(CoordinatorPost, contact="Mme Ana Roux", signer="Mme Ana Essai"))
    step = diagnosis.add_step(store, "Réunir")
    diagnosis.update_step(store, step.id, Change(DiagnosisStep, who="Mme Ana Roux, Mme Ana Essai"))
    for key in ("coordinator", "diagnosis-terms"):
        (said,) = paper(key).remarks(store.reader, CONTEXT)
        assert "nomme Mme Ana Roux :" in said.replace("\u00a0", " "), key


def test_whoever_prints_it_is_told_what_stays_blank(store: Store) -> None:
    coordination.begin_post(store)
    assert len(paper("coordinator").remarks(store.reader, CONTEXT)) == 1
    post(store, starts_on=None)
    (said,) = paper("coordinator").remarks(store.reader, CONTEXT)
    assert "jour" in said
    coordination.update_post(store, Change(CoordinatorPost, starts_on=DAY))
    assert paper("coordinator").remarks(store.reader, CONTEXT) == ()


def test_the_missions_kept_the_profile_and_what_the_acronyms_mean_are_there(store: Store, tmp_path: Path) -> None:
    post(store)
    words = printed(store, tmp_path)
    for text in (*kit_cls().purpose, *(m.text[1:] for m in (*kit_cls().missions, *kit_cls().profile.missions))):
        assert pdf.squeezed(text) in pdf.squeezed(words), text
    assert pdf.squeezed("CLSM (conseil local en santé mentale)") in pdf.squeezed(words)
    assert pdf.squeezed("cofinancé à moitié par l’ARS") in pdf.squeezed(words)
    aside = store.reader.all(Mission, sheet=Sheet.COORDINATOR, kit_code="articuler")[0]
    missions.keep_mission(store, aside.id, False)
    assert "CLSM" not in printed(store, tmp_path)


def test_who_employs_speaks_with_its_own_address(store: Store, tmp_path: Path) -> None:
    body(store, "CC du Val d’Essai", address="12 avenue de la Gare\n23991 Bourg-Témoin", phone="0199003000")
    post(store)
    words = printed(store, tmp_path)
    assert words.startswith("CC du Val d’Essai")
    assert "12 avenue de la Gare, 23991 Bourg-Témoin" in words
    assert "Mairie" not in words
    assert "Fait à Bourg-Témoin" in words


@pytest.mark.parametrize("employer", ["la commune", "Mairie", ""])
def test_the_town_speaks_where_it_employs_or_nobody_is_said(store: Store, tmp_path: Path, employer: str) -> None:
    post(store, employer)
    words = printed(store, tmp_path)
    assert words.startswith("Mairie d")
    assert "Le Maire," in words


@pytest.mark.parametrize(("civility", "said"), [("Mme", "Coordinatrice du contrat"), ("M.", "Coordinateur du contrat")])
def test_the_title_agrees_with_who_has_the_post(store: Store, tmp_path: Path, civility: str, said: str) -> None:
    with store.write("Personne") as transaction:
        transaction.insert(Person(civility=civility, first_name="Camille", last_name="Roche"))
    post(store, holder=f"{civility} Camille Roche", answer_by=DAY)
    words = printed(store, tmp_path)
    assert said in words
    assert "À compter du" in words
    assert "Pour répondre" not in words, "nobody is looked for any more"


def test_two_share_it_in_the_plural(store: Store, tmp_path: Path) -> None:
    with store.write("Personne") as transaction:
        for name in ("Anne", "Zoé"):
            transaction.insert(Person(civility="Mme", first_name=name, last_name="Roche"))
    post(store, holder="Mme Anne Roche, Mme Zoé Roche")
    assert "Coordinatrices du contrat" in printed(store, tmp_path)


def test_a_vacant_post_says_how_to_answer(store: Store, tmp_path: Path) -> None:
    post(store, answer_by=date(2026, 6, 12), answer_to="rh@essai.example", contact="Mme Roche")
    words = printed(store, tmp_path)
    assert "Coordinatrice ou coordinateur" in words
    assert "avant le vendredi 12 juin 2026 : rh@essai.example" in words.replace("\u00a0", " ")
    assert "Renseignements" in words


@pytest.mark.parametrize("words", ["", "x" * 10_000, "<b>&amp; « mot »", "Lieu très long " * 40])
def test_anything_typed_prints(store: Store, tmp_path: Path, words: str) -> None:
    typed = ("contract", "grade", "works_at", "travels", "placed", "works_with", "means", "holder", "answer_to", "contact",
             "signer_title", "signer")  # fmt: skip
    post(store, words or "CC", **dict.fromkeys(typed, words))
    missions.add_mission(store, words or "Une mission", sheet=Sheet.COORDINATOR)
    missions.add_commitment(store, words, words, Sheet.COORDINATOR)
    assert paper("coordinator").make(store.reader, CONTEXT, tmp_path / "x.pdf").pages >= 1
    pdf.assert_accessible((tmp_path / "x.pdf").read_bytes())


def test_the_word_copy_says_the_same(store: Store, tmp_path: Path) -> None:
    post(store)
    paper("coordinator").make(store.reader, CONTEXT, tmp_path / "x.docx")
    document = Document(str(tmp_path / "x.docx"))
    words = " ".join(text.text for text in document.element.body.iter() if text.tag.endswith("}t") and text.text)
    assert store.reader.one(Commune, 1).name not in words.split("Fiche de poste")[0]
    for text in kit_cls().missions:
        assert pdf.squeezed(text.text[1:]) in pdf.squeezed(words), text.text


# --- the terms of reference ------------------------------------------------------------------------------


def terms(store: Store, tmp_path: Path) -> str:
    paper("diagnosis-terms").make(store.reader, CONTEXT, tmp_path / "t.pdf")
    pdf.assert_accessible((tmp_path / "t.pdf").read_bytes())
    return pdf.squeezed(pdf.text(tmp_path / "t.pdf"))


def test_the_terms_begin_with_the_diagnosis(store: Store, tmp_path: Path) -> None:
    missing = paper("diagnosis-terms").missing(store.reader, CONTEXT)
    assert missing is not None
    assert "Commencer le diagnostic" in missing
    diagnosis.begin_diagnosis(store)
    assert paper("diagnosis-terms").missing(store.reader, CONTEXT) is None
    kit, words = kit_diagnosis(), terms(store, tmp_path)
    said = (*kit.terms.expected, *kit.terms.rules, *kit.terms.delivered, kit.terms.purpose, kit.pace, kit.consistency)
    for text in (*said, *(step.title for step in kit.steps), *(source.title for source in kit.sources)):
        assert pdf.squeezed(text[1:]) in words, text
    assert "Restitueràtous" in words


def test_what_is_not_known_is_left_to_write(store: Store, tmp_path: Path) -> None:
    diagnosis.update_diagnosis(store, Change(Diagnosis, aims="Savoir où l’on se soigne"))
    words = terms(store, tmp_path)
    assert pdf.squeezed("Savoir où l’on se soigne") in words
    assert words.count("____________") >= 3
    diagnosis.add_step(store, "Écouter", DiagnosisPhase.COLLECT)
    diagnosis.update_diagnosis(store, Change(Diagnosis, answer_by=DAY, answer_to="ars@essai.example", budget=0))
    words = terms(store, tmp_path)
    assert (
        pdf.squeezed("Proposition, prix et références avant le mardi 1er septembre 2026 : ars@essai.example") in words
    )
    assert pdf.squeezed("0 €") in words
    assert pdf.squeezed("à fixer") in words


@pytest.mark.parametrize("words", ["x" * 10_000, "<i>&amp; « mot »", "mot " * 500])
def test_any_words_of_the_diagnosis_print(store: Store, tmp_path: Path, words: str) -> None:
    typed = ("territory", "aims", "led_by", "taking_part", "answer_to", "findings", "priorities", "consistency")
    diagnosis.update_diagnosis(store, Change(Diagnosis, **dict.fromkeys(typed, words)))
    diagnosis.add_step(store, words)
    diagnosis.add_source(store, words)
    assert terms(store, tmp_path)


def test_in_word_the_profile_stands_on_two_columns_its_heads_bold(store: Store, tmp_path: Path) -> None:
    post(store)
    paper("coordinator").make(store.reader, CONTEXT, tmp_path / "x.docx")
    found = [
        paragraph
        for table in Document(str(tmp_path / "x.docx")).tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        if paragraph.text.startswith("Savoir faire")
    ]
    (line,) = found
    assert line.text.split("\t")[0] == "Savoir faire"
    assert line.runs[0].style is not None
    assert line.runs[0].style.font.bold
    indent = line.paragraph_format.left_indent
    assert indent is not None
    assert line.paragraph_format.first_line_indent == -indent
