"""Dossiers made, opened, copied and closed; what is said of the commune itself."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from msp_desktop.db.copies import copies_in, verified
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, CommuneEntry, Picture, Round
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.missions import Mission
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Briefing
from msp_desktop.errors import UserError
from msp_desktop.paths import backups_folder
from msp_desktop.services.dossiers import (
    LARGEST_ARMS,
    change_arms,
    close,
    commune_from,
    new_dossier,
    open_existing,
    proposed_path,
    safe_copy,
    starts_late,
    update_commune,
)
from msp_desktop.services.sample import make_sample
from tests.conftest import NOW
from tests.disk import no_file_beyond
from tests.dossiers import COMMUNE, TODAY

GUERET = CommuneEntry(
    "23096", "Guéret", "23", "Creuse", "75", "Nouvelle-Aquitaine", ("23000",), 12500, "200034825", "CA du Grand Guéret", 25
)  # fmt: skip


@pytest.mark.parametrize(
    ("start", "elected"),
    [
        (date(2026, 3, 22), Round.FIRST),
        (date(2026, 3, 29), Round.SECOND),
        (date(2026, 3, 21), Round.UNKNOWN),
        (date(2027, 1, 10), Round.UNKNOWN),
    ],
)
def test_the_round_is_known_from_the_day_proposed(start: date, elected: Round) -> None:
    assert commune_from(GUERET, start).elected_round is elected


def test_day_0_is_the_installation_unless_another_is_chosen() -> None:
    start = date(2026, 3, 22)
    assert commune_from(GUERET, start).day_zero == start
    later = commune_from(GUERET, start, date(2026, 9, 1))
    assert (later.mandate_start, later.day_zero) == (start, date(2026, 9, 1))
    assert (later.name, later.postcode, later.region_code) == ("Guéret", "23000", "75")


def test_a_commune_without_a_postcode_has_none() -> None:
    entry = CommuneEntry("1", "X", "23", "Creuse", "75", "", (), None, "", "", 0)
    assert commune_from(entry, date(2026, 3, 22)).postcode == ""


@pytest.mark.parametrize(("days", "late"), [(0, False), (100, False), (101, True)])
def test_starting_today_is_proposed_beyond_the_hundredth_day(days: int, late: bool) -> None:
    start = date(2026, 3, 22)
    assert starts_late(start, date.fromordinal(start.toordinal() + days)) is late


def test_a_new_dossier_has_the_method_s_content_and_nothing_to_undo(tmp_path: Path) -> None:
    store = new_dossier(tmp_path / "x.msp100", COMMUNE)
    assert [len(store.reader.all(record)) for record in (Action, Finding)] == [11, 8]
    assert store.reader.all(Mission)
    assert store.reader.all(Briefing)
    assert store.history.undo_label() is None
    assert store.reader.one(Commune, 1).uid
    close_dossier(store)


def test_two_dossiers_of_one_commune_are_told_apart_for_ever(tmp_path: Path) -> None:
    stores = [new_dossier(tmp_path / f"{number}.msp100", COMMUNE) for number in range(2)]
    assert len({store.reader.one(Commune, 1).uid for store in stores}) == 2
    for store in stores:
        close_dossier(store)


def test_a_dossier_never_replaces_a_file(tmp_path: Path, store: Store) -> None:
    with pytest.raises(UserError):
        new_dossier(store.path, COMMUNE)
    assert len(store.reader.all(Action)) == 11


def test_a_failure_half_way_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_transaction: object) -> None:
        raise UserError("panne")

    monkeypatch.setattr("msp_desktop.services.inventory.seed_inventory", fail)
    with pytest.raises(UserError, match="panne"):
        new_dossier(tmp_path / "x.msp100", COMMUNE)
    assert list(tmp_path.glob("x.msp100*")) == []


def test_a_dossier_changed_is_copied_as_it_closes_and_one_only_read_is_not(tmp_path: Path) -> None:
    store = new_dossier(tmp_path / "x.msp100", COMMUNE)
    close(store, NOW)
    assert len(copies_in(backups_folder(), "x")) == 1
    close(open_existing(tmp_path / "x.msp100"), NOW)
    assert len(copies_in(backups_folder(), "x")) == 1
    again = open_existing(tmp_path / "x.msp100")
    with again.write("Ajouter") as tx:
        tx.insert(Person(last_name="Roche"))
    close(again, NOW)
    newest, oldest = copies_in(backups_folder(), "x")
    assert (newest.number, oldest.number) == (2, 1)
    assert verified(newest.path)


def test_a_copy_holds_what_the_dossier_held(store: Store) -> None:
    with store.write("Ajouter") as tx:
        tx.insert(Person(last_name="Roche"))
    copy = open_dossier(safe_copy(store, NOW))
    assert [person.last_name for person in copy.reader.all(Person)] == ["Roche"]
    close_dossier(copy)
    assert not store.changed_since_copy


def test_a_file_name_is_proposed_that_nothing_has(tmp_path: Path) -> None:
    assert proposed_path(tmp_path, "L’Haÿ-les-Roses").name == "l-hay-les-roses.msp100"
    (tmp_path / "gueret.msp100").touch()
    assert proposed_path(tmp_path, "Guéret").name == "gueret_2.msp100"


@pytest.mark.parametrize("name", ["", "   "])
def test_the_commune_keeps_its_name(store: Store, name: str) -> None:
    with pytest.raises(UserError):
        update_commune(store, Change(Commune, name=name))
    update_commune(store, Change(Commune, phone="05"))
    assert store.reader.one(Commune, 1).name == "Saint-Essai"


def test_the_arms_are_replaced_rather_than_piled_up(store: Store) -> None:
    change_arms(store, b"one", "image/png")
    change_arms(store, b"two", "image/jpeg")
    assert [(row.data, row.media_type) for row in store.reader.all(Picture)] == [(b"two", "image/jpeg")]
    store.undo()
    assert [row.data for row in store.reader.all(Picture)] == [b"one"]


def test_taking_away_arms_that_are_not_there_changes_nothing(store: Store) -> None:
    change_arms(store, b"", "")
    assert store.history.undo_label() is None


def test_arms_too_large_are_refused(store: Store) -> None:
    with pytest.raises(UserError):
        change_arms(store, b"x" * (LARGEST_ARMS + 1), "image/png")
    change_arms(store, b"x" * LARGEST_ARMS, "image/png")
    assert len(store.reader.all(Picture)) == 1


@pytest.mark.posix("a limit on the size of files")
@pytest.mark.parametrize(
    "make", [lambda path: new_dossier(path, COMMUNE), lambda path: make_sample(path.parent, TODAY)]
)
def test_a_disk_that_fills_leaves_no_half_dossier_and_room_makes_a_whole_one(
    tmp_path: Path, make: Callable[[Path], Store]
) -> None:
    folder = tmp_path / "mairie"
    path = folder / "saint-exemple.msp100"
    close_dossier(make(path))
    size = path.stat().st_size
    path.unlink()
    for room in (0, 4_096, size // 2, size - 4_096, size - 1):
        with no_file_beyond(room), pytest.raises(UserError):
            make(path)
        assert list(folder.iterdir()) == []
    close_dossier(make(path))
    assert [entry.name for entry in folder.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_system_that_refuses_one_call_leaves_no_half_dossier(
    tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise OSError(errno.EIO, "the disk is gone")

    path = tmp_path / "mairie" / "neuf.msp100"
    with monkeypatch.context() as refused:
        refused.setattr(os, call, refuse)
        with pytest.raises(UserError, match="répond"):
            new_dossier(path, COMMUNE)
    assert list(path.parent.iterdir()) == []


def test_a_new_dossier_that_cannot_be_opened_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise UserError("antivirus")

    monkeypatch.setattr("msp_desktop.db.dossier.locked", refuse)
    with pytest.raises(UserError, match="antivirus"):
        new_dossier(tmp_path / "mairie" / "neuf.msp100", COMMUNE)
    assert list((tmp_path / "mairie").iterdir()) == []


@pytest.mark.posix("/proc")
def test_nothing_holds_a_draft_open_as_it_takes_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows renames no open file; here it is seen in the list of this process's files."""
    held: list[str] = []

    def watched(name: str) -> Callable[..., None]:
        real = getattr(os, name)

        def act(old: Path, new: Path) -> None:
            held.extend(path for path in _open_files() if path.startswith(str(old)))
            real(old, new)

        return act

    for name in ("link", "replace"):
        monkeypatch.setattr(os, name, watched(name))
    store = make_sample(tmp_path / "mairie", TODAY)
    safe_copy(store, NOW)
    close_dossier(store)
    assert held == []


def _open_files() -> list[str]:
    found = []
    for entry in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.append(str(entry.readlink()))
    return found


@pytest.mark.posix("a limit on the size of files")
def test_a_sample_that_cannot_be_made_leaves_the_former_one_its_name(tmp_path: Path) -> None:
    close_dossier(make_sample(tmp_path, TODAY))
    before = (tmp_path / "saint-exemple.msp100").read_bytes()
    with no_file_beyond(50_000), pytest.raises(UserError):
        make_sample(tmp_path, TODAY)
    assert [path.name for path in tmp_path.glob("saint*")] == ["saint-exemple.msp100"]
    assert (tmp_path / "saint-exemple.msp100").read_bytes() == before


@pytest.mark.posix("symbolic links that anybody may make")
def test_a_name_that_is_taken_by_anything_is_refused(tmp_path: Path) -> None:
    folder, broken, empty = (tmp_path / f"{name}.msp100" for name in ("dossier", "lien", "vide"))
    folder.mkdir()
    broken.symlink_to(tmp_path / "absent")
    empty.touch()
    for path in (folder, broken, empty):
        with pytest.raises(UserError, match="existe déjà"):
            new_dossier(path, COMMUNE)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["dossier.msp100", "lien.msp100", "vide.msp100"]
