"""What a base takes and somebody should look at: a commune's code that is another one's, a place that other computers write."""

from __future__ import annotations

from msgspec.structs import replace

from msp_desktop.domain.federated.files import Receipt
from msp_desktop.exchange.communes import by_insee, is_called
from msp_desktop.i18n import _
from msp_desktop.places import Place


def official_name(insee: str) -> str:
    """Return what the national list calls the commune of a code, "" where it has none."""
    found = by_insee(insee)
    return found.name if found else ""


def doubted(receipt: Receipt) -> Receipt:
    """Return a receipt with what is to be checked where a commune's code is another one's: it was typed by somebody.

    The first time reads the national list, which takes half a second: not in a window's thread.
    """
    if not receipt.insee or is_called(receipt.insee, receipt.commune):
        return receipt
    official = official_name(receipt.insee)
    words = _("code {code}: {name}, to be checked") if official else _("code {code} of no commune known, to be checked")
    return replace(receipt, doubt=words.format(code=receipt.insee, name=official))


def place_doubt(place: Place) -> str:
    """Return what may come of a base that lies in a synchronised folder."""
    words = _(
        "The base lies {place}: two computers that open it at once could spoil it. Keep it on this computer alone."
    )
    return words.format(place=place.words)
