"""What is decided for a fleet: which source wins, what makes no sense and how it is said."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from msp_desktop import fleet, i18n
from msp_desktop.domain.mail import Way
from msp_desktop.fleet import Source
from msp_desktop.fleet.settings import SETTINGS
from msp_desktop.fleet.wrong import REASONS, WHERE
from msp_desktop.paths import data_folder, documents_path
from msp_desktop.services.preferences import THEMES


def test_the_strongest_source_that_makes_sense_wins() -> None:
    read = fleet.of_sources(
        {
            Source.FILE: {"Theme": "dark", "MinimumTextPercent": 125, "MailWay": "draft"},
            Source.USER: {"theme": "light", "MailWay": "télégramme"},
            Source.MACHINE: {"Theme": "AUTO", "MinimumTextPercent": 90},
        }
    )
    assert {key: (one.value, one.source) for key, one in read.chosen.items()} == {
        "Theme": ("auto", Source.MACHINE),
        "MinimumTextPercent": (125, Source.FILE),
        "MailWay": ("draft", Source.FILE),
    }
    assert [(wrong.name, wrong.source) for wrong in read.wrong] == [
        ("MinimumTextPercent", Source.MACHINE),
        ("MailWay", Source.USER),
    ]


def test_a_no_of_the_computer_beats_a_yes_of_the_user() -> None:
    read = fleet.of_sources({Source.MACHINE: {"DisableMail": 0}, Source.USER: {"DisableMail": 1, "DisableStick": "1"}})
    assert not read.forbids("DisableMail")
    assert read.forbids("DisableStick")
    assert not read.forbids("DisableImport")


def test_an_unknown_setting_is_told_by_its_name_alone() -> None:
    read = fleet.of_sources({Source.USER: {"Thème\x07" + "é" * 400: "/home/nadia"}})
    (wrong,) = read.wrong
    said = fleet.sentence(wrong)
    assert "Thème" in said
    assert "nadia" not in said
    assert "\x07" not in said
    assert len(said) < 250


def test_every_reason_and_place_is_said_in_french() -> None:
    for place in Source:
        for reason in REASONS:
            said = fleet.sentence(fleet.Wrong("Theme", place, reason))
            assert said.startswith("Réglage «")
            assert "{" not in said
            i18n.install("en")
            assert said != fleet.sentence(fleet.Wrong("Theme", place, reason))
            i18n.install("fr")
    assert set(WHERE) == {source.value for source in Source}


def test_the_words_of_a_choice_are_those_the_program_knows() -> None:
    choices = {setting.key: [value for value, _words in setting.choices] for setting in SETTINGS}
    assert choices["Theme"] == list(THEMES)
    assert choices["MailWay"] == [way.value for way in Way]


def test_the_file_beside_the_program_comes_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Sante100jours.exe"))
    monkeypatch.setenv("USERNAME", "nadia.roche")
    decided = {"DataFolder": f"{tmp_path}/parc/%username%"}
    (tmp_path / "reglages.json").write_text(json.dumps(decided), encoding="utf-8")
    fleet.install(None)
    assert data_folder() == tmp_path / "parc" / "nadia.roche"
    assert documents_path() == tmp_path / "documents"  # nobody decided: the environment's


def test_variables_stand_in_the_environments_paths_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERNAME", "nadia.roche")
    monkeypatch.setenv("SANTE100JOURS_DOCUMENTS", f"{tmp_path}/%USERNAME%/papiers")
    assert documents_path() == tmp_path / "nadia.roche" / "papiers"


@pytest.mark.parametrize(
    ("written", "reason"),
    [("%RIEN_DE_TEL%/santé", "variable"), ("santé", "folder"), ("~/santé", "folder"), ("/srv/a\nb", "folder"), ("/srv/50%", "folder")],
)  # fmt: skip
@pytest.mark.posix("paths that begin with /")
def test_half_a_path_in_the_environment_is_left_out_and_told(
    written: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the data's folder would be wherever the program was started from."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "partage"))
    monkeypatch.setenv("SANTE100JOURS_DATA", written)
    fleet.install(None)
    assert data_folder() == tmp_path / "partage" / "Sante100jours"
    (wrong,) = fleet.present().wrong
    assert (wrong.name, wrong.source, wrong.reason) == ("SANTE100JOURS_DATA", Source.ENVIRONMENT, reason)
    assert fleet.sentence(wrong).startswith("Réglage «\u00a0SANTE100JOURS_DATA\u00a0» (variable d’environnement)")


@pytest.mark.posix("paths that begin with /")
def test_quotation_marks_around_the_environments_path_are_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """« set SANTE100JOURS_DATA="D:\\Santé" » keeps them."""
    monkeypatch.setenv("SANTE100JOURS_DATA", f'"{tmp_path}/santé" ')
    assert data_folder() == tmp_path / "santé"
