"""Where a row of the RPPS says that somebody practises: in a commune sought, or perhaps in one by its postcode."""

from __future__ import annotations

import re

from msgspec import Struct

from msp_desktop.exchange.open_data.rpps_columns import Row
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.formats.text import fold

#: A code that a commune may have: what else stands there (nothing, « 0 », « 23000 », « 99999 ») tells none.
COMMUNE = re.compile(rb"(?:0[1-9]|[1-8]\d|9[0-5]|2[AB])(?!000)\d{3}|9[78]\d{3}", re.IGNORECASE)
_FRANCE = b"99000"
_CEDEX = re.compile(r"\bcedex\b.*", re.IGNORECASE)


class Where(Struct, frozen=True):
    """Today's commune, or the communes it may be, those sought first, with the postcode and the town that the file says."""

    insee: str = ""
    possible: tuple[str, ...] = ()
    postcode: str = ""
    town: str = ""


class Places:
    """The communes sought, as rows are judged by them."""

    def __init__(self, sought: Sought) -> None:
        self.codes = {code.encode(): insee for code, insee in sought.codes.items()}
        self.postcodes = {postcode.encode(): communes for postcode, communes in sought.postcodes.items()}
        self._names = sought.names
        self._folded = {insee: fold(name) for insee, name in sought.names.items()}
        self._sought = sought.communes
        #: With what the codes and postcodes sought begin, after the pipe before them: « |23 ».
        self.prefixes = tuple(sorted({b"|" + code[:2] for code in (*self.codes, *self.postcodes)}))

    def judged(self, row: Row) -> Where | None:
        """Return where a row is, None where it is none of the communes sought, nor perhaps."""
        code = row.raw("commune")
        insee = self.codes.get(code)
        if insee:
            return Where(insee=insee, postcode=row.words("postcode"), town=self._names[insee])
        if COMMUNE.fullmatch(code) or _is_abroad(row):
            return None
        said = row.words("cedex")
        name = _CEDEX.sub("", said.lstrip("0123456789 ")).strip() or row.words("town")
        postcode = row.raw("postcode") if row.raw("postcode") in self.postcodes else row.raw("cedex")[:5]
        sharing = self.postcodes.get(postcode, ())
        if sharing:
            folded = fold(name)
            named = tuple(insee for insee in sharing if folded and self._folded[insee] == folded)
            possible = named or sharing
        else:
            postcode = row.raw("postcode")
            possible = self._of_cedex(postcode, name) if _CEDEX.search(said) else ()
        if not possible:
            return None
        town = self._names[possible[0]] if len(possible) == 1 else name
        return Where(possible=possible, postcode=postcode.decode("ascii", "replace"), town=town)

    def _of_cedex(self, postcode: bytes, name: str) -> tuple[str, ...]:
        """Return the communes sought that a cedex names: its own postcode is no commune's, but has their department's figures."""
        folded = fold(name)
        return tuple(
            insee
            for insee in self._sought
            if self._folded[insee] == folded
            and any(postcode[:2] == own[:2] for own, communes in self.postcodes.items() if insee in communes)
        )


def _is_abroad(row: Row) -> bool:
    """Tell whether a row is of another country, whose postcodes may look like ours."""
    code = row.raw("country").strip()
    if code:
        return code.startswith(b"99") and code != _FRANCE
    words = fold(row.words("country_words"))
    return bool(words) and not words.startswith("france") and row.raw("postcode")[:2] not in (b"97", b"98")
