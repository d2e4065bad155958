"""The inventory filled from the official file that somebody brought on a stick: read, looked through, added, taken back."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.official import OfficialFile
from tests.exchange.open_data.rpps_rows import put, row, text_of
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey

#: What the parts of the inventory are: buttons, or a list where these have no room.
_PARTS = ("radio button", "combo box")


@journey
def test_an_official_file_fills_the_inventory_and_one_undo_takes_it_back(desktop: Desktop) -> None:
    path = desktop.new("23096")
    with desktop.opens(path) as someone:
        someone.click("État des lieux", "page tab")
        someone.click("Commencer l’état des lieux")
        someone.click("Pré-remplir…")
        someone.click("Choisir les fichiers…")
        someone.is_at("Nom de fichier")
        someone.type(str(_brought(desktop.folder)))
        someone.press("Return")
        someone.click("Lire 1 fichier")
        someone.reads("Rien n’est encore écrit.")
        someone.click("Ajouter 2")
        someone.hears("2 lignes de fichiers officiels reprises")
        someone.reads("2 ajoutés.")
        someone.click("Fermer")
        someone.is_at("Pré-remplir…")
        if someone.sees("La grille", "combo box"):  # where the parts have no room they are a list
            someone.go_to("La grille", "shift+Tab")
            someone.press("Down")
        else:
            someone.click("Parties de l’état des lieux : Professionnels", "radio button")
        someone.see("Professionnels 2", *_PARTS)
        someone.press("ctrl+z")
        someone.hears("Annulé")
        someone.see("Professionnels 0", *_PARTS)
    assert _kept(path) == (0, 0)
    assert not someone.unnamed
    assert someone.clicks <= 8


def _kept(path: Path) -> tuple[int, int]:
    store = open_dossier(path)
    found = len(store.reader.all(HealthProfessional)), len(store.reader.all(OfficialFile))
    close_dossier(store)
    return found


def _brought(folder: Path) -> Path:
    """Return an RPPS file of two professionals of Guéret and one of elsewhere."""
    lines = [
        row(1, Nom_d_exercice="CARPENTIER"),
        row(2, Nom_d_exercice="MARCHAND"),
        row(3, Nom_d_exercice="LOIN", Code_commune="75056"),
    ]
    return put(folder, text_of(lines))
