"""A dossier is brought home from a synchronised folder without touching the first one."""

from __future__ import annotations

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune
from msp_desktop.paths import dossiers_folder
from msp_desktop.services.dossiers import bring_home


def test_a_dossier_brought_home_is_a_whole_copy_and_the_first_one_stays(store: Store) -> None:
    path = store.path
    close_dossier(store)
    before = path.read_bytes()
    home = bring_home(path)
    assert home == dossiers_folder() / path.name
    assert path.read_bytes() == before
    copy = open_dossier(home)
    assert copy.reader.one(Commune, 1).name == "Saint-Essai"
    close_dossier(copy)


def test_a_second_one_of_that_name_does_not_take_the_place_of_the_first(store: Store) -> None:
    path = store.path
    close_dossier(store)
    first = bring_home(path)
    second = bring_home(path)
    assert first != second
    assert first.exists()
    assert second.name == "saint-essai_2.msp100"
