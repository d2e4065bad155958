from __future__ import annotations

import errno
import gzip
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from msp_desktop.exchange.communes import departments_of_codes
from msp_desktop.exchange.open_data import pack
from msp_desktop.exchange.open_data.errors import NotOfficialError
from msp_desktop.exchange.open_data.pack import Pack, write_packs
from msp_desktop.exchange.open_data.recognise import read_official
from msp_desktop.exchange.open_data.sought import sought_of
from tests.exchange.open_data.finess_files import address, compact, establishment, file_of, owner
from tests.exchange.open_data.rpps_rows import nowhere, put, row, text_of

ALL = frozenset(departments_of_codes().values())
#: Guéret, its neighbour, cities with arrondissements, Corsica, overseas, a commune of several former ones.
TOWNS = ("23096", "23095", "75056", "69123", "2A004", "2B033", "97411", "97801", "49023", "01004")


def lines() -> Iterator[str]:
    """Yield rows of everywhere: by their commune, a former one, an arrondissement, by postcode alone, by a cedex, abroad."""
    draw = random.Random(5)
    codes = [*TOWNS, "75112", "69383", "49006", "97127", "99999", "", "0", "../..", "ZZ001", "99100"]
    postcodes = [
        "23000",
        "23011",
        "75012",
        "20000",
        "20200",
        "20290",
        "97410",
        "97150",
        "49110",
        "01500",
        "",
        "../..",
        "B-100",
    ]
    for number in range(400):
        told = nowhere(Code_commune=draw.choice(codes), Code_postal=draw.choice(postcodes))
        yield row(number, **told, Bureau_cedex=draw.choice(["", "", "23000 GUERET", "23011 GUERET CEDEX", "DOUBS"]))


def by_department(packs: list[Pack]) -> dict[str, Path]:
    return {one.department: one.path for one in packs}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_pack_tells_of_its_communes_what_the_national_file_tells(tmp_path: Path, ending: str) -> None:
    source = put(tmp_path, text_of(list(lines()), ending=ending))
    packs = by_department(write_packs(source, ALL, tmp_path))
    assert set(packs) <= ALL
    for town in TOWNS:
        sought = sought_of([town])
        department = departments_of_codes()[town]
        whole, part = read_official(source, sought), read_official(packs[department], sought)
        assert part.found == whole.found, town
        assert part.found or town == "97801"
        assert part.file.covers == (department,)
        assert part.file.dated_on == whole.file.dated_on == date(2026, 4, 14)
        assert not part.file.incomplete


def test_the_day_and_the_department_survive_another_name(tmp_path: Path) -> None:
    (made,) = write_packs(put(tmp_path, text_of([row()])), ["23"], tmp_path)
    assert made.path.name == "rpps-23-2026-04-14.txt.gz"
    renamed = tmp_path / "de la fédération.txt"
    renamed.write_bytes(gzip.decompress(made.path.read_bytes()))
    read = read_official(renamed, sought_of(["23096"])).file
    assert (read.dated_on, read.covers, read.kept) == (date(2026, 4, 14), ("23",), 1)


def test_source_day_and_licence_stand_beside(tmp_path: Path) -> None:
    write_packs(put(tmp_path, text_of([row()])), ["23"], tmp_path)
    words = (tmp_path / "rpps-source.txt").read_text(encoding="utf-8")
    assert "Annuaire santé (RPPS)" in words
    assert "mardi 14 avril 2026" in words.replace("\u00a0", " ")
    assert "Licence Ouverte 2.0" in words


def test_only_the_departments_asked_for_are_written(tmp_path: Path) -> None:
    source = put(tmp_path, text_of(list(lines())))
    into = tmp_path / "packs"
    into.mkdir()
    assert [one.department for one in write_packs(source, ["23", "2A"], into)] == ["23", "2A"]
    assert sorted(path.name for path in into.iterdir()) == [
        "rpps-23-2026-04-14.txt.gz", "rpps-2A-2026-04-14.txt.gz", "rpps-source.txt",
    ]  # fmt: skip


def test_a_pack_there_already_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    source = put(tmp_path, text_of([row()]))
    (first,), (second,) = write_packs(source, ["23"], tmp_path), write_packs(source, ["23"], tmp_path)
    assert first.path != second.path
    assert write_packs(source, ["23"], tmp_path, replace=True)[0].path == first.path


def test_a_row_that_lacks_its_last_columns_is_kept(tmp_path: Path) -> None:
    short = "|".join(row().split("|")[:42])
    (made,) = write_packs(put(tmp_path, text_of([row(2), short, row(3)])), ["23"], tmp_path)
    assert made.lines == 3
    assert read_official(made.path, sought_of(["23096"])).file.kept == 3


def test_a_national_file_without_its_end_makes_no_pack(tmp_path: Path) -> None:
    into = tmp_path / "packs"
    into.mkdir()
    text = text_of([row(number) for number in range(50)])
    for source in (put(tmp_path, text[:-90]), put(tmp_path, gzip.compress(text)[:-30], "a.gz")):
        with pytest.raises(NotOfficialError):
            write_packs(source, ALL, into)
    path = tmp_path / "finess.json"
    path.write_bytes(compact(file_of(owner(establishment("1"), establishment("2"))))[:-4])
    with pytest.raises(NotOfficialError):
        write_packs(path, ALL, into)
    assert list(into.iterdir()) == []


def test_another_file_makes_no_pack(tmp_path: Path) -> None:
    with pytest.raises(NotOfficialError):
        write_packs(put(tmp_path, b"a|b|c\n1|2|3\n"), ALL, tmp_path)


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    into = tmp_path / "packs"
    into.mkdir()
    source = put(tmp_path, text_of(list(lines())))
    written: list[int] = []

    def full(self: pack._Writer) -> None:
        written.append(self.lines)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(pack._Writer, "finish", full)
    with pytest.raises(OSError, match="full"):
        write_packs(source, ALL, into)
    assert list(into.iterdir()) == []


def test_a_department_of_finess_is_a_smaller_file_that_tells_the_same(tmp_path: Path) -> None:
    entries = [
        establishment(f"{number}", address(code, codePostal=postcode))
        for number, (code, postcode) in enumerate(
            [
                ("23096", "23000"),
                ("23095", "23240"),
                ("2A004", "20000"),
                ("97411", "97400"),
                ("75112", "75012"),
                ("", "23240"),
            ]
        )
    ]
    entries.append(establishment("8", address("23096", "06"), address("75101", "03"), etatObjet="I"))
    source = tmp_path / "finess.json"
    source.write_bytes(compact(file_of(owner(*entries[:3], code="23096"), owner(*entries[3:]))))
    packs = by_department(write_packs(source, ALL, tmp_path))
    assert set(packs) == {"23", "2A", "974", "75"}
    assert packs["23"].name == "finess-23-2026-04-02.json.gz"
    assert "FINESS" in (tmp_path / "finess-source.txt").read_text(encoding="utf-8")
    for town in ("23096", "23095", "2A004", "97411", "75056"):
        sought, department = sought_of([town]), departments_of_codes()[town]
        whole, part = read_official(source, sought), read_official(packs[department], sought)
        assert part.found == whole.found
        assert part.found
        assert (part.file.dated_on, part.file.covers, part.file.incomplete) == (date(2026, 4, 2), (department,), False)
