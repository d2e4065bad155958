from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msp_desktop.domain.official import FileFound, FileKind, FoundProfessional, Standing
from msp_desktop.exchange.open_data import rpps
from msp_desktop.exchange.open_data.errors import NotOfficialError
from msp_desktop.exchange.open_data.gathering import Gathered
from msp_desktop.exchange.open_data.recognise import kind_of, read_official
from msp_desktop.exchange.open_data.rpps_columns import BEGINS, Row, columns_of
from msp_desktop.exchange.open_data.rpps_places import Places
from msp_desktop.exchange.open_data.sought import Sought, sought_of
from msp_desktop.exchange.open_data.streams import opened
from tests.exchange.open_data.rpps_rows import HEADER, nowhere, put, read_lines, row, text_of
from tests.exchange.open_data.test_streams import zipped
from tools.make_national_files import all_places, rpps_rows

SOUGHT = sought_of(["23096", "23176", "23079"])
FAR = sought_of(["23096", "48095", "75056", "2A004", "97411"])
LINES = list(rpps_rows([place for place in all_places() if place.department in ("23", "48", "97")], 3000, seed=16))


def by_splitting(lines: list[str], sought: Sought) -> set[tuple[str, str]]:
    """Return who is counted or set aside in each commune, as plainly as can be told."""
    found = set()
    for line in lines:
        parts = line.split("|")
        if len(parts) > 36 and parts[36] in sought.codes:
            found.add((parts[1], sought.codes[parts[36]]))
    return found


def perhaps_by_splitting(lines: list[str], sought: Sought) -> set[tuple[str, str]]:
    """Return who may be in a commune by a postcode, with the postcode."""
    found = set()
    for line in lines:
        parts = line.split("|")
        if len(parts) < 39 or parts[36] not in ("", "0") or parts[38] not in ("", "99000"):
            continue
        postcode = parts[35] if parts[35] in sought.postcodes else parts[34][:5]
        if postcode in sought.postcodes:
            found.add((parts[1], postcode))
    return found


def people(found: FileFound) -> Iterator[FoundProfessional]:
    for one in found.found:
        assert isinstance(one, FoundProfessional)
        yield one


def told(found: FileFound) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    here = {(one.rpps, one.insee) for one in people(found) if one.insee}
    perhaps = {(one.rpps, one.postcode) for one in people(found) if not one.insee}
    assert len(here) + len(perhaps) == len(found.found)
    return here, perhaps


@pytest.mark.parametrize("sought", [SOUGHT, FAR, sought_of(["23096", "48095"])], ids=["one prefix", "many", "two"])
def test_it_finds_what_splitting_every_line_finds(tmp_path: Path, sought: Sought) -> None:
    here, perhaps = told(read_official(put(tmp_path, text_of(LINES)), sought))
    assert here == by_splitting(LINES, sought)
    assert perhaps == perhaps_by_splitting(LINES, sought)
    assert here
    assert perhaps


SHAPES = {
    "plain": text_of(LINES),
    "BOM": b"\xef\xbb\xbf" + text_of(LINES),
    "CRLF": text_of(LINES, ending="\r\n"),
    "no last line feed": text_of(LINES, last=False),
    "trailing pipe": text_of([f"{line}|" for line in LINES], header=f"{HEADER}|"),
    "trailing pipe in rows alone": text_of([f"{line}|" for line in LINES]),
    "blank lines": text_of([*LINES[:1000], "", *LINES[1000:], "", ""]),
    "former wordings": text_of(
        LINES, header=HEADER.replace("(coord. structure)", "(Structure)").replace("Code commune", "CODE COMMUNE")
    ),
    "gz": gzip.compress(text_of(LINES), 1),
    "zip": zipped(
        {"PS_LibreAcces_Dipl_AutExerc.txt": b"Type d'identifiant PP|Identifiant PP\n" * 99_999, "a": text_of(LINES)}
    ),
} | {
    f"{missing} columns missing": text_of([line.rsplit("|", missing)[0] for line in LINES]) for missing in (1, 2, 3, 4)
}


@pytest.mark.parametrize("shape", SHAPES)
def test_it_finds_the_same_in_whatever_shape(tmp_path: Path, shape: str) -> None:
    plain = read_official(put(tmp_path, text_of(LINES)), SOUGHT)
    path = put(tmp_path, SHAPES[shape], "whatever.bin")
    found = read_official(path, SOUGHT)
    assert kind_of(path) is FileKind.RPPS
    assert told(found) == told(plain)
    assert not found.file.incomplete
    assert found.file.lines == len(LINES) + (3 if shape == "blank lines" else 0)
    if "missing" not in shape:
        assert found.found == plain.found


def read_by(path: Path, sought: Sought, size: int) -> FileFound:
    with opened(path, rpps.recognises) as stream:
        gathered = Gathered()
        return gathered.whole(rpps.read(stream, sought, gathered.take, size))


@settings(max_examples=40)
@given(size=st.integers(1, 3000), last=st.booleans(), sought=st.sampled_from([SOUGHT, FAR]), seed=st.integers(0, 9))
def test_any_size_of_block_finds_the_same(
    tmp_path_factory: pytest.TempPathFactory, size: int, last: bool, sought: Sought, seed: int
) -> None:
    lines = random.Random(seed).sample(LINES, 40) + [row(number) for number in range(3)]
    ragged = [line.rsplit("|", cut % 5)[0] if cut % 3 else f"{line}|more" for cut, line in enumerate(lines)]
    path = put(tmp_path_factory.getbasetemp(), text_of(ragged, last=last))
    assert read_by(path, sought, size) == read_by(path, sought, 1 << 18)


def _moved(lines: list[str], moves: list[tuple[int, int, int, str]]) -> list[str]:
    """Return lines of which a pipe went from one to another, and something else came in."""
    for source, target, place, more in moves:
        taken, given = lines[source % len(lines)], target % len(lines)
        at = [place for place, letter in enumerate(taken) if letter == "|"]
        cut = at[place % len(at)] if at else 0
        lines[source % len(lines)] = taken[:cut] + taken[cut + 1 :]
        where = place % (len(lines[given]) + 1)
        lines[given] = lines[given][:where] + more + lines[given][where:]
    return lines


@settings(max_examples=60)
@given(
    moves=st.lists(
        st.tuples(
            st.integers(0, 39), st.integers(0, 39), st.integers(0, 400), st.sampled_from(["|", "|", "||23096|", ""])
        ),
        max_size=6,
    ),
    seed=st.integers(0, 9),
)
def test_a_pipe_too_many_beside_one_too_few_changes_nothing_of_the_others(
    moves: list[tuple[int, int, int, str]], seed: int
) -> None:
    """Cut from the end where all lines are alike, each from its beginning where they are not."""
    places, columns = Places(FAR), columns_of(HEADER.encode())
    assert columns is not None
    lines = [f"{line}\n".encode() for line in _moved(random.Random(seed).sample(LINES, 40), moves)]
    each = [line for line in lines if rpps.perhaps(line + b"|\n", columns, places)]
    assert rpps.perhaps(b"".join(lines), columns, places) == each


def test_what_is_found_is_in_the_file_s_order(tmp_path: Path) -> None:
    for sought in (["23096"], ["23096", "48095"], ["23096", "48095", "29019"]):
        lines = [row(number, Code_commune=("48095" if number % 3 else "23096")) for number in range(50)]
        found = read_lines(tmp_path, *lines, communes=sought)
        numbers = [one.rpps for one in people(found)]
        assert numbers == sorted(numbers)


def test_what_the_file_is(tmp_path: Path) -> None:
    file = read_lines(tmp_path, row(1), row(2), row(3, Code_commune="48095")).file
    assert (file.kind, file.dated_on, file.lines, file.kept) == (FileKind.RPPS, date(2026, 4, 14), 3, 2)
    assert (file.incomplete, file.covers) == (False, ())
    assert read_lines(tmp_path).file.lines == 0


@pytest.mark.parametrize("missing", [0, 4])
def test_a_file_that_was_cut_says_so(tmp_path: Path, missing: int) -> None:
    lines = [line.rsplit("|", missing)[0] if missing else line for line in LINES[:300]]
    whole = text_of(lines)
    last = whole.rindex(b"\n", 0, -1) + 1
    for cut in range(last + 1, len(whole) - 1, 5):
        found = read_official(put(tmp_path, whole[:cut]), SOUGHT)
        if whole[:cut].count(b"|") < whole.count(b"|"):
            assert found.file.incomplete, whole[last:cut]
    assert not read_official(put(tmp_path, whole), SOUGHT).file.incomplete
    assert not read_official(put(tmp_path, whole[:-1]), SOUGHT).file.incomplete


def test_a_cut_in_the_very_first_line_says_so(tmp_path: Path) -> None:
    whole = text_of([row(1)])
    assert read_official(put(tmp_path, whole[: len(text_of([])) + 40]), SOUGHT).file.incomplete


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_a_header_alone_was_cut_there(tmp_path: Path, ending: str) -> None:
    assert read_official(put(tmp_path, (HEADER + ending).encode()), SOUGHT).file.incomplete


def test_a_code_in_small_letters_is_that_of_corse(tmp_path: Path) -> None:
    lines = [row(1, Code_commune="2a004", Code_postal="20090"), row(2, Code_commune="2b033", Code_postal="20200")]
    for sought in (FAR, sought_of(["2A004"])):
        assert [one.insee for one in people(read_official(put(tmp_path, text_of(lines)), sought))] == ["2A004"]


def test_a_tick_is_told_the_bytes_and_may_end_it(tmp_path: Path) -> None:
    path = put(tmp_path, text_of(LINES))
    done: list[int] = []
    read_official(path, SOUGHT, done.append)
    assert done[-1] == path.stat().st_size

    class CancelledError(Exception):
        pass

    def cancel(_done: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_official(path, SOUGHT, cancel)


OTHERS = {
    "skills": b"Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Code savoir-faire\n8|1|81|PETIT|SM54\n",
    "mailboxes": b"Type de BAL|Adresse BAL|Identifiant PP|Nom d'exercice|Code profession|Code postal|Code commune\n",
    "commas": HEADER.replace("|", ",").encode(),
    "another alphabet": text_of(LINES[:50]).decode().encode("utf-16"),
    "words": b"Bonjour,\nvoici le fichier.\n",
    "random": random.Random(3).randbytes(5000),
    "nothing but pipes": b"|" * 70_000,
}


@pytest.mark.parametrize("other", OTHERS)
def test_another_file_is_refused_in_one_sentence(tmp_path: Path, other: str) -> None:
    with pytest.raises(NotOfficialError) as refused:
        read_official(put(tmp_path, OTHERS[other]), SOUGHT)
    assert "\n" not in refused.value.sentence


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOfficialError):
        read_official(put(tmp_path, text_of([row(1), "a" * 5_000_000])), SOUGHT)


def test_any_bytes_after_the_header_break_nothing(tmp_path: Path) -> None:
    draw = random.Random(16)
    for _time in range(40):
        noise = bytes(draw.choices(b"|\n\r23096 \xff\xc3\x00\"'", k=3000))
        content = bytearray(text_of(LINES[:60]))
        for _change in range(30):
            content[draw.randrange(len(text_of([])), len(content))] = draw.randrange(256)
        found = read_official(put(tmp_path, bytes(content) + noise), FAR)
        assert all(one.standing is not Standing.HERE or one.insee for one in people(found))


def test_too_many_rows_are_no_official_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rpps, "MOST_KEPT", 5)
    with pytest.raises(NotOfficialError):
        read_lines(tmp_path, *(row(number) for number in range(6)))


def test_a_postcode_abroad_is_nobody_s(tmp_path: Path) -> None:
    abroad = nowhere(Code_postal="23000", Code_pays="99127", Libellé_pays="Italie", Libellé_commune="Sondrio")
    named = nowhere(Code_postal="23000", Libellé_pays="Italie")
    assert read_lines(tmp_path, row(1, **abroad), row(2, **named)).found == ()


def test_the_lines_of_a_large_file_are_told_from_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rpps, "COUNTED", 1 << 16)
    for sought in (SOUGHT, FAR):
        told = read_by(put(tmp_path, text_of(LINES)), sought, 1 << 14).file.lines
        assert told == pytest.approx(len(LINES), rel=0.05)


def test_a_row_has_the_columns_that_are_read_in_their_order() -> None:
    assert Row.__struct_fields__ == tuple(BEGINS)
