"""The yearly activity report on paper: its figures agree, what is long prints, what is not there is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msp_desktop.documents.activity_report import figures, progress, title_of, write_activity_report
from msp_desktop.domain.action_plan import IndicatorView, Money, SheetView
from msp_desktop.domain.action_sheets import ActionSheet, Axis, IndicatorValue, SheetIndicator, SheetState, SheetStep
from msp_desktop.domain.activity import Activity, AxisActivity, StepDone
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.instances import Instance, InstanceView, Sitting
from msp_desktop.domain.meetings import MeetingState
from tests import pdf
from tests.documents.values import MADE_AT, head

SINCE, UNTIL = date(2026, 1, 1), date(2026, 12, 31)
AXIS = Axis(id=1, position=1, title="Accès aux soins")
LONG = "anticonstitutionnellement" * 400


def sheet(number: int, state: SheetState = SheetState.DOING, **values: object) -> SheetView:
    row = ActionSheet(id=number, axis_id=1, position=number, title=f"Fiche {number}", state=state, lead="Mme Roche")
    return SheetView(row, f"1.{number}", AXIS, **values)  # type: ignore[arg-type]


def made(**values: object) -> Activity:
    return Activity(2026, SINCE, UNTIL, **values)  # type: ignore[arg-type]


def full(count: int = 3) -> Activity:
    steps = (SheetStep(sheet_id=1, position=1, text="x", done_on=SINCE), SheetStep(sheet_id=1, position=2, text="y"))
    value = IndicatorValue(indicator_id=1, measured_on=date(2026, 4, 2), value=87)
    indicator = IndicatorView(
        SheetIndicator(sheet_id=1, position=1, title="Habitants reçus", baseline=0, target=240), (value,)
    )
    sheets = tuple(sheet(n, steps=steps, indicators=(indicator,)) for n in range(1, count + 1))
    money = Money(40_000, 24_000, 6_000, 0)
    sitting = Sitting(1, 1, "COPIL", "copil", "COPIL", date(2026, 3, 5), None, MeetingState.HELD, 4, 5)
    return made(
        carried_by="CC du Val", coordination="un poste partagé", opening="Une année <courte> & dense",
        outlook="La suite", axes=(AxisActivity(1, AXIS.title, sheets, money),),
        steps=(StepDone(date(2026, 2, 3), "1.1 Fiche 1", "trouver un cabinet"),), funders=(("ARS", money), ("", Money(4_000))),
        money=money, instances=(InstanceView(Instance(position=1, kind="copil", name="COPIL"), "Comité", (), (sitting,)),),
        calls=(
            Call(subject="Prévention", funder="ARS", closes_on=date(2026, 6, 5), asked=12_000),
            Call(subject="Ateliers", state=CallState.SENT, sent_on=date(2026, 3, 2)),
            Call(subject="Coordination", state=CallState.WON, obtained=4_000),
        ),
        questions=(EvaluationQuestion(position=1, question="Et les soins ?", result="Six sur huit", priority="Les aidants"),),
        watched=((date(2026, 3, 31), "plus d’orthophoniste"),),
    )  # fmt: skip


def test_a_whole_year_tells_every_part(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write_activity_report(path, head(), full(), MADE_AT)
    pdf.assert_accessible(path.read_bytes())
    text = pdf.text(path)
    for words in (
        "Rapport d’activité 2026", "porté par la CC du Val", "Une année <courte> & dense", "en cours, 1 étape sur 2",
        "Trouver un cabinet", "Habitants reçus", "87 le 2 avril", "financeur à trouver", "4 sur 5", "réponse envoyée",
        "12 000 € demandés", "Les aidants", "plus d’orthophoniste", "La suite",
    ):  # fmt: skip
        assert words in text.replace("\u202f", " ").replace("\u00a0", " "), words


def test_a_year_with_almost_nothing_leaves_the_other_parts_out(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    result = write_activity_report(path, head(), made(opening="Nous commençons."), MADE_AT)
    text = pdf.text(path)
    assert result.pages == 1
    for words in ("Plan d’action", "Financements", "Vie des instances", "Appels", "Évaluation", "La suite"):
        assert words not in text


def test_forty_sheets_and_words_of_ten_thousand_letters_print(tmp_path: Path) -> None:
    activity = full(40)
    row = activity.questions[0]
    long = EvaluationQuestion(position=2, question=LONG, result=LONG, priority=LONG)
    calls = (*activity.calls, Call(subject=LONG, funder=LONG))
    told = made(axes=activity.axes, questions=(row, long), calls=calls, opening=LONG, outlook=LONG, carried_by=LONG)
    path = tmp_path / "x.pdf"
    write_activity_report(path, head(), told, MADE_AT)
    assert "1.40 Fiche 40" in pdf.text(path)


def test_one_and_several_agree() -> None:
    assert [words for _figure, words in figures(made())][:2] == ["réunion d’instance tenue", "réponse à un appel"]
    one = full()
    assert figures(one)[0] == ("3 sur 3", "fiches action en cours ou terminées")
    assert figures(full(1))[0] == ("1 sur 1", "fiche action en cours ou terminée")
    assert figures(one)[2] == ("2", "réponses à des appels")
    assert title_of(one) == "Rapport d’activité 2026"


def test_a_sheet_that_is_done_or_has_no_step_says_its_state_alone() -> None:
    assert progress(sheet(1, SheetState.DONE, steps=(SheetStep(sheet_id=1, position=1, text="x"),))) == "terminée"
    assert progress(sheet(1, SheetState.TODO)) == "à lancer"
