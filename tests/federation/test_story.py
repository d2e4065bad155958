"""A commune's story is what it sent, the oldest first."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from msp_desktop.domain.carried.data import CommuneData, Phase, Sender, Town
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.federated.changes import What, points
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.errors import UserError
from msp_desktop.federation.base.connect import connect
from msp_desktop.federation.base.models import VersionRow
from msp_desktop.federation.base.take import take
from msp_desktop.federation.story import newest, story
from tests.federation.made_up import TODAY


def sent(day: int, done: int, dossier: str = "0") -> CommuneData:
    return CommuneData(
        format="sante-100-jours/donnees", version=1, made_at=datetime(2026, 4, day, tzinfo=UTC),
        sender=Sender(dossier=dossier * 32), commune=Town(insee="55001", name="Bourg", department="55"), day_zero=TODAY,
        phases=(Phase(number=1, done=done, total=4),),
    )  # fmt: skip


def test_versions_come_in_their_order_without_what_waits(tmp_path: Path) -> None:
    base = connect(tmp_path / "federation.sqlite")
    reads = [
        ReadFile(name=str(number), sha256=f"{number:064d}", data=data)
        for number, data in enumerate((sent(20, 2), sent(10, 1), sent(25, 4, "f")))
    ]
    take(base, reads, datetime(2026, 4, 28, tzinfo=UTC), "somebody")
    told = story(base, "55001")
    assert [version.made_at.day for version in told] == [10, 20]
    assert [(point.what, point.before, point.after) for point in points(told)] == [
        (What.FIRST, "", ""), (What.DONE, "1/4", "2/4"),
    ]  # fmt: skip
    assert story(base, "55002") == ()
    assert [sum(phase.done for phase in data.phases) for data in newest(base, ["55001", "55002"])] == [2]
    base.close()


def test_what_a_later_program_kept_is_said_not_guessed(tmp_path: Path) -> None:
    base = connect(tmp_path / "federation.sqlite")
    take(base, [ReadFile(name="a", sha256="0" * 64, data=sent(20, 2))], datetime(2026, 4, 28, tzinfo=UTC), "somebody")
    for body, words in (
        (encoded(sent(20, 2)).replace(b'"version":1', b'"version":2'), "plus récente"),
        (b"", "abîmée"),
    ):
        kept = zlib.compress(body)[: None if body else 3]
        base.write(lambda session, kept=kept: session.execute(update(VersionRow).values(body=kept)) and None)
        with pytest.raises(UserError, match=words):
            story(base, "55001")
    base.close()
