"""A federation's base, made by the installed program from what it sent itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from winbuild import names
from winbuild.names import ROOT
from winbuild.wine import Prefix, wine_program

from checks.run import FOLDER, TODAY, Run

HOME = r"C:\Fédération é"
DATA, SENT, ANSWERS, BASE = rf"{HOME}\données", rf"{HOME}\reçus", rf"{HOME}\réponses", rf"{HOME}\communes.db"
#: Augères, who is answered, and Guéret.
COMMUNES = ("23010", "23096")
AT = ("--today", TODAY)
#: Nobody is asked: psycopg is not bundled.
SERVER = "postgresql+psycopg://federation@127.0.0.1:1/communes"


def own_data(run: Run) -> Prefix:
    """Return the prefix with a data folder of its own: its dossiers are those an answer is looked for in."""
    return replace(run.prefix, extra={"SANTE100JOURS_DATA": DATA})


def federation(run: Run) -> None:
    """What communes send is taken into a base and told as on Linux; a commune is answered, two are joined."""
    prefix, program = own_data(run), run.prefix.path(FOLDER) / names.CONSOLE_EXE

    def said(what: str, *words: str) -> Any:
        done = prefix.run(program, *words)
        run.check(done.returncode == 0, f"{what} {done.stderr.strip()[-300:]}")
        return json.loads(done.stdout) if "--json" in words and done.stdout.strip() else None

    for insee in COMMUNES:
        dossier = rf"{DATA}\dossiers\{insee}{names.SUFFIX}"
        said(f"{insee} has a dossier", "new", "--commune", insee, "--mandate-start", "2026-03-22", dossier)
        said("and sends it", "export", dossier, "data", "timeline", "--into", SENT, *AT)
    sent = run.prefix.path(SENT)
    run.prefix.path(rf"{SENT}\étranger.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    taken = said("a base is made", "consolidate", SENT, "--into", BASE, "--json") or {}
    counts = [len(taken.get(key, ())) for key in ("taken", "unchanged", "refused")]
    run.check(counts == [2, 2, 1], f"each commune once, and a stranger is refused, by processes that read {counts}")
    told = said("the table is told", "federation", BASE, "--json", *AT)
    run.check(told and told == _on_linux(run, sent), "with the same lines and totals as on Linux")
    for kind in ("xlsx", "pdf"):
        said(f"and written ({kind})", "federation", BASE, "--export", rf"{HOME}\bilan.{kind}", *AT)
    said("two communes are joined", "basin", SENT, "--into", rf"{HOME}\bassin", "--json", *AT)
    lines = run.prefix.path(rf"{HOME}\lignes.json")
    lines.write_text(json.dumps([{"kind": "step", "words": "Appeler l’ARS", "due_on": "2026-05-20"}]), "utf-8")
    said("a commune is answered", "answer", BASE, COMMUNES[0], "--lines", prefix.windows(lines), "--into", ANSWERS)
    run.check([*run.prefix.path(ANSWERS).glob(f"*{names.REPLY_SUFFIX}")], "in a file that a double click opens")
    run.check(_apart(prefix, program), "the window's own way takes dossiers too, through a process of its own")
    server = prefix.run(program, "federation", SERVER)
    plainly = server.returncode == 2 and "msp-desktop[postgresql]" in server.stderr
    run.check(plainly, f"what PostgreSQL asks for is not bundled, and said {server.stderr.strip()[-300:]}")


def _on_linux(run: Run, sent: Path) -> Any:
    """Return what the working copy tells of the same files."""
    environment = dict(os.environ, SANTE100JOURS_DATA=str(run.out / "data"))
    base = run.out / "federation.db"

    def said(*words: str) -> str:
        command = [sys.executable, "-m", "msp_desktop", *words]
        return subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True, cwd=ROOT
        ).stdout

    said("consolidate", str(sent), "--into", str(base))
    return json.loads(said("federation", str(base), "--json", *AT))


def asked() -> bytes:
    """Return what the window would ask of the hidden word, which takes both dossiers."""
    request = {"where": BASE, "password": "", "paths": [rf"{DATA}\dossiers"], "by": "Wine", "addition": ""}
    return msgspec.msgpack.encode({**request, "now": datetime.now(UTC)})


def _apart(prefix: Prefix, program: Path) -> bool:
    """Ask the program's hidden word to take the two dossiers; tell whether it did, to the last."""
    request = asked()
    with subprocess.Popen(
        [wine_program(), str(program), "consolidate-apart"], env=prefix.environment(), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(len(request).to_bytes(4, "big") + request)
        process.stdin.flush()  # and held open: it ends with whoever asked
        told = process.stdout.read()
    return b"_Whole" in told and all(insee.encode() in told for insee in COMMUNES)
