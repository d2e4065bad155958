"""Pictures: whole ones are drawn, every other thing is none, in little memory."""

from __future__ import annotations

import io
import random
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from msp_desktop.formats.pictures import picture


def drawn(kind: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((40, 30), 80).convert("RGB").save(out, kind)
    return out.getvalue()


WHOLE = {kind: drawn(kind) for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF")}


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def declared(width: int, height: int) -> bytes:
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_whole_picture_is_drawn(kind: str) -> None:
    found = picture(WHOLE[kind])
    assert found is not None
    assert found.size == (40, 30)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_another_kind_is_none(kind: str) -> None:
    assert picture(WHOLE[kind]) is None


@pytest.mark.parametrize("size", [(40_000, 40_000), (2**31 - 1, 2**31 - 1), (0, 0), (100_000_000, 1), (30_000, 30_000)])
def test_a_picture_larger_than_any_coat_of_arms_is_not_decoded(size: tuple[int, int]) -> None:
    assert picture(declared(*size)) is None


@given(st.sampled_from(["PNG", "JPEG"]), st.randoms(use_true_random=False), st.integers(1, 6), st.booleans())
@settings(max_examples=300, deadline=None)
def test_changed_bytes_are_a_picture_or_none(kind: str, chance: random.Random, flips: int, cut: bool) -> None:
    data = bytearray(WHOLE[kind])
    for _flip in range(flips):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    picture(bytes(data[: chance.randrange(len(data))] if cut else data))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_a_picture_or_none(data: bytes) -> None:
    picture(data)
    picture(b"\x89PNG\r\n\x1a\n" + data)
    picture(b"\xff\xd8\xff" + data)
