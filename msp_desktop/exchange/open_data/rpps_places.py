"""Where a row of the RPPS says that somebody practises: in a commune sought, or perhaps in one by its postcode."""

from __future__ import annotations

import re

from msgspec import Struct

from msp_desktop.exchange.open_data.rpps_columns import Row
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.formats.text import fold

#: A code that a commune may have: what else stands there (nothing, « 0 », « 23000 », « 99999 ») tells none.
COMMUNE = re.compile(rb"(?:0[1-9]|[1-8]\d|9[0-5]|2[AB])(?!000)\d{3}|9[78]\d{3}")
_FRANCE = "99000"
_CEDEX = re.compile(r"\bcedex\b.*", re.IGNORECASE)


class Where(Struct, frozen=True, gc=False):
    """Today's commune, or the communes it may be, those sought first, with the postcode and the town that the file says."""

    insee: str = ""
    possible: tuple[str, ...] = ()
    postcode: str = ""
    town: str = ""


class Places:
    """The communes sought, as rows are judged by them."""

    def __init__(self, sought: Sought) -> None:
        self._codes, self._postcodes = sought.codes, sought.postcodes
        self._names, self._sought = sought.names, sought.communes
        self._folded = {insee: fold(name) for insee, name in sought.names.items()}
        #: What a line is first judged by, before it is read: its own bytes.
        self.codes = frozenset(map(str.encode, sought.codes))
        self.postcodes = frozenset(map(str.encode, sought.postcodes))
        #: With what the codes and postcodes sought begin, after the pipe before them: « |23 ».
        self.prefixes = tuple(sorted({b"|" + code[:2] for code in (*self.codes, *self.postcodes)}))

    def judged(self, row: Row) -> Where | None:
        """Return where a row is, None where it is none of the communes sought, nor perhaps."""
        code = row.commune.upper()
        insee = self._codes.get(code)
        if insee:
            return Where(insee=insee, postcode=row.postcode, town=self._names[insee])
        if COMMUNE.fullmatch(code.encode()) or _is_abroad(row):
            return None
        said = row.cedex
        name = _CEDEX.sub("", said.lstrip("0123456789 ")).strip() or row.town
        postcode = row.postcode if row.postcode in self._postcodes else said[:5]
        sharing = self._postcodes.get(postcode, ())
        if sharing:
            folded = fold(name)
            named = tuple(insee for insee in sharing if folded and self._folded[insee] == folded)
            possible = named or sharing
        else:
            postcode = row.postcode
            possible = self._of_cedex(postcode, name) if _CEDEX.search(said) else ()
        if not possible:
            return None
        town = self._names[possible[0]] if len(possible) == 1 else name
        return Where(possible=possible, postcode=postcode, town=town)

    def _of_cedex(self, postcode: str, name: str) -> tuple[str, ...]:
        """Return the communes sought that a cedex names: its own postcode is no commune's, but begins as theirs."""
        folded = fold(name)
        return tuple(
            insee
            for insee in self._sought
            if self._folded[insee] == folded
            and any(postcode[:2] == own[:2] for own, communes in self._postcodes.items() if insee in communes)
        )


def _is_abroad(row: Row) -> bool:
    """Tell whether a row is of another country, whose postcodes may look like ours."""
    code = row.country
    if code:
        return code.startswith("99") and code != _FRANCE
    words = fold(row.country_words)
    return bool(words) and not words.startswith("france") and row.postcode[:2] not in ("97", "98")
