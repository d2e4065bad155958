"""Every verb that writes, and what must hold whatever happens meanwhile."""

from __future__ import annotations

from msp_desktop.db.engine import SCHEMA_VERSION
from tests.faults.scenarios.away import ComesBack
from tests.faults.scenarios.dossiers import Migration, NewDossier
from tests.faults.scenarios.edits import Edits, Import
from tests.faults.scenarios.forgetting import Forgetting
from tests.faults.scenarios.mending import Damaged, KeptWords, OnStick, Thinning
from tests.faults.scenarios.official import Official
from tests.faults.scenarios.papers import PAPERS
from tests.faults.scenarios.replies import Answer
from tests.faults.scenarios.safety import Backup, Preferences, Restore
from tests.faults.scenarios.scenario import Scenario

SCENARIOS: tuple[Scenario, ...] = (
    Edits(),
    Import(),
    Official(),
    Answer(),
    NewDossier(),
    *(Migration(revision) for revision in range(1, SCHEMA_VERSION)),
    Backup(),
    Restore("over"),
    Restore("new"),
    Damaged("take-again"),
    Damaged("recover"),
    Thinning(),
    Forgetting(),
    OnStick(),
    KeptWords(),
    ComesBack(),
    Preferences(),
    *PAPERS,
)
