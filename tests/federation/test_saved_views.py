"""The ways to look at the communes are kept in the base, under their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.domain.federated.communes import Chosen, Order, View
from msp_desktop.errors import UserError
from msp_desktop.federation.saved_views import forget_view, save_view, saved_views
from tests.federation.made_up import base_of


def test_a_view_is_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    base = base_of(tmp_path, [])
    meuse = save_view(base, View(name="  Meuse\nen retard ", chosen=Chosen(department="55", with_late=True)))
    assert meuse.name == "Meuse en retard"
    other = save_view(base, View(name="Autres", order=Order.DAY))
    assert saved_views(base) == (other, meuse)
    save_view(base, View(name="Autres", order=Order.LATE))
    assert saved_views(base)[0].order is Order.LATE
    forget_view(base, "Autres")
    forget_view(base, "nobody's")
    assert saved_views(base) == (meuse,)
    with pytest.raises(UserError):
        save_view(base, View(name=" \n"))
    base.close()
