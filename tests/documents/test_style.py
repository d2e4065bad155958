"""Styles and spaces are as dense as the document being made, and letters keep their size."""

from __future__ import annotations

from msp_desktop.documents import blocks, style


def test_leading_and_spaces_follow_the_density_and_letters_do_not() -> None:
    loose, gap = style.style("bullet"), blocks.gap(10)
    with style.tightened(style.TIGHTER):
        dense, narrow = style.style("bullet"), blocks.gap(10)
    assert dense.fontSize == loose.fontSize
    assert dense.leading == loose.leading * 0.95
    assert dense.spaceAfter < loose.spaceAfter
    assert blocks.height_of([narrow]) < blocks.height_of([gap])
    assert style.style("bullet") is loose
