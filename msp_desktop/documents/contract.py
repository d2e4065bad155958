"""The head of the papers of a contract: who carries it, what it is called, on every page."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from msp_desktop.documents.common import furniture
from msp_desktop.documents.page import Furniture
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.sheet_words import Contract


def contract_furniture(head: Letterhead, contract: Contract, title: str, made_on: date) -> Furniture:
    """Return the furniture of a paper of the contract; the commune's arms stand beside its own name alone."""
    own = head if not contract.carrier else replace(head, arms=None)
    return furniture(own, title, made_on, running=contract.title, heading=contract.carrier)
