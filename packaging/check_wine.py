"""Install, run, upgrade and remove what build.py made, under Wine:

    .venv/bin/python packaging/check_wine.py --built dist/windows --out dist/windows/checks

Every check is made; none is skipped. The last line counts them.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email import policy
from email.parser import BytesParser
from pathlib import Path

from pypdf import PdfReader
from winbuild import names
from winbuild.installers import build_setup
from winbuild.names import ROOT
from winbuild.screen import picture_when_painted, screen
from winbuild.steps import BuildError, sha256
from winbuild.wine import Prefix, make_prefix, unquoted

TODAY = "2026-04-28"
FOLDER = r"C:\Mes programmes à moi\Santé"
DOSSIERS = r"C:\Mes dossiers é"
STALE = "lib/module_ancien.py"
UNINSTALL_KEY = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{names.APP_ID}"
CLASSES = r"Software\Classes"
PREVIOUS = "0.9.9"


@dataclass(slots=True)
class Run:
    """What the checks share, and what they found."""

    built: Path
    out: Path
    prefix: Prefix
    version: str
    passed: int = 0
    failed: list[str] = field(default_factory=list)

    def check(self, holds: object, what: str) -> None:
        """Note one thing that must hold."""
        if holds:
            self.passed += 1
        else:
            self.failed.append(what)
        print(f"   {'ok' if holds else 'FAILED'}: {what}", flush=True)

    def installer(self, ending: str) -> Path:
        """Return one of the installers."""
        return self.built / f"{names.APP_ID}-{self.version}{ending}"

    def silent(self, setup: Path, *words: str) -> int:
        """Run a setup silently and return its exit code."""
        return self.prefix.run(setup, "/S", *words).returncode

    def registry(self, key: str) -> str:
        """Return what lies under a registry key, as .reg text; empty where there is none."""
        target = self.prefix.path(r"C:\cle.reg")
        target.unlink(missing_ok=True)
        self.prefix.run("reg", "export", key, r"C:\cle.reg", "/y")
        return target.read_bytes().decode("utf-16") if target.exists() else ""

    def wait_for(self, path: Path, seconds: float) -> bool:
        """Wait for a file and tell whether it came."""
        end = time.monotonic() + seconds
        while not path.exists() and time.monotonic() < end:
            time.sleep(0.5)
        return path.exists()


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the Windows installers under Wine.")
    parser.add_argument("--built", type=Path, required=True, metavar="DIR", help="what build.py --out wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="pictures, reports, documents")
    parser.add_argument("--only", nargs="+", metavar="STEP", help="some steps, while one of them is being mended")
    options = parser.parse_args()
    out: Path = options.out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    begun = time.monotonic()
    with screen() as display, tempfile.TemporaryDirectory(prefix="msp-wine-") as place:
        print("-- a fresh prefix", flush=True)
        prefix = make_prefix(Path(place, "prefix"), display=display, stand_ins=True)
        run = Run(options.built.resolve(), out, prefix, names.version())
        try:
            for step in STEPS if not options.only else [step for step in STEPS if step.__name__ in options.only]:
                print(f"-- {(step.__doc__ or '').splitlines()[0]} ({time.monotonic() - begun:.0f} s)", flush=True)
                step(run)
        finally:
            prefix.end()
    for what in run.failed:
        print(f"FAILED: {what}")
    print(f"{run.passed} passed, {len(run.failed)} failed")
    return 1 if run.failed else 0


def install_previous(run: Run) -> None:
    """The previous version, silently, into a folder with accents and spaces."""
    stage = run.built / "work" / "stage"
    with tempfile.TemporaryDirectory(dir=run.built) as place:
        older = Path(place, "stage")
        shutil.copytree(stage, older, copy_function=os.link)
        (older / STALE).write_text("# no longer in the program\n", encoding="utf-8")
        setup = build_setup(older, Path(place), Path(place), PREVIOUS, None, fast=True)
        run.check(run.silent(setup, "/BUREAU", *unquoted(f"/D={FOLDER}")) == 0, "silent install ends with 0")
    folder = run.prefix.path(FOLDER)
    (folder / "Notes de la mairie.txt").write_text("à garder\n", encoding="utf-8")
    run.check((folder / STALE).exists(), "the previous version has a file of its own")
    run.check(_differences(run.built, folder) == [], "every file is there, byte for byte")
    for place, title in (
        ("Desktop", "desktop"),
        (r"AppData\Roaming\Microsoft\Windows\Start Menu\Programs", "Start menu"),
    ):
        found = [*_users(run, place, f"{names.PROGRAM}.lnk")]
        run.check(len(found) == 1, f"one shortcut in the {title}")
    _check_registry(run, "HKCU", FOLDER, PREVIOUS)


def _check_registry(run: Run, root: str, folder: str, version: str) -> None:
    doubled = folder.replace("\\", "\\\\")
    text = run.registry(rf"{root}\{UNINSTALL_KEY}")
    run.check(f'"DisplayName"="{names.PROGRAM}"' in text, f"{root}: the list of programs names it")
    run.check(f'"DisplayVersion"="{version}"' in text, f"{root}: version {version}")
    run.check(f'"InstallLocation"="{doubled}' in text or root == "HKLM", f"{root}: where it lies")
    kind = run.registry(rf"{root}\{CLASSES}\{names.PROG_ID}")
    run.check(f'@="{names.FILE_KIND}"' in kind, f"{root}: Explorer calls a dossier « {names.FILE_KIND} »")
    run.check(f'{names.EXE},1"' in kind, f"{root}: dossiers have their own icon")
    run.check(f'\\\\{names.EXE}\\" \\"%1\\""' in kind, f"{root}: a double click opens a dossier")
    run.check(
        f'@="{names.PROG_ID}"' in run.registry(rf"{root}\{CLASSES}\{names.SUFFIX}"), f"{root}: {names.SUFFIX} is ours"
    )


def _users(run: Run, place: str, name: str) -> list[Path]:
    users = run.prefix.path(r"C:\users")
    return [*users.glob(f"*/{place.replace(chr(92), '/')}/{name}")]


def _differences(built: Path, folder: Path) -> list[str]:
    """Return the installed files that are missing or other than what was staged."""
    wrong = []
    for line in (built / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _space, name = line.partition("  ")
        path = folder / name
        if not path.is_file() or sha256(path) != digest:
            wrong.append(name)
    if wrong:
        print(f"   {len(wrong)} differ: {', '.join(wrong[:5])}")
    return wrong


def auto_test_from_shortcut(run: Run) -> None:
    """The program, started from its shortcut, runs its own short journey."""
    (link,) = _users(run, r"AppData\Roaming\Microsoft\Windows\Start Menu\Programs", f"{names.PROGRAM}.lnk")
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


def documents(run: Run) -> None:
    """`demo --no-window` writes the same documents as on Linux, and veraPDF accepts them."""
    into = run.prefix.path(DOSSIERS)
    program = run.prefix.path(FOLDER) / names.CONSOLE_EXE
    done = run.prefix.run(program, "demo", "--no-window", "--into", DOSSIERS, "--today", TODAY)
    run.check(done.returncode == 0, f"the command ends with 0 {done.stderr.strip()[-300:]}")
    here = run.out / "linux"
    environment = dict(
        os.environ, SANTE100JOURS_DATA=str(run.out / "data"), SANTE100JOURS_DOCUMENTS=str(run.out / "papers")
    )
    command = [sys.executable, "-m", "msp_desktop", "demo", "--no-window", "--into", str(here), "--today", TODAY]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    theirs = {path.relative_to(into).as_posix(): path for path in into.rglob("*.pdf")}
    ours = {path.relative_to(here).as_posix(): path for path in here.rglob("*.pdf")}
    run.check(set(theirs) == set(ours) and ours, f"the same {len(ours)} documents as on Linux")
    for name in sorted(set(theirs) & set(ours)):
        run.check(_text(theirs[name]) == _text(ours[name]), f"same text: {name}")
    shutil.copytree(into, run.out / "wine")
    checked = subprocess.run([str(ROOT / "tools" / "verapdf"), "ua1,3a", *map(str, theirs.values())], check=False)
    run.check(checked.returncode == 0, "PDF/UA-1 and PDF/A-3a, says veraPDF")


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


def _text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def double_click_and_refusal(run: Run) -> None:
    """What a double click runs opens the window; while it is open, setup refuses."""
    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    # Wine does not look at the user's own associations: what they say is run word for word.
    kind = run.registry(rf"HKCU\{CLASSES}\{names.PROG_ID}")
    command = re.search(r'shell\\open\\command\]\s+@="(.+)"\s*$', kind, re.MULTILINE)
    words = [] if command is None else re.findall(r'\\"(.+?)\\"', command[1].replace("\\\\", "\\"))
    run.check(len(words) == 2 and words[1] == "%1", f"the association is a program and « %1 » {words}")
    run.prefix.start(words[0], run.prefix.windows(dossier))
    painted = picture_when_painted(run.prefix.display or "", run.out / "window.png", 90)
    run.check(painted, "the window is painted (window.png)")
    run.check(run.silent(run.installer("-setup.exe")) == 10, "setup refuses with 10 while the program is open")
    installed = run.prefix.path(FOLDER)
    run.check((installed / STALE).exists(), "and has changed nothing")
    uninstaller = installed / "desinstaller.exe"
    refused = run.prefix.run(uninstaller, "/S", *unquoted(f"_?={FOLDER}")).returncode
    run.check(refused == 10 and (installed / names.EXE).exists(), "so does the uninstaller")
    _close(run)


def _close(run: Run) -> None:
    run.check(run.prefix.running(names.EXE), "the program runs")
    run.prefix.run("taskkill", "/im", names.EXE)
    closed = _until(lambda: not run.prefix.running(names.EXE), 60)
    run.check(closed, "the program closes when Windows asks")


def _until(holds: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(1)
    return False


def upgrade(run: Run) -> None:
    """The upgrade, over the previous version, with a dossier open in another copy of the program."""
    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    before = sha256(dossier)
    portable = _portable(run, r"C:\Autre poste")
    elsewhere = run.prefix.start(portable / names.EXE, run.prefix.windows(dossier))
    painted = picture_when_painted(run.prefix.display or "", run.out / "elsewhere.png", 90)
    run.check(painted, "a dossier is open elsewhere (elsewhere.png)")
    run.check(run.silent(run.installer("-setup.exe")) == 0, "the upgrade ends with 0, without being told the folder")
    elsewhere.terminate()
    run.prefix.run("taskkill", "/f", "/im", names.EXE)
    elsewhere.wait(60)
    folder = run.prefix.path(FOLDER)
    run.check(not (folder / STALE).exists(), "what is stale is gone")
    run.check(_differences(run.built, folder) == [], "every file is the new one")
    run.check((folder / "Notes de la mairie.txt").exists(), "a file of the user’s beside the program stays")
    done = run.prefix.run(folder / names.CONSOLE_EXE, "check", run.prefix.windows(dossier))
    run.check(done.returncode == 0, f"the dossier is whole {done.stderr.strip()[-300:]}")
    run.check(sha256(dossier) == before, "and the same, byte for byte")
    version = run.prefix.run(folder / names.CONSOLE_EXE, "--version").stdout
    run.check(run.version in version, f"version {run.version} answers")
    _check_registry(run, "HKCU", FOLDER, run.version)


def uninstall(run: Run) -> None:
    """Removing the program leaves the data."""
    folder = run.prefix.path(FOLDER)
    kept = {path: sha256(path) for path in run.prefix.path(DOSSIERS).rglob("*") if path.is_file()}
    local = [*_users(run, "AppData/Local", names.APP_ID)]
    run.check(local != [], "the data folder is there before")
    code = run.prefix.run(folder / "desinstaller.exe", "/S", *unquoted(f"_?={FOLDER}")).returncode
    run.check(code == 0, "silent uninstall ends with 0")
    left = sorted(path.name for path in folder.iterdir())
    # Started with _?= so that its exit code is known, the uninstaller cannot remove itself.
    run.check(set(left) <= {"Notes de la mairie.txt", "desinstaller.exe"}, f"only the user’s file stays {left}")
    run.check(all(path.exists() and sha256(path) == digest for path, digest in kept.items()), "every dossier stays")
    run.check(all(path.exists() for path in local), "the data folder stays")
    run.check(run.registry(rf"HKCU\{UNINSTALL_KEY}") == "", "it is no longer in the list of programs")
    run.check(run.registry(rf"HKCU\{CLASSES}\{names.PROG_ID}") == "", "its kind of file is gone")
    run.check(run.registry(rf"HKCU\{CLASSES}\{names.SUFFIX}") == "", f"{names.SUFFIX} is free again")
    run.check(not _users(run, "Desktop", "*.lnk"), "no shortcut on the desktop")
    run.check(
        not _users(run, "AppData/Roaming/Microsoft/Windows/Start Menu/Programs", "Sant*.lnk"), "none in the Start menu"
    )


def everybody(run: Run) -> None:
    """For everybody on the computer (/ALLUSERS), then beside what is already there (/D= a full folder)."""
    run.check(run.silent(run.installer("-setup.exe"), "/ALLUSERS") == 0, "silent install for everybody ends with 0")
    folder = run.prefix.path(rf"C:\Program Files\{names.APP_ID}")
    run.check(_differences(run.built, folder) == [], "every file is in Program Files")
    _check_registry(run, "HKLM", str(folder), run.version)
    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    run.prefix.start("start", run.prefix.windows(dossier))
    painted = picture_when_painted(run.prefix.display or "", run.out / "double-click.png", 90)
    run.check(painted, "a double click on a dossier opens it (double-click.png)")
    _close(run)
    code = run.prefix.run(
        folder / "desinstaller.exe", "/S", *unquoted(rf"_?=C:\Program Files\{names.APP_ID}")
    ).returncode
    run.check(code == 0 and not (folder / names.EXE).exists(), "and is removed")
    tools = run.prefix.path(r"C:\Outils")
    (tools / "lib").mkdir(parents=True)
    (tools / "lib" / "autre.txt").write_text("d’un autre programme", encoding="utf-8")
    run.check(run.silent(run.installer("-setup.exe"), r"/D=C:\Outils") == 0, "into a folder that holds something else")
    inside = tools / names.APP_ID
    run.check(
        (inside / names.EXE).exists() and (tools / "lib" / "autre.txt").exists(), "it takes a folder of its own there"
    )
    run.prefix.run(inside / "desinstaller.exe", "/S", *unquoted(rf"_?=C:\Outils\{names.APP_ID}"))
    run.check((tools / "lib" / "autre.txt").exists(), "and leaves the rest when it is removed")


def portable(run: Run) -> None:
    """The portable zip runs from a folder, its data beside it."""
    local = {
        path: path.stat().st_mtime for root in _users(run, "AppData/Local", names.APP_ID) for path in root.rglob("*")
    }
    folder = _portable(run, r"C:\Clé USB")
    done = run.prefix.run(folder / names.EXE, "--auto-test", r"C:\rapport-portable.json")
    run.check(done.returncode == 0, "its own journey ends with 0")
    run.check([*(folder / "Données" / "Dossiers").glob(f"*{names.SUFFIX}")] != [], "its dossier is beside it")
    after = {
        path: path.stat().st_mtime for root in _users(run, "AppData/Local", names.APP_ID) for path in root.rglob("*")
    }
    run.check(after == local, "nothing is written in the user’s own folders")


def _portable(run: Run, windows: str) -> Path:
    into = run.prefix.path(windows)
    with zipfile.ZipFile(run.installer("-portable.zip")) as archive:
        archive.extractall(into)
    return into / names.APP_ID


def msi(run: Run) -> None:
    """The MSI holds the same files, and installs them for everybody."""
    package = run.installer(".msi")
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["msiextract", "-C", place, str(package)], stdout=subprocess.DEVNULL, check=True)
        (found,) = Path(place).rglob(names.EXE)
        run.check(_differences(run.built, found.parent) == [], "msiextract finds every file")
    code = run.prefix.run("msiexec", "/i", run.prefix.windows(package), "/qn").returncode
    run.check(code == 0, "msiexec /i /qn ends with 0")
    folder = run.prefix.path(rf"C:\Program Files\{names.APP_ID}")
    run.check(_differences(run.built, folder) == [], "every file is in Program Files")
    kind = run.registry(rf"HKLM\{CLASSES}\{names.PROG_ID}")
    run.check(names.FILE_KIND in kind and '\\"%1\\"' in kind, "dossiers open with it")
    version = run.prefix.run(folder / names.CONSOLE_EXE, "--version").stdout
    run.check(run.version in version, f"version {run.version} answers")
    code = run.prefix.run("msiexec", "/x", run.prefix.windows(package), "/qn").returncode
    run.check(code == 0 and not (folder / names.EXE).exists(), "msiexec /x /qn removes it")


def wizard(run: Run) -> None:
    """The wizard’s first page, in French and in English."""
    for language in ("fr", "en"):
        process = run.prefix.start(run.installer("-setup.exe"), f"/LANG={language}")
        painted = picture_when_painted(run.prefix.display or "", run.out / f"wizard-{language}.png", 60)
        run.check(painted, f"painted (wizard-{language}.png)")
        process.kill()
        run.prefix.run("taskkill", "/f", "/im", run.installer("-setup.exe").name)
        process.wait(30)


STEPS: tuple[Callable[[Run], None], ...] = (
    install_previous,
    auto_test_from_shortcut,
    documents,
    post,
    double_click_and_refusal,
    upgrade,
    uninstall,
    everybody,
    portable,
    msi,
    wizard,
)

if __name__ == "__main__":
    try:
        sys.exit(main())
    except BuildError as error:
        print(f"FAILED: {error}\n0 passed, 1 failed")
        sys.exit(1)
