"""What is set on this computer, and who decided it, as support and the IT service read it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from msp_desktop import fleet
from msp_desktop.fleet import Chosen, Fleet, Source
from msp_desktop.paths import kept_in
from msp_desktop.services import preferences as prefs
from msp_desktop.services.diagnostic import diagnostic
from msp_desktop.services.fleet_settings import decided_titles, shown_settings

DECIDED = Fleet(
    {
        "DataFolder": Chosen("/srv/nadia.roche", Source.MACHINE),
        "Theme": Chosen("dark", Source.FILE),
        "MinimumTextPercent": Chosen(125, Source.USER),
        "FederationEmail": Chosen("nadia.roche@exemple.fr", Source.FILE),
        "DisableMail": Chosen(True, Source.MACHINE),
        "DisableStick": Chosen(False, Source.MACHINE),
    },
    (fleet.Wrong("MailWay", Source.FILE, "choice"),),
)


def test_each_setting_is_told_with_its_value_and_its_origin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SANTE100JOURS_DOCUMENTS")
    prefs.save(prefs.Preferences(theme="light", text_percent=150))
    before = {shown.setting.key: (shown.value, shown.origin) for shown in shown_settings()}
    assert before["DataFolder"] == (str(tmp_path / "donnees"), "environment")
    assert before["DocumentsFolder"][1] == "default"
    assert before["Theme"] == ("light", "preferences")
    assert before["MinimumTextPercent"] == (150, "preferences")
    assert before["MailWay"] == ("auto", "default")
    assert before["DisableMail"] == (False, "default")

    fleet.install(DECIDED)
    after = {shown.setting.key: (shown.value, shown.origin) for shown in shown_settings()}
    assert after["DataFolder"] == ("/srv/nadia.roche", "machine-policy")
    assert after["Theme"] == ("dark", "file")
    assert after["MinimumTextPercent"] == (125, "user-policy")
    assert after["DisableMail"] == (True, "machine-policy")


def test_what_cannot_be_read_makes_and_moves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "donnees"
    assert shown_settings()
    assert not folder.exists()
    folder.mkdir()
    (folder / prefs.NAME).write_bytes(b"{")
    assert shown_settings()
    assert [path.name for path in folder.iterdir()] == [prefs.NAME]


@pytest.mark.posix("/proc")
def test_the_diagnostic_names_the_settings_but_no_path_and_no_name() -> None:
    fleet.install(Fleet({**DECIDED.chosen, "DataFolder": Chosen("/proc/nadia.roche", Source.MACHINE)}, DECIDED.wrong))
    text = diagnostic(datetime(2026, 4, 28, 12), [], None, None).replace("\u00a0", " ")
    assert "nadia" not in text
    assert "Réglé par le service informatique : Dossier des données, non montré ici (stratégie de l’ordinateur)" in text
    assert "Réglé par le service informatique : Thème, dark (fichier de réglages)" in text
    assert "Pas de courriels, oui" in text
    assert "Réglage « MailWay » (fichier de réglages) : écrivez un mot parmi auto, mapi" in text


def test_only_what_people_meet_is_said_to_be_set() -> None:
    assert decided_titles() == ()
    fleet.install(DECIDED)
    assert "Pas de courriels" in decided_titles()
    assert "Pas de copie sur une clé" not in decided_titles()


def test_preferences_keep_what_people_chose_while_the_fleet_decides() -> None:
    mine = prefs.Preferences(theme="light", text_percent=110)
    fleet.install(DECIDED)
    assert (mine.shown_theme, mine.shown_percent) == ("dark", 125)
    assert prefs.Preferences(text_percent=200).shown_percent == 200
    prefs.save(mine)
    assert prefs.load()[0] == mine


def test_dossiers_known_before_the_fleet_moved_the_data_stay_in_the_list(tmp_path: Path) -> None:
    known = prefs.Preferences(theme="dark").with_recent(
        prefs.Recent(str(tmp_path / "donnees" / "a.msp100"), "Aubusson")
    )
    prefs.save(known)
    fleet.install(Fleet({"DataFolder": Chosen(str(tmp_path / "parc"), Source.MACHINE)}))
    found, damaged = prefs.load()
    assert (found, damaged) == (known, None)
    prefs.save(prefs.Preferences(theme="light"))
    assert prefs.load()[0] == prefs.Preferences(theme="light")  # from then on, those of the new place
    with kept_in(tmp_path / "essai"):
        assert prefs.load() == (prefs.Preferences(), None)
    (tmp_path / "donnees" / prefs.NAME).write_bytes(b"{")
    (tmp_path / "parc" / prefs.NAME).unlink()
    assert prefs.load() == (prefs.Preferences(), None)
