"""Room for signatures, never alone on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, TopPadder

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.layout import flowables, gap, layout
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed
from msp_desktop.formats.french.towns import at_commune

_ROOM = 40 * mm


class Signer(Struct, frozen=True):
    """Who signs: « Le Maire, » and the name under the room for stamp and signature."""

    role: str
    name: str = ""


def _place_line(place: str, date: str) -> Flowable:
    words = f"Fait {at_commune(place)}, le {date or '______________________'}"
    return Text(typed(words), style.style("text"))


def signature(
    signer: Signer,
    place: str = "",
    date: str = "",
    *,
    room: float = _ROOM,
    beside: Sequence[Flowable] = (),
    receipt: Sequence[str] = (),
) -> Flowable:
    """Return one signature at 126 mm, with « Fait à …, le … » at 22 mm when a place is given.

    `room` is from the role to the name, in points; `beside` stands in the margin column, at the height of the name;
    `receipt` are lines at the height of the role, for another hand (« Reçu le … »).
    """
    left = [_place_line(place, date)] if place else list(beside)
    left += [Text(typed(line), style.style("text")) for line in receipt]
    right: list[Flowable] = [
        *flowables(signer.role), gap((room - 14.5) / mm), *flowables(signer.name),
    ]  # fmt: skip
    first = 104 * mm
    commands: list[tuple[Any, ...]] = []
    if beside:
        commands = [("VALIGN", (0, 0), (0, 0), "BOTTOM"), ("RIGHTPADDING", (0, 0), (0, 0), 60 * mm)]
    block = layout([[left or "", right]], [first, style.TEXT_WIDTH - first], commands)
    block.splitInRow = 0
    return block


def signatures(signers: Sequence[Signer], place: str, date: str = "", *, at_foot: bool = True) -> Flowable:
    """Return two or three zones of 52 mm under « Fait à …, le … », anchored to the foot of the page."""
    columns = [
        [Text(typed(s.role, fonts.BOLD), style.style("text_bold")), gap(32), *flowables(s.name or " ")] for s in signers
    ]
    count = len(signers)
    commands: list[tuple[Any, ...]] = [("TOPPADDING", (0, 0), (-1, -1), 4 * mm)]
    roles = layout([[c[:2] for c in columns]], [58 * mm] * count, commands)
    names = layout(
        [[part for c in columns for part in ([c[2:]], "")][:-1]],
        [52 * mm if n % 2 == 0 else 6 * mm for n in range(2 * count - 1)],
        [
            ("TOPPADDING", (0, 0), (-1, -1), 2 * mm),
            *[("LINEABOVE", (2 * n, 0), (2 * n, 0), style.ITEM_RULE, style.LINE) for n in range(count)],
        ],
    )
    content = [_place_line(place, date), roles, names]
    frame: list[tuple[Any, ...]] = [
        ("LEFTPADDING", (0, 0), (-1, -1), style.HANG), ("TOPPADDING", (0, 0), (-1, -1), 4 * mm),
        ("LINEABOVE", (0, 0), (-1, 0), style.SECTION_RULE, style.INK),
    ]  # fmt: skip
    block = layout([[content]], [style.TEXT_WIDTH + 2 * style.HANG], frame, overhang=style.HANG)
    block.splitInRow = 0
    return TopPadder(block) if at_foot else block
