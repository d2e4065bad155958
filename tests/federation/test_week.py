"""What the next days bring is read from the newest of what each commune sent, in so many communes at most."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.federation.base.connect import connect
from msp_desktop.federation.base.take import take
from msp_desktop.federation.week import week
from tests.conftest import NOW, TODAY
from tools.made_up import one_made_up


def test_the_newest_of_each_commune_tells_and_the_late_come_first(tmp_path: Path) -> None:
    base = connect(tmp_path / "federation.sqlite")
    datas = [one_made_up(place, TODAY, before) for place in (0, 2, 3) for before in (0, 1)]
    reads = [ReadFile(name=f"{at}", sha256=f"{at:064x}", data=data) for at, data in enumerate(datas)]
    take(base, reads, datetime.fromisoformat(f"{NOW}+00:00"), "camille")
    told = week(base, TODAY)
    assert (told.read, told.communes) == (3, 3)
    assert {due.name for due in told.late} <= {data.commune.name for data in datas}
    assert all(TODAY <= due.day < TODAY + timedelta(7) for due in told.coming)
    assert [due.day for due in told.late] == sorted(due.day for due in told.late)
    few = week(base, TODAY, most=1)
    assert (few.read, few.communes) == (1, 3)
    assert week(connect(tmp_path / "empty.sqlite"), TODAY).communes == 0
    base.close()
