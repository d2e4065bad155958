"""The one file embedded in a PDF: found where it is said to be, and never more than it."""

from __future__ import annotations

import zlib

import pytest

from msp_desktop.domain.carried.data import NAME
from msp_desktop.domain.carried.envelope import LONGEST
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.exchange.carried.pdf import embedded
from tests.exchange.carried.papers import objects, paper, specification, stream

CONTENT = b'{"format":"sante-100-jours/donnees"}'
CATALOG = b"<</Type/Catalog/AF[2 0 R %s]>>"


def why(content: bytes) -> Why:
    with pytest.raises(RefusedError) as refused:
        embedded(content, NAME)
    return refused.value.why


@pytest.mark.parametrize(
    ("root", "entries"),
    [
        (b"/AF[2 0 R]", b"/Filter/FlateDecode"),
        (b"/AF[2 0 R]", b""),
        (b"/AF[2 0 R 2 0 R]", b""),
        (b"/Names<</EmbeddedFiles<</Names[(donnees.json) 2 0 R]>>>>", b"/Filter/FlateDecode"),
    ],
)
def test_it_is_found_listed_either_way_deflated_or_not(root: bytes, entries: bytes) -> None:
    content = paper(CONTENT, root=root, entries=entries)
    assert embedded(content, NAME) == CONTENT
    assert embedded(b"\r\n\0 something before\n" + content, NAME) == CONTENT


def test_only_the_exact_name_is_taken() -> None:
    assert embedded(paper(CONTENT, "reponse.json"), "reponse.json") == CONTENT
    assert [why(paper(CONTENT, name)) for name in ("reponse.json", "Donnees.json", "donnees.json.exe", "")] == [
        Why.NO_DATA
    ] * 4


def test_two_streams_of_the_name_are_refused_and_twice_the_same_is_one() -> None:
    two = objects(CATALOG % b"3 0 R", specification(4), specification(5), stream(CONTENT), stream(CONTENT))
    same = objects(CATALOG % b"3 0 R", specification(4), specification(4), stream(CONTENT))
    assert why(two) is Why.AMBIGUOUS
    assert embedded(same, NAME) == CONTENT


def test_what_is_larger_than_any_of_ours_is_not_inflated() -> None:
    assert embedded(paper(b" " * LONGEST), NAME) == b" " * LONGEST
    assert why(paper(b" " * (LONGEST + 1))) is Why.TOO_LARGE
    assert why(paper(b" " * (LONGEST + 1), entries=b"")) is Why.TOO_LARGE


@pytest.mark.parametrize(
    "embedded_stream",
    [
        stream(zlib.compress(CONTENT)[:-6], b"/Filter/FlateDecode"),
        stream(CONTENT, b"/Filter/FlateDecode"),
        stream(zlib.compress(CONTENT), b"/Filter[/FlateDecode/FlateDecode]"),
        stream(zlib.compress(CONTENT), b"/Filter/FlateDecode/DecodeParms<</Predictor 12>>"),
        stream(CONTENT, b"/Filter/LZWDecode"),
        b"<</Not/AStream>>",
        b"[3 0 R]",
        b"3 0 R",
        b"null",
    ],
)
def test_anything_but_one_plain_or_deflated_stream_is_damaged(embedded_stream: bytes) -> None:
    assert why(objects(CATALOG % b"", specification(3), embedded_stream)) is Why.DAMAGED


def test_a_protected_one_says_so() -> None:
    key = b"/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]"
    lock = b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%s)/U(%s)>>" % (b"o" * 32, b"u" * 32)
    assert why(objects(CATALOG % b"", specification(3), stream(CONTENT), lock, trailer=key)) is Why.ENCRYPTED
