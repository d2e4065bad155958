"""Numbers, counts and lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats import NNBSP as NN
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, decimal, in_letters, inhabitants, listed, number, percent


@given(st.integers(0, 10**9))
def test_numbers_keep_their_digits(value: int) -> None:
    shown = number(value)
    assert int(shown.replace(NN, "")) == value
    assert all(len(group) <= 3 for group in shown.split(NN))


def test_counts_agree() -> None:
    assert inhabitants(1250) == f"1{NN}250{NB}habitants"
    assert inhabitants(1) == f"1{NB}habitant"
    assert inhabitants(None) == ""
    assert counted(0, "action") == f"0{NB}action"
    assert counted(2, "travail", "travaux") == f"2{NB}travaux"
    assert (in_letters(3), in_letters(1, feminine=True), in_letters(17)) == (
        "trois",
        "une",
        "17",
    )
    assert (decimal(6.0), decimal(2.5), decimal(12500)) == ("6", "2,5", f"12{NN}500")


def test_a_part_is_nothing_or_the_whole_only_where_it_is() -> None:
    shown = [percent(part, 1000) for part in (0, 1, 4, 500, 996, 999, 1000, 1100)]
    assert shown == [f"{figure}{NB}%" for figure in (0, 1, 1, 50, 99, 99, 100, 110)]


def test_a_list_of_words_reads_as_a_sentence() -> None:
    assert [listed(words) for words in ([], ["un"], ["un", "deux"], ["un", "deux", "trois"])] == [
        "", "un", "un et deux", "un, deux et trois",
    ]  # fmt: skip
    assert (agreeing(1, "départ"), agreeing(2, "départ"), agreeing(3, "travail", "travaux")) == (
        "départ", "départs", "travaux",
    )  # fmt: skip
