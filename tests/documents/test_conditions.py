"""The conditions on paper: what is found, each line's scale in words, what changed, and nothing typed is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.documents.conditions import (
    Part,
    Point,
    Review,
    Sheet,
    Step,
    finding,
    scale_words,
    weakest,
    write_conditions,
)
from msp_desktop.domain.conditions import Rating, Tally
from msp_desktop.method.conditions import kit_conditions
from tests import pdf
from tests.documents.values import MADE_AT, head, read

DONE, PARTLY, NOT_YET, NONE = Rating.DONE, Rating.PARTLY, Rating.NOT_YET, Rating.NONE
KIT = kit_conditions()
TODAY, BEFORE = MADE_AT.date(), date(2026, 3, 30)


def sheet(
    ratings: dict[str, Rating] | None = None,
    before: dict[str, Rating] | None = None,
    evidence: str = "",
    steps: tuple[Step, ...] = (),
    reviews: tuple[Review, ...] = (),
) -> Sheet:
    rated = ratings or {}
    parts = tuple(
        Part(
            kit,
            tuple(
                Point(line.title, rated.get(line.code, NONE), before.get(line.code, NONE) if before else None, evidence)
                for line in kit.lines
            ),
        )
        for kit in (KIT.traits, *KIT.conditions)
    )
    made = Sheet(parts, (), steps, KIT)
    return Sheet(parts, (*reviews, Review(TODAY, made.now)), steps, KIT)


def everything(rating: Rating) -> dict[str, Rating]:
    return {line.code: rating for line in KIT.lines()}


def written(tmp_path: Path, made: Sheet) -> Path:
    path = tmp_path / "x.pdf"
    write_conditions(path, head(), made, MADE_AT)
    return path


@pytest.mark.parametrize(
    ("done", "before", "words"),
    [
        (0, None, "Aucun point acquis sur 19."),
        (1, None, "Un point acquis sur 19."),
        (7, 2, "Sept points acquis sur 19, cinq de plus qu’au 30 mars."),
        (2, 3, "Deux points acquis sur 19, un de moins qu’au 30 mars."),
        (2, 2, "Deux points acquis sur 19, autant qu’au 30 mars."),
        (19, None, "19 points acquis sur 19."),
    ],
)
def test_what_is_found_is_one_sentence(done: int, before: int | None, words: str) -> None:
    codes = [line.code for line in KIT.lines()]
    reviews = () if before is None else (Review(BEFORE, Tally(done=before, unrated=19 - before)),)
    made = sheet(dict.fromkeys(codes[:done], DONE), reviews=reviews)
    assert finding(made).replace("\u00a0", " ").startswith(words)


def test_the_weakest_condition_is_named_where_it_is_one_alone() -> None:
    rated = everything(PARTLY) | {"coordinateur": NOT_YET}
    found = weakest(sheet(rated).parts)
    assert found is not None
    assert found.kit.code == "moyens"
    assert finding(sheet(rated)).endswith("Les moyens restent le point faible.")
    assert weakest(sheet(everything(PARTLY)).parts) is None
    assert weakest(sheet(everything(DONE)).parts) is None
    assert weakest(sheet().parts) is None


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (PARTLY, NOT_YET, "en partie, était pas encore"),
        (DONE, DONE, "acquis"),
        (DONE, None, "acquis"),
        (NONE, DONE, "à voir, était acquis"),
        (NONE, None, "à voir"),
    ],
)
def test_a_listener_hears_each_scale(now: Rating, before: Rating | None, words: str) -> None:
    assert scale_words(Point("x", now, before), KIT.ratings) == words


def test_two_pages_say_all_of_it_and_are_accessible(tmp_path: Path) -> None:
    codes = [line.code for line in KIT.lines()]
    rated = everything(NOT_YET) | dict.fromkeys(codes[:6], DONE) | {"credits": PARTLY, "etat-esprit": DONE}
    steps = tuple(Step(date(2026, 6, n), f"Étape {n} <du> comité", "Mme Nadia Roche") for n in range(1, 6))
    reviews = (Review(BEFORE, Tally(done=2, partly=6, not_yet=11)),)
    path = written(tmp_path, sheet(rated, everything(NOT_YET), "Vote & débat", steps, reviews))
    text, data = read(path), path.read_bytes()
    pdf.assert_accessible(data)
    assert len(PdfReader(path).pages) == 2
    for words in (
        "Sept traits d’une démarche territoriale", "Portage politique et institutionnel fort", "Vote & débat",
        "Cinq prochaines étapes", "Étape 3 <du> comité", "Mme Nadia Roche", "au 30 mars 2026",
        "Comment s’y prendre, avec qui", "Réseau français des Villes-Santé de l’OMS", "un atelier santé ville (ASV)",
        "Cinq points acquis de plus depuis le 30 mars 2026", "Notre avis",
    ):  # fmt: skip
        assert words in text
    alts = [str(figure["/Alt"]) for figure in pdf.tagged(data, "Figure")]
    assert "acquis, était pas encore" in alts
    assert any("acquis : 2" in alt.replace("\u00a0", " ") or "2 acquis, 6 en partie" in alt for alt in alts)


def test_without_a_review_a_step_or_a_rating_there_is_no_empty_part(tmp_path: Path) -> None:
    text = read(written(tmp_path, sheet({"portage": DONE})))
    assert "prochaine étape" not in text
    assert "depuis le" not in text
    assert "rond vide" not in text


def test_what_is_met_is_not_explained_again(tmp_path: Path) -> None:
    met = sheet(everything(DONE))
    assert "Comment s’y prendre" not in read(written(tmp_path, met))


def test_anything_typed_prints_whatever_its_length(tmp_path: Path) -> None:
    evidence = "x" * 10_000 + " mot final"
    steps = (Step(None, "étape " * 2_000 + "dernière", "n" * 300),)
    text = read(written(tmp_path, sheet({"portage": DONE}, evidence=evidence, steps=steps)))
    assert text.count("mot final") == 19
    assert "dernière" in text
    assert "sans date" in text
