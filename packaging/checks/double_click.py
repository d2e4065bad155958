"""A double click, and what is refused while the program is open."""

from __future__ import annotations

import re

from winbuild import names
from winbuild.screen import picture_when_painted
from winbuild.wine import unquoted

from checks.federation import ANSWERS, COMMUNES, DATA, own_data
from checks.installed import CLASSES, close, until
from checks.run import DOSSIERS, FOLDER, STALE, Run


def double_click_and_refusal(run: Run) -> None:
    """What a double click runs opens the window; while it is open, setup refuses."""
    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    run.prefix.start(_associated(run), run.prefix.windows(dossier))
    painted = picture_when_painted(run.prefix.display or "", run.out / "window.png", 90)
    run.check(painted, "the window is painted (window.png)")
    run.check(run.silent(run.installer("-setup.exe")) == 10, "setup refuses with 10 while the program is open")
    installed = run.prefix.path(FOLDER)
    run.check((installed / STALE).exists(), "and has changed nothing")
    uninstaller = installed / "desinstaller.exe"
    refused = run.prefix.run(uninstaller, "/S", *unquoted(f"_?={FOLDER}")).returncode
    run.check(refused == 10 and (installed / names.EXE).exists(), "so does the uninstaller")
    close(run)


def double_click_on_an_answer(run: Run) -> None:
    """What a double click on a federation's answer runs finds the dossier it is for, and shows it over it."""
    prefix = own_data(run)
    (reply,) = run.prefix.path(ANSWERS).glob(f"*{names.REPLY_SUFFIX}")
    prefix.start(_associated(run), run.prefix.windows(reply))
    kept = run.prefix.path(rf"{DATA}\preferences.json")
    found = until(lambda: kept.exists() and f"{COMMUNES[0]}{names.SUFFIX}" in kept.read_text(encoding="utf-8"), 120)
    run.check(found, "the dossier it is for was found and opened")
    painted = picture_when_painted(run.prefix.display or "", run.out / "answer.png", 90)
    run.check(painted, "and is painted (answer.png)")

    def closed() -> bool:  # the answer, then the window under it
        run.prefix.run("taskkill", "/im", names.EXE)
        return not run.prefix.running(names.EXE)

    run.check(until(closed, 60), "both close when Windows asks")


def _associated(run: Run) -> str:
    """Return the program that the association runs; dossiers and answers have the same."""
    # Wine does not look at the user's own associations: what they say is run word for word.
    kind = run.registry(rf"HKCU\{CLASSES}\{names.PROG_ID}")
    command = re.search(r'shell\\open\\command\]\s+@="(.+)"\s*$', kind, re.MULTILINE)
    words: list[str] = [] if command is None else re.findall(r'\\"(.+?)\\"', command[1].replace("\\\\", "\\"))
    run.check(len(words) == 2 and words[1] == "%1", f"the association is a program and « %1 » {words}")
    return words[0]
