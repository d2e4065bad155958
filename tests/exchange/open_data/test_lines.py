from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.exchange.open_data.errors import NotOfficialError
from msp_desktop.exchange.open_data.lines import LONGEST_LINE, line_blocks, words
from msp_desktop.exchange.open_data.streams import opened


def blocks_of(path: Path, size: int) -> list[bytes]:
    with opened(path, lambda head: True) as stream:
        return list(line_blocks(stream, size))


@given(
    lines=st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"|")), min_size=1, max_size=30),
    ending=st.sampled_from([b"\n", b"\r\n"]),
    last=st.booleans(),
    size=st.integers(1, 60),
)
def test_lines_are_whole_whatever_the_block(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], ending: bytes, last: bool, size: int
) -> None:
    content = b"x" + ending.join(lines) + (ending if last else b"")
    path = tmp_path_factory.getbasetemp() / "lines.txt"
    path.write_bytes(content)
    blocks = blocks_of(path, size)
    assert b"".join(blocks) == content
    assert all(block.endswith(b"\n") for block in blocks[:-1])
    assert all(blocks)


def test_a_line_without_end_is_no_official_file(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (LONGEST_LINE + 10))
    with pytest.raises(NotOfficialError):
        blocks_of(path, 1 << 18)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        ("Évaux-les-Bains".encode(), "Évaux-les-Bains"),
        ("Évaux l\u2019Hôpital".encode("cp1252"), "Évaux l\u2019Hôpital"),
        (b'  Le "Clos"\t\x00 23\r', 'Le "Clos" 23'),
        (b"\x81\xff", "\ufffdÿ"),
        ("a\u2028b\u202ec".encode(), "a b c"),
    ],
)
def test_a_field_is_words_on_one_line(raw: bytes, text: str) -> None:
    assert words(raw) == text
