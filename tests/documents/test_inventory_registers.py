"""A register that goes round the table says where an offer comes from and when it was checked, and names nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Offer
from msp_desktop.services import inventory as service
from tests.documents.test_inventory import fill, write


def test_the_source_of_an_offer_is_printed_unless_it_names_somebody(store: Store, tmp_path: Path) -> None:
    fill(store)
    checked = {"checked_on": date(2026, 4, 14)}
    service.add_row(store, Change(Offer, kind="pharmacie", name="A", source="FINESS du 2 avril 2026", **checked))
    service.add_row(store, Change(Offer, kind="pharmacie", name="B", source="Mme Nomsecret0", **checked))
    text = " ".join(write(store, "inventory", tmp_path)[0].replace("\u00a0", " ").split())
    assert "Source : FINESS du 2 avril 2026" in text
    assert "Nomsecret" not in text
    assert "Vérifié le 14 avril 2026" in text
