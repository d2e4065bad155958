"""The program's own journey."""

from __future__ import annotations

import json
import shutil

from winbuild import names

from checks.installed import users_files
from checks.run import FOLDER, Run


def auto_test_from_shortcut(run: Run) -> None:
    """The program, started from its shortcut, runs its own short journey."""
    (link,) = users_files(run, r"AppData\Roaming\Microsoft\Windows\Start Menu\Programs", f"{names.PROGRAM}.lnk")
    report = run.prefix.path(r"C:\rapport.json")
    run.prefix.run("start", "/wait", run.prefix.windows(link), "--auto-test", r"C:\rapport.json")
    run.check(run.wait_for(report, 120), "the report is written")
    if report.exists():
        shutil.copy2(report, run.out / "auto-test.json")
        seen = json.loads(report.read_text(encoding="utf-8"))
        run.check(seen["errors"] == [], f"no error in it {seen['errors']}")
        itself = run.prefix.path(seen["command"][0])
        run.check(itself == run.prefix.path(FOLDER) / names.EXE, f"it knows how to start itself {seen['command']}")
        run.check(len(seen["tabs"]) == 6, "it saw the six tabs")
        run.check(seen["platform"] == "windows", "through Qt’s Windows platform")
        run.check(seen["documents"], f"and wrote {len(seen['documents'])} documents")
        preview = seen["preview"]
        run.check(preview["pages"] >= 1 and preview["colours"] > 5, f"and showed one page by page {preview}")
        licences = seen["licences"]
        run.check(licences["parts"] > 80, f"« À propos » names {licences['parts']} parts")
        run.check(set(licences["qt"]) == {"LGPL-3.0-only"}, f"Qt is under the LGPL {licences['qt']}")
        run.check(not licences["textless"], f"each with a text to read {licences['textless']}")
        run.check(not licences["commercial"], f"and no commercial notice {licences['commercial']}")
        run.check(licences["versions"].get("Qt/PCRE2"), f"the build read versions inside {licences['versions']}")
        run.check(
            seen["official"] == ["Lefèvre"], f"it read an official file in a process of its own {seen['official']}"
        )
