"""The instances and the calendar of the year on paper."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from msp_desktop.documents.instances import InstanceWords, write_instances
from msp_desktop.domain.instances import Instance, InstanceView, MemberView, Sitting
from msp_desktop.domain.meetings import MeetingState
from tests import pdf
from tests.documents.values import MADE_AT, head

WORDS = InstanceWords("Le comité décide.", "En concertation avec la DD-ARS.", "Aucun quorum n’est demandé.")


def sitting(number: int, day: date | None, state: MeetingState = MeetingState.PLANNED, **values: int) -> Sitting:
    return Sitting(number, 1, "COPIL", "copil", "Comité <de> pilotage", day, time(14, 0), state, **values)


def written(tmp_path: Path, views: list[InstanceView], sittings: list[Sitting]) -> str:
    path = tmp_path / "x.pdf"
    write_instances(path, head(), views, sittings, 2026, WORDS, MADE_AT)
    pdf.assert_accessible(path.read_bytes())
    return pdf.text(path).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_calendar_says_when_and_who_came_and_each_instance_who_sits_there(tmp_path: Path) -> None:
    instance = Instance(
        position=1, kind="copil", name="COPIL", purpose="Décide", led_by="M. Rey", per_year=2, place="Siège"
    )
    members = (MemberView(1, 1, "Mme Roche", "adjointe", "préside"), MemberView(2, 2, "CPAM", "", ""))
    text = written(
        tmp_path,
        [InstanceView(instance, "Comité", members)],
        [
            sitting(1, date(2026, 3, 5), MeetingState.HELD, present=1, invited=2),
            sitting(2, date(2026, 9, 24)),
            sitting(3, date(2026, 10, 1), MeetingState.CANCELLED),
            sitting(4, None),
        ],
    )
    for words in (
        "Comité <de> pilotage", "jeudi 5 mars, 14 h", "tenue, 1 présent sur 2", "prévue", "annulée", "date à fixer",
        "Animation : M. Rey.", "2 réunions par an", "Lieu : siège.", "Mme Roche, préside", "CPAM", "quorum",
    ):  # fmt: skip
        assert words in text, words


def test_an_instance_alone_and_a_year_of_a_hundred_meetings_print(tmp_path: Path) -> None:
    bare = InstanceView(Instance(position=1, kind="autre", name="x" * 5_000, per_year=1), "Autre")
    assert "1 réunion par an" in written(tmp_path, [bare], [])
    many = [sitting(n, date(2026, 1 + n % 12, 1 + n % 28)) for n in range(144)]
    assert written(tmp_path, [bare] * 12, many).count("prévue") == 144
