"""Drafts, dates, Word copies, protected copies, and the mail program."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from email import policy
from email.parser import BytesParser
from pathlib import Path

from pypdf import PdfReader
from winbuild import names

from checks.run import DOSSIERS, FOLDER, TODAY, Run


def post(run: Run) -> None:
    """Drafts, dates and Word copies are written as on Linux; the mail program is handed what it must."""
    program = run.prefix.path(FOLDER) / names.CONSOLE_EXE
    dossier = run.prefix.windows(next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}")))
    at = ("--today", TODAY)
    done = run.prefix.run(program, "draft", dossier, "agenda", "--out", r"C:\Courriel é\ordre du jour.eml", *at)
    run.check(done.returncode == 0, f"a draft is written {done.stderr.strip()[-300:]}")
    draft = BytesParser(policy=policy.default).parsebytes(
        run.prefix.path(r"C:\Courriel é\ordre du jour.eml").read_bytes()
    )
    attached = [part.get_filename() for part in draft.iter_attachments()]
    run.check(
        draft["X-Unsent"] == "1" and [str(name)[-4:] for name in attached] == [".pdf", ".ics"],
        f"it reads back, with {attached}",
    )
    done = run.prefix.run(program, "calendar", dossier, "--out", r"C:\Courriel é\dates.ics", *at)
    dates = run.prefix.path(r"C:\Courriel é\dates.ics")
    run.check(done.returncode == 0 and b"TZID:Europe/Paris" in dates.read_bytes(), "dates are written, with their zone")
    done = run.prefix.run(program, "export", dossier, "all", "--word", "--into", r"C:\Courriel é", *at)
    copies = [*dates.parent.glob("*.docx")]
    run.check(done.returncode == 0 and len(copies) == 22, f"{len(copies)} Word copies {done.stderr.strip()[-300:]}")
    done = run.prefix.run(program, "week", dossier, "--into", r"C:\Courriel é\semaine", *at)
    run.check(done.returncode == 0, f"the week is written on one page {done.stderr.strip()[-300:]}")
    _protected(run, program, dossier)
    _fake_mail_program(run)
    pdf = next(dates.parent.glob("*.pdf"))
    message = {"to": ["mairie@exemple.fr"], "bcc": ["a@exemple.fr", "b@exemple.fr"], "subject": "Récépissé n° 12",
               "body": "Bonjour,\n\nCi-joint…", "attachments": [run.prefix.windows(pdf)]}  # fmt: skip
    request = run.prefix.path(r"C:\Courriel é\message.json")
    window_program = run.prefix.path(FOLDER) / names.EXE
    for told in (0, 1, 3, 26):
        request.write_text(json.dumps(message), encoding="utf-8")
        telling = replace(run.prefix, extra={"FAKEMAIL": str(told)})
        code = telling.run(window_program, "mapi-send", run.prefix.windows(request), timeout=120).returncode
        run.check(code == 100 + told, f"Simple MAPI says {told}, the worker {code}")
    seen = run.prefix.path(r"C:\fakemail.txt").read_text(encoding="utf-8").splitlines()
    wanted = ["subject=Récépissé n° 12", "kind=1", "address=SMTP:mairie@exemple.fr", "kind=3", "address=SMTP:b@exemple.fr",
              f"file={run.prefix.windows(pdf)}", "there=1"]  # fmt: skip
    run.check(set(wanted) <= set(seen), f"the mail program is handed all of it {set(wanted) - set(seen) or ''}")


def _protected(run: Run, program: Path, dossier: str) -> None:
    """Write a PDF that opens with a password only: the cipher is in the bundle, and works there."""
    words = ("export", dossier, "inventory-names", "--password-stdin", "--into", r"C:\Protégé", "--today", TODAY)
    done = run.prefix.run(program, *words, given="tilleul-marche-17\n")
    run.check(done.returncode == 0, f"a protected copy is written {done.stderr.strip()[-300:]}")
    path = next(run.prefix.path(r"C:\Protégé").glob("*_protege.pdf"))
    reader = PdfReader(path)
    run.check(reader.is_encrypted and not reader.decrypt("tilleul"), "it does not open with another password")
    run.check(reader.decrypt("tilleul-marche-17") and reader.pages[0].extract_text(), "it opens with its own")


def _fake_mail_program(run: Run) -> None:
    """Make a mail program of our own the one by default: it writes down what it is handed."""
    library = run.prefix.path(r"C:\fakemail.dll")
    source = names.PACKAGING / "wine" / "fakemail.c"
    subprocess.run(["x86_64-w64-mingw32-gcc", "-O2", "-shared", "-s", "-o", library, source], check=True)
    key = r"HKLM\Software\Clients\Mail"
    run.prefix.run("reg", "add", key, "/ve", "/d", "Fakemail", "/f")
    for name in ("DLLPath", "DLLPathEx"):
        run.prefix.run("reg", "add", rf"{key}\Fakemail", "/v", name, "/d", r"C:\fakemail.dll", "/f")
