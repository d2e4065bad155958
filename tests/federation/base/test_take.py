"""Taking files in: the newest is shown, whatever the order; nothing is lost, nothing is taken twice."""

from __future__ import annotations

import hashlib
import itertools
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select

from msp_desktop.domain.carried.data import ByDeparture, CommuneData, Horizon
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import ReadFile, Verdict
from msp_desktop.federation.base.connect import Base, connect
from msp_desktop.federation.base.models import CommuneRow, HeadcountRow, ReceiptRow, VersionRow
from msp_desktop.federation.base.rows import headcount_rows, unpacked
from msp_desktop.federation.base.take import Seen, take
from tools.make_communes_data import of_commune

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
CODES = [f"55{number:03d}" for number in range(1, 13)]


def read(data: CommuneData, name: str = "") -> ReadFile:
    name = name or f"{data.commune.insee}-{data.made_at:%m%d}.pdf"
    return ReadFile(name=name, sha256=hashlib.sha256(encoded(data) + name.encode()).hexdigest(), data=data)


def shown(base: Base) -> dict[str, datetime]:
    with base.reading() as session:
        return {row.insee: row.made_at for row in session.scalars(select(CommuneRow))}


def counts(base: Base) -> tuple[int, int, int]:
    with base.reading() as session:
        found = [
            session.scalar(select(func.count()).select_from(table)) for table in (CommuneRow, VersionRow, HeadcountRow)
        ]
    return found[0] or 0, found[1] or 0, found[2] or 0


def test_the_newest_is_shown_whatever_comes_first_and_all_is_kept(base: Base) -> None:
    old, new = of_commune("55001", edition=1), of_commune("55001", edition=2)
    done = take(base, [read(new)], NOW, "anne@pc")
    assert [receipt.commune for receipt in done.taken] == ["Commune 55001"]
    assert take(base, [read(old)], NOW, "anne@pc").taken[0].verdict is Verdict.TAKEN
    assert shown(base) == {"55001": new.made_at}
    assert counts(base) == (1, 2, len(headcount_rows(new)))
    with base.reading() as session:
        bodies = session.scalars(select(VersionRow.body).order_by(VersionRow.made_at)).all()
    assert [unpacked(body) for body in bodies] == [old, new]


def test_a_b_and_a_again_shows_a(base: Base) -> None:
    first, second = of_commune("55001", edition=1), of_commune("55001", edition=2)
    again = replace(first, made_at=second.made_at + timedelta(days=1))
    for data in (first, second, again):
        assert take(base, [read(data)], NOW, "anne@pc").taken
    assert shown(base) == {"55001": again.made_at}
    assert counts(base)[1] == 2


def test_ten_papers_of_a_day_are_one_content_and_a_second_run_changes_nothing(base: Base) -> None:
    data = of_commune("55001")
    files = [read(replace(data, made_at=data.made_at + timedelta(minutes=n)), f"{n}.pdf") for n in range(10)]
    done = take(base, files, NOW, "anne@pc")
    assert (len(done.taken), len(done.unchanged), len(done.refused)) == (1, 9, 0)
    assert counts(base)[:2] == (1, 1)
    seen = Seen(base)
    assert all(file.sha256 in seen for file in files)
    assert "0" * 64 not in seen
    skipped = [ReadFile(name=file.name, sha256=file.sha256) for file in files]
    again = take(base, skipped, NOW, "paul@pc")
    assert [(receipt.verdict, receipt.insee, receipt.added_by) for receipt in again.unchanged] == (
        [(Verdict.UNCHANGED, "55001", "anne@pc")] * 10
    )
    assert take(base, [read(data, "another.pdf")], NOW, "paul@pc").unchanged[0].name == "another.pdf"


def test_what_cannot_be_taken_is_listed_with_its_reason(base: Base) -> None:
    data = of_commune("55001")
    nowhere = replace(data, commune=replace(data.commune, insee=""))
    reads = [
        ReadFile(name="a.pdf", sha256="a" * 64, why=Why.INVALID, where="$.departures[0].n"),
        ReadFile(name="b.pdf", why=Why.CANNOT_READ),
        read(nowhere, "sample.pdf"),
        read(replace(data, made_at=NOW + timedelta(days=1, seconds=1)), "tomorrow.pdf"),
        read(replace(data, made_at=NOW + timedelta(hours=23)), "ahead.pdf"),
    ]
    for _run in range(2):
        done = take(base, reads, NOW, "anne@pc")
        assert [(receipt.name, receipt.why) for receipt in done.refused] == [
            ("a.pdf", Why.INVALID), ("b.pdf", Why.CANNOT_READ), ("sample.pdf", Why.SAMPLE), ("tomorrow.pdf", Why.FUTURE),
        ]  # fmt: skip
        assert done.refused[0].where == "$.departures[0].n"
    assert counts(base)[0] == 1
    seen = Seen(base)
    assert [bool(file.sha256 in seen) for file in reads] == [True, False, True, False, True]


def test_a_second_dossier_sent_under_two_names_is_refused_twice(base: Base) -> None:
    data = of_commune("55001")
    take(base, [read(data)], NOW, "anne@pc")
    other = read(replace(data, sender=replace(data.sender, dossier="e" * 32)), "a.pdf")
    done = take(base, [other, replace(other, name="b.pdf")], NOW, "anne@pc")
    assert [(one.name, one.why) for one in done.refused] == [
        ("a.pdf", Why.OTHER_DOSSIER), ("b.pdf", Why.OTHER_DOSSIER),
    ]  # fmt: skip


def test_a_file_of_the_future_given_twice_the_day_it_may_be_taken_is_taken_once(base: Base) -> None:
    ahead = read(replace(of_commune("55001"), made_at=NOW + timedelta(days=3)), "a.pdf")
    assert take(base, [ahead], NOW, "anne@pc").refused
    done = take(base, [ahead, replace(ahead, name="b.pdf")], NOW + timedelta(days=3), "anne@pc")
    assert (len(done.taken), len(done.unchanged), done.refused) == (1, 1, ())


@pytest.mark.parametrize(
    ("insee", "department"), [("55001", "55"), ("97101", "971"), ("2A247", "2A"), ("98818", "988")]
)
def test_a_commune_is_counted_in_the_department_of_its_code(base: Base, insee: str, department: str) -> None:
    data = of_commune("55001")
    take(base, [read(replace(data, commune=replace(data.commune, insee=insee, department="23")))], NOW, "anne@pc")
    with base.reading() as session:
        assert session.scalars(select(CommuneRow.department)).all() == [department]


def test_a_cell_told_twice_is_added_up(base: Base) -> None:
    twice = ByDeparture(profession="nurse", departure=Horizon.WITHIN_2, n=2)
    data = replace(of_commune("55001"), departures=(twice, twice), places=(), ages=())
    take(base, [read(data)], NOW, "anne@pc")
    with base.reading() as session:
        assert session.scalars(select(HeadcountRow.n)).all() == [4]
        assert session.scalar(select(CommuneRow.leaving)) == 4


@pytest.mark.parametrize(
    "where", ["sqlite", pytest.param("postgresql", marks=pytest.mark.needs("psql"))], indirect=True
)
def test_three_write_at_once_in_any_order_without_an_error_or_a_loss(where: str, base: Base) -> None:
    files = [read(of_commune(code, edition=edition)) for code, edition in itertools.product(CODES, range(6))]
    begin = threading.Barrier(3)

    def add(number: int) -> None:
        mine = random.Random(number).sample(files, len(files))
        own = connect(where)
        begin.wait()
        for start in range(0, len(mine), 9):
            take(own, mine[start : start + 9], NOW, f"person{number}@pc")
        own.close()

    with ThreadPoolExecutor(3) as people:
        list(people.map(add, range(3)))
    newest = {code: of_commune(code, edition=5) for code in CODES}
    assert shown(base) == {code: data.made_at for code, data in newest.items()}
    assert counts(base) == (12, 72, sum(len(headcount_rows(data)) for data in newest.values()))
    with base.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReceiptRow)) == len(files)
        assert session.scalar(select(CommuneRow.day_zero).where(CommuneRow.insee == CODES[0])) > date(2026, 3, 1)
