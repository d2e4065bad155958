"""The words, codes and moments a stranger's file may hold: each type is its own limit, in the decoder and in the schema.

A pattern ends with « $(?!\\n) »: Python's « $ » also matches before a last line feed, JSON Schema's does not. Control
characters are refused, since PostgreSQL refuses NUL and a whole batch with it, and so are the marks that turn text around.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

_TURNED = r"\u202a-\u202e\u2066-\u2069"

Code = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$(?!\n)")]
Insee = Annotated[str, Meta(pattern=r"^(?:[0-9]{2}|2[AB])[0-9]{3}$(?!\n)")]
#: The code of a department: 01, 2A, 974.
Department = Annotated[str, Meta(pattern=r"^(?:[0-9]{2,3}|2[AB])?$(?!\n)")]
#: The SIREN of an EPCI.
Siren = Annotated[str, Meta(pattern=r"^(?:[0-9]{9})?$(?!\n)")]
#: What tells a dossier from others for ever, and a content from others: 32 figures of base 16.
Uid = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$(?!\n)")]
Words = Annotated[str, Meta(max_length=300, pattern=rf"^[^\x00-\x1f\x7f-\x9f{_TURNED}]*$(?!\n)")]
#: Words that say something: the name of a commune.
Named = Annotated[str, Meta(max_length=300, pattern=rf"^(?=[\s\S]*\S)[^\x00-\x1f\x7f-\x9f{_TURNED}]*$(?!\n)")]
Text = Annotated[str, Meta(max_length=4000, pattern=rf"^[^\x00-\x08\x0b-\x1f\x7f-\x9f{_TURNED}]*$(?!\n)")]
Moment = Annotated[datetime, Meta(tz=True)]
#: How many people, actions…
Count = Annotated[int, Meta(ge=0, le=10_000)]


class Told(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something a file tells: unknown fields are ignored, since a later application may add some; wrong values are refused.

    `frozen` is inherited, `kw_only` is not: each type says it again.
    """
