"""The questions proposed to residents: ours, whole, with needs that the inventory understands."""

from __future__ import annotations

from msp_desktop.method.questionnaire import kit_questionnaire


def test_they_are_ours_and_say_so() -> None:
    kit = kit_questionnaire()
    assert kit.is_ours()
    assert all(question.is_ours() for question in kit.questions)


def test_they_hold_on_a_page() -> None:
    assert len(kit_questionnaire().questions) == 10


def test_what_is_missing_leads_to_a_need_of_that_profession() -> None:
    question = kit_questionnaire().question("manque")
    assert question is not None
    dentist = question.box("dentiste")
    assert dentist is not None
    assert dentist.profession == "chirurgien-dentiste"
    assert question.box("autre chose") is None
    assert kit_questionnaire().question("autre chose") is None


def test_no_question_asks_who_answers() -> None:
    words = " ".join(question.text.lower() for question in kit_questionnaire().questions)
    assert not {"nom", "adresse", "téléphone", "courriel", "naissance"} & set(words.split())
