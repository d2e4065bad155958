"""Fixtures of the whole suite: a real dossier, a real workspace, offscreen."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from msp_desktop import fleet, i18n
from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune
from msp_desktop.ui.unseen import draw_unseen
from tests.dossiers import COMMUNE, TODAY, open_new, open_sample
from tests.in_memory import write_in_memory

__all__ = ["NOW", "TODAY"]

draw_unseen()
write_in_memory()
# What is collected lasts: no cycle of it is worth a search (see also `pytest_collection_finish`).
gc.disable()
# What programs started by tests print is read as UTF-8, on Windows too.
os.environ.setdefault("PYTHONUTF8", "1")

NOW = datetime(2026, 4, 28, 14, 32)

# How long a case takes says how busy the machine is; speed is measured in benchmarks/.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


#: What gives a test a script that is a program, or no screen: on Windows there is always one, and a window would open.
POSIX_FIXTURES = {"mail_program", "no_screen"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out on Windows, counted apart, what is marked `posix`, and what uses a fixture that is."""
    if sys.platform != "win32":
        return
    left = [item for item in items if posix_only(item)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


def posix_only(item: pytest.Item) -> bool:
    """Tell whether a test needs what Windows does not have."""
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("posix") is not None or not POSIX_FIXTURES.isdisjoint(fixtures)


def pytest_collection_finish() -> None:
    """Leave what lasts as long as the run, the tests and their modules, out of every search for cycles that follows."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Collect cycles in this thread alone, as the window does: in another, Qt's timers cannot be stopped."""
    gc.disable()
    yield
    due = [number for number in (2, 1, 0) if gc.get_count()[number] > gc.get_threshold()[number]]
    if due:
        gc.collect(due[0])
    if due[:1] == [2]:
        gc.freeze()  # what is left then is what modules and caches hold: each search to come would read it again


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the folders and the fleet of whoever runs it, and in French."""
    fleet.install(fleet.Fleet())
    monkeypatch.setenv("SANTE100JOURS_DATA", str(tmp_path / "donnees"))
    monkeypatch.setenv("SANTE100JOURS_DOCUMENTS", str(tmp_path / "documents"))
    i18n.install("fr")


@pytest.fixture(autouse=True)
def _only_what_pip_brings(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test find no program but Python, or all of them where `needs` names those it runs: they must be there."""
    needs = request.node.get_closest_marker("needs")
    if needs is None:
        monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    else:
        missing = [program for program in needs.args if shutil.which(program) is None]
        assert not missing, f"not installed: {missing}"


@pytest.fixture
def commune() -> Commune:
    """The commune of `store`: Saint-Essai, day 0 on 22 March 2026."""
    return COMMUNE


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new dossier of a fictitious commune, seeded, day 0 on 22 March 2026."""
    opened = open_new(tmp_path)
    yield opened
    close_dossier(opened)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    """The sample dossier on its thirty-seventh day."""
    opened = open_sample(tmp_path)
    yield opened
    close_dossier(opened)
