"""What a commune's newest data say of the next seven days, and of what is late."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from msp_desktop.domain.carried.data import CommuneData, MeetingData, Milestone, Sender, Step, Town
from msp_desktop.domain.federated.week import Kind, coming, late

TODAY = date(2026, 4, 28)


def sent(**more: object) -> CommuneData:
    return CommuneData(
        format="sante-100-jours/donnees", version=1, made_at=datetime(2026, 4, 27, tzinfo=UTC),
        sender=Sender(dossier="0" * 32), commune=Town(insee="55001", name="Bourg", department="55"), day_zero=TODAY,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_what_falls_within_the_seven_days_is_told_once() -> None:
    step, done = TODAY + timedelta(6), TODAY + timedelta(1)
    data = sent(
        milestones=(
            Milestone(day=step, state="planned", code="designer-referent"),
            Milestone(day=done, state="done", code="contact-federation"),
            Milestone(day=TODAY + timedelta(7), state="planned", code="premiere-rencontre"),
        ),
        next_steps=(
            Step(code="designer-referent", due_on=step),
            Step(text="Écrire", due_on=TODAY),
            Step(text="Un jour"),
        ),
        meetings=(
            MeetingData(uid="1", kind="premiere-rencontre", state="planned", held_on=done),
            MeetingData(uid="2", kind="autre", state="cancelled", held_on=done),
        ),
    )
    told = [(due.kind, due.code or due.text) for due in coming(data, TODAY)]
    assert told == [
        (Kind.MILESTONE, "designer-referent"), (Kind.STEP, "Écrire"), (Kind.MEETING, "premiere-rencontre"),
    ]  # fmt: skip


def test_what_is_late_for_the_longest_time_is_told_with_how_many_others() -> None:
    data = sent(
        milestones=(Milestone(day=TODAY - timedelta(3), state="late", code="etat-des-lieux"),),
        next_steps=(Step(text="Rappeler", due_on=TODAY - timedelta(9)),),
        meetings=(MeetingData(uid="1", kind="autre", state="planned", held_on=TODAY - timedelta(30)),),
    )
    due = late(data, TODAY)
    assert due is not None
    assert (due.text, due.day, due.others) == ("Rappeler", TODAY - timedelta(9), 1)
    assert late(sent(), TODAY) is None
