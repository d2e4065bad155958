"""Make the pictures of the README and of docs/ again: the start page, the new dossier, the tabs, printed pages.

    python tools/pictures.py [FOLDER]                   docs/images by default
    python tools/pictures.py --contact FOLDER [LOOK…]   contact sheets of every scene, to be looked at (tools/contact.py)

Runs without a screen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TODAY = "2026-04-28"
#: What is printed, found by its name, and the name of its picture.
PAPERS = {"*_calendrier-100-jours_*.pdf": "paper-timeline", "2026-05-12_ordre-du-jour_*.pdf": "paper-agenda"}


def make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        into = Path(temporary)
        _set_screen(into / "screen.json")
        os.environ["SANTE100JOURS_DATA"] = str(into / "donnees")
        os.environ["SANTE100JOURS_DOCUMENTS"] = str(into / "documents")
        _run("demo", "--no-window", "--into", temporary, "--today", TODAY)
        dossier = next(into.glob("*.msp100"))
        from msp_desktop.domain.tabs import TAB_KEYS

        for tab in TAB_KEYS:
            picture = folder / f"{tab}.png"
            _run("picture", str(dossier), tab, "--out", str(picture), "--today", TODAY, "--replace")
        _first_steps(folder)
        _sheets(folder, dossier)
        _prefilling(folder, dossier)
        for pattern, name in PAPERS.items():
            _draw_first_page(next(into.rglob(pattern)), folder / f"{name}.png")
        _week(folder, into, dossier)
        _on_paper(folder, dossier)
        _in_safety(folder, dossier)
        _federation(folder)


def _federation(folder: Path) -> None:
    """Draw the window of a federation: forty communes that do not exist."""
    from msp_desktop.domain.federated.communes import View
    from msp_desktop.services.preferences import Preferences
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.picture import settle
    from msp_desktop.ui.shell.federation import show
    from tools.made_up_hub import MadeUpHub

    now = datetime.combine(datetime.fromisoformat(TODAY), time(9, 5))
    window = MainWindow(lambda: now, Preferences(theme="light"))
    window.resize(1366, 697)
    window.show()
    show(window, MadeUpHub(40, now.date()), View())
    settle(1200)
    window.grab().save(str(folder / "federation.png"))
    window.close()


def _sheets(folder: Path, dossier: Path) -> None:
    """Draw the fiches action of a CLS, a page of the tab « Projet de santé » that is not its first."""
    _tab(dossier, ("project", ("sheets", None)), folder / "sheets.png")


def _prefilling(folder: Path, dossier: Path) -> None:
    """Draw what official files propose for the inventory, before any of it is written."""
    from msp_desktop.ui.tabs.inventory.official_state import State, View
    from tools.official_reviews import review

    shown = review()
    state = State(view=View.REVIEW, review=shown, added=shown.communes)
    _tab(dossier, ("inventory", ("official", state)), folder / "prefill.png")


def _tab(dossier: Path, place: tuple[str, Any], picture: Path) -> None:
    """Draw the window where a tab shows something that is not its first."""
    from msp_desktop.services.preferences import Preferences
    from msp_desktop.ui.picture import settle
    from msp_desktop.ui.start import make_window

    moment = datetime.combine(datetime.fromisoformat(TODAY), time(9, 5))
    window = make_window(dossier, moment, (Preferences(theme="light"), None))
    window.resize(1366, 697)
    window.show()
    settle(600)
    window.go_to(*place)
    settle(600)
    window.grab().save(str(picture))
    window.close()


def _draw_first_page(paper: Path, to: Path) -> None:
    from PySide6.QtPdf import QPdfDocument

    from msp_desktop.ui.papers.page_view import rendered

    document = QPdfDocument()
    document.load(str(paper))
    rendered(document, 0, round(document.pagePointSize(0).width() * 80 / 72)).save(str(to))
    document.close()


def _week(folder: Path, into: Path, dossier: Path) -> None:
    """Draw the start page of a secretary of three town halls, and their week on paper."""
    from msp_desktop.services.preferences import Preferences, Recent
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.picture import settle
    from msp_desktop.ui.shell.start_page import StartPage
    from msp_desktop.ui.start import make_application

    others = (("23008", "Aubusson", "2026-03-29"), ("23095", "Le Grand-Bourg", "2026-04-17"))
    known = [Recent(path=str(dossier), name="Saint-Exemple", department="Creuse", day_zero="2026-03-22")]
    for insee, name, day in others:
        path = into / f"{insee}.msp100"
        _run("new", str(path), "--commune", insee, "--mandate-start", day)
        known.append(Recent(path=str(path), name=name, department="Creuse", day_zero=day))
    preferences = Preferences(theme="light", recent=tuple(known))
    app = make_application(["msp-desktop"], preferences)
    moment = datetime.combine(datetime.fromisoformat(TODAY), time(9, 5))
    window = MainWindow(lambda: moment, preferences)
    window.resize(1366, 697)
    window.show_start()
    window.show()
    page = window.findChild(StartPage)
    assert page is not None
    while len(page.week().towns) < len(known):
        settle(200)
    window.grab().save(str(folder / "communes.png"))
    window.close()
    app.processEvents()
    _run("week", *(entry.path for entry in known), "--into", str(into / "semaine"), "--today", TODAY)
    _draw_first_page(next((into / "semaine").glob("*.pdf")), folder / "paper-week.png")


def _on_paper(folder: Path, dossier: Path) -> None:
    """Draw a meeting's papers ready to print, and an invitation ready to send."""
    from msp_desktop.db.dossier import close_dossier, open_dossier
    from msp_desktop.domain.mail import Way
    from msp_desktop.papers.bundle import MEETING_BUNDLE
    from msp_desktop.papers.export import chosen_meetings
    from msp_desktop.ui.papers.desk import Desk
    from msp_desktop.ui.papers.print_dialog import PrintDialog
    from msp_desktop.ui.papers.send_dialog import SendDialog
    from msp_desktop.ui.picture import settle
    from msp_desktop.ui.workspace import Workspace

    moment = datetime.combine(datetime.fromisoformat(TODAY), time(9, 5))
    store = open_dossier(dossier)
    desk = Desk(Workspace(store, lambda: moment), folder, lambda: Way.AUTO, lambda _way: None)
    context = desk.context(chosen_meetings(store.reader, "next", desk.context())[0])
    for dialog, name, width in (
        (PrintDialog(desk, MEETING_BUNDLE, context), "print", 1120),
        (SendDialog(desk, "invitations", context), "send", 960),
    ):
        dialog.resize(width, 640)
        dialog.show()
        settle(500)
        dialog.grab().save(str(folder / f"{name}.png"))
        dialog.done(0)
    close_dossier(store)


def _in_safety(folder: Path, dossier: Path) -> None:
    """Draw the list of copies, made on three days, and the page of a dossier that is damaged."""
    from contextlib import closing

    from msp_desktop.db.copies import snapshot
    from msp_desktop.db.dossier import close_dossier, open_dossier
    from msp_desktop.domain.actions import Action
    from msp_desktop.domain.change import Change
    from msp_desktop.domain.people import Person
    from msp_desktop.services.copies import make_now
    from msp_desktop.services.copy_list import listed
    from msp_desktop.services.people import add_person
    from msp_desktop.services.recovery import last_good_copy
    from msp_desktop.services.timeline import update_action
    from msp_desktop.ui.dialogs.copies import CopiesDialog
    from msp_desktop.ui.picture import settle
    from msp_desktop.ui.shell.damaged_page import DamagedPage

    store = open_dossier(dossier)
    for day, name in ((21, "Mercier"), (24, "Laurent"), (28, "Faure")):
        add_person(store, Person(last_name=name))
        make_now(snapshot(store.connection), dossier.stem, datetime(2026, 4, day, 16, 40))
    update_action(store, 3, Change(Action, notes="Rappeler vendredi."))
    with closing(snapshot(store.connection)) as present:
        copies = CopiesDialog(listed(dossier.stem), present)
        copies.show()
        settle(1500)
        copies.grab().save(str(folder / "copies.png"))
        copies.done(0)
    close_dossier(store)
    moment = datetime.combine(datetime.fromisoformat(TODAY), time(9, 5))
    page = DamagedPage(dossier, "", last_good_copy(dossier), moment.date(), opens=True)
    page.resize(900, 460)
    page.show()
    settle(300)
    page.grab().save(str(folder / "damaged.png"))
    page.close()


def _set_screen(path: Path) -> None:
    """Give Qt's offscreen platform the screen of a town hall: dialogs take their size from it."""
    screen = {
        "name": "mairie",
        "x": 0,
        "y": 0,
        "width": 1366,
        "height": 728,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def _first_steps(folder: Path) -> None:
    """Draw the start page as it is the first time, and the first page of the new dossier."""
    from msp_desktop import i18n
    from msp_desktop.services.preferences import Preferences
    from msp_desktop.ui.dialogs.find_commune import FindCommune
    from msp_desktop.ui.dialogs.new_dossier import NewDossier
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.picture import settle
    from msp_desktop.ui.start import make_application

    i18n.install("fr")
    preferences = Preferences(theme="light")
    app = make_application(["msp-desktop"], preferences)
    moment = datetime.combine(datetime.fromisoformat(TODAY), time(9, 5))
    window = MainWindow(lambda: moment, preferences)
    window.resize(900, 460)
    window.show_start()
    window.show()
    settle(300)
    window.grab().save(str(folder / "start.png"))
    wizard = NewDossier(moment.date(), window)
    wizard.show()
    wizard.findChildren(FindCommune)[0].line.setText("saint jean la foret")
    settle(600)
    wizard.grab().save(str(folder / "new-dossier.png"))
    wizard.hide()  # closed, it would ask what becomes of the words typed
    window.close()
    app.processEvents()


def _run(*words: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-m", "msp_desktop", *words], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--contact"]:
        sys.path.insert(0, str(ROOT))
        from tools.contact import make_sheets

        make_sheets(Path(sys.argv[2]).absolute(), tuple(sys.argv[3:]))
    else:
        make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
