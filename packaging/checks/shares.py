r"""Folders of a server: a share of its own (`\\serveur\mairie`), one that is down, paths that Windows cannot have."""

from __future__ import annotations

import shutil
from dataclasses import replace

from winbuild import names

from checks.fleet import PLACE
from checks.run import DOSSIERS, TODAY, Run

SHARE = r"\\serveur\mairie"
DOWN = r"\\absent\mairie"


def shares(run: Run) -> None:
    """Data, documents, dossiers and copies lie on a share; one that is down is a sentence that names it."""
    program = run.prefix.path(PLACE) / names.APP_ID / names.CONSOLE_EXE
    share = run.prefix.folder / "dosdevices" / "unc" / "serveur" / "mairie"
    share.mkdir(parents=True)
    dossier = shutil.copy2(next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}")), share / f"été #1{names.SUFFIX}")
    (run.prefix.path("C:\\") / "liste.csv").write_text("Nom;Prénom\nDuréault;Lucie\n", encoding="utf-8")
    there = rf"{SHARE}\{dossier.name}"

    places = {"SANTE100JOURS_DATA": rf"{SHARE}\données", "SANTE100JOURS_DOCUMENTS": rf"{SHARE}\Mes papiers"}
    prefix = replace(run.prefix, extra=places)
    done = prefix.run(program, "import", there, r"C:\liste.csv", "--today", TODAY)
    run.check(done.returncode == 0, f"a list goes into a dossier of a share {done.stderr.strip()[-300:]}")
    for folder in ("données", "Mes papiers"):
        copies = [*(share / folder / "Sauvegardes").glob(f"*{names.SUFFIX}")]
        run.check(len(copies) == 1, f"its copy before lies in {folder}, on the share")
    done = prefix.run(program, "check", rf"\\?\UNC\serveur\mairie\{dossier.name}")
    run.check(done.returncode == 0, f"it is whole, by its longer name too {done.stderr.strip()[-300:]}")
    done = prefix.run(program, "export", there, "timeline", "--into", rf"{SHARE}\à signer", "--today", TODAY)
    run.check(done.returncode == 0 and [*(share / "à signer").glob("*.pdf")], "a document goes to the share")

    prefix = replace(run.prefix, extra={name: path.replace(SHARE, DOWN) for name, path in places.items()})
    done = prefix.run(program, "import", there, r"C:\liste.csv", "--dry-run")
    sentence = done.stderr.strip()
    run.check(done.returncode == 2 and rf"{DOWN}\données" in sentence, f"a share that is down is named: {sentence}")
    run.check(len(sentence.splitlines()) == 1, "in one sentence")
    done = prefix.run(program, "export", there, "timeline", "--into", "C:\\fin. ", "--today", TODAY)
    run.check(done.returncode == 2 and "nom" in done.stderr, f"a name Windows refuses is told: {done.stderr.strip()}")
