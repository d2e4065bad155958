"""The town's corrections to the entry of its own federation, for tests."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.federations import FederationView
from msp_desktop.services.federations import correct_federation, own_code


def correct_own(store: Store, **values: str) -> None:
    """Write in place of what the directory says of the commune's own federation; "" for a name is the directory's."""
    correct_federation(store, own_code(store.reader.one(Commune, 1)), Change(FederationView, **values))
