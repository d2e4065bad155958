"""The list of what there is to see: every tab, page, panel, empty state and dialog, each as people come to it.

Tests, pictures and readings of the screen go through this one list:

    for scene in SCENES:
        window = window_on(open_new(folder) if scene.dossier == EMPTY else …)
        scene.visit(window, lambda widget: …)     # the dialog, while it is open, or the window

A dialog class of `msp_desktop/ui` without its scene fails `tests/ui/test_scenes.py`. Words are the English ones of the source.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.mail import Message
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.official import FileKind, Movement, MovementKind, OfficialFile
from msp_desktop.domain.people import Person
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.i18n import _
from msp_desktop.services.preferences import Preferences, Recent
from msp_desktop.services.replies import accept_reply, plan_reply
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import replies
from msp_desktop.ui.shell.actions import show_page
from msp_desktop.ui.tabs.actors.alike_link import AlikeLink
from msp_desktop.ui.tabs.actors.pages import PAGES as ACTORS
from msp_desktop.ui.tabs.project.pages import PAGES as PROJECT
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace
from tools.answers import answer, each_kind, each_kind_about
from tools.scene import (
    EMPTY,
    NONE,
    Opening,
    Scene,
    Step,
    choose,
    go,
    keys,
    menu,
    of_menu,
    opens,
    press,
    settle,
    type_in,
)

#: The day and time of the sample.
NOW = datetime(2026, 4, 28, 14, 32)
#: Pages of a health project that a new dossier does not show.
_CLS = {"sheets", "instances", "post", "diagnosis", "calls", "evaluation"}
_HELP = (
    "start",
    *TAB_KEYS,
    "basics",
    "official",
    "federation",
    "documents",
    "copies",
    "damaged",
    "privacy",
    "access",
    "fleet",
    "glossary",
)


def window_on(store: Store | None, preferences: Preferences | None = None, now: datetime = NOW) -> MainWindow:
    """Return a window on an open dossier, or on the start page, not shown yet; whoever asks closes it."""
    window = MainWindow(lambda: now, preferences or Preferences())
    if store is None:
        window.show_start()
    else:
        window.show_store(store)
    return window


def reset(window: MainWindow) -> None:
    """Go back to the first tab, with no panel and no search, so that the next scene begins as in a new window."""
    window.close_panel()
    if window.workspace is not None:
        window.leave_search()
        window.go_to(TAB_KEYS[0])
    settle(window)


# --- steps of one scene each -----------------------------------------------------------------------


def _window(act: Callable[[MainWindow], object]) -> Step:
    def step(top: QWidget) -> None:
        assert isinstance(top, MainWindow)
        act(top)

    return step


def _reply(window: MainWindow) -> None:
    """Show an answer of the federation, of which a line was accepted before and one cannot be taken any more."""
    store = _space(window).store
    meeting = next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    lines = each_kind(store.reader, meeting)
    reply = answer(store.reader, (*lines, replace(lines[1], key="a-2", action="ancienne")))
    today = _space(window).today()
    accept_reply(store, plan_reply(store.reader, answer(store.reader, lines[3:4]), today), ("s-1",), today)
    replies.show(window, reply)


def _form(name: str) -> Opening:
    kinds = {
        "federation-help": "Helps", "meeting-place": "MeetingPlaceForm", "objectives": "Objectives",
        "partners": "Partners",
    }  # fmt: skip
    return opens(kinds[name], _window(lambda window: _space(window).request_form.emit(name, None)))


def _space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _known(window: MainWindow, towns: Sequence[str]) -> None:
    """Show the start page of somebody who knows these towns, the first file among them being there."""
    folder = Path.home() / "Santé 100 jours"
    window.preferences = Preferences(
        recent=tuple(
            Recent(str(folder / f"{town}.msp100"), town, "Creuse", "2026-04-27", "2026-03-22", "2026-03-22")
            for town in towns
        )
    )
    window.show_start()


def _week(window: MainWindow) -> None:
    from msp_desktop.domain.week import Due, DueKind, TownWeek, week_of
    from msp_desktop.ui.shell.papers import show_week

    today = window.clock().date()
    due = Due(kind=DueKind.ACTION, key=1, day=today, title="Convier les professionnels", town="Aubusson", path="x")
    show_week(window, week_of((TownWeek(path="x", name="Aubusson", day_zero=today, due=(due,)),), today))


def _basin(window: MainWindow) -> None:
    from datetime import UTC

    from msp_desktop.domain.carried.data import ByPlace, CommuneData, OfferData, Sender, Town
    from msp_desktop.domain.inventory import Proximity
    from msp_desktop.ui.dialogs.basin_dialog import BasinDialog

    now = window.clock()
    names = (
        "Bellefond-sur-Creuse",
        "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
        "Le Mesnil",
        "Aubeville",
        "Ajain",
        "Ur",
    )
    datas = [
        CommuneData(
            format="sante-100-jours/donnees",
            version=1,
            made_at=now.replace(tzinfo=UTC),
            sender=Sender(dossier=f"{number:032x}"),
            commune=Town(insee=f"2309{number}", name=name, population=3000 - number),
            day_zero=now.date(),
            places=tuple(
                ByPlace(profession=trade, place=Proximity.HERE, n=1 + number % 3)
                for trade in ("medecin", "infirmier", "sage-femme")[: 1 + number % 3]
            ),
            offers=(OfferData(kind="pharmacie", name="Pharmacie du Centre"),),
        )
        for number, name in enumerate(names)
    ]
    run(BasinDialog(now, window, datas))


def _copy(window: MainWindow) -> None:
    from msp_desktop.ui.papers.copy_dialog import CopyDialog

    body = "Madame, Monsieur,\n\nVeuillez trouver ci-joint l’ordre du jour.\n\nCordialement."
    run(CopyDialog(Message(("contact@exemple.fr",), "Ordre du jour", body), (), window))


def _read_words(window: MainWindow) -> None:
    from msp_desktop.ui.dialogs.read_words import ReadWords

    run(ReadWords("Notes", "Rappeler Mme Roux vendredi, avant midi.", window))


def _damaged(window: MainWindow) -> None:
    from msp_desktop.ui.shell.damaged_page import DamagedPage

    window.show_alone(DamagedPage(Path("Saint-Exemple.msp100"), "", None, window.clock().date(), opens=True))


def _federation(window: MainWindow, tab: str, count: int = 40) -> None:
    """Show the window of a federation that is made up."""
    from msp_desktop.ui.shell.federation import show
    from tools.made_up_hub import MadeUpHub

    show(window, MadeUpHub(count, window.clock().date()), tab=tab)


def _answer(window: MainWindow) -> None:
    """Show an answer to a made-up commune, with a line of each kind."""
    from msp_desktop.ui.federation.answer_dialog import AnswerDialog
    from tools.made_up import one_made_up

    data = one_made_up(0, window.clock().date())
    dialog = AnswerDialog(data, window.clock, signed="Claire Roux, chargée de mission", parent=window)
    dialog.show_lines(each_kind_about(data))
    run(dialog)


def _line_dialog(window: MainWindow, kind: str) -> None:
    from msp_desktop.ui.federation.answer_line import KINDS, LineDialog
    from tools.made_up import one_made_up

    today = window.clock().date()
    chosen = next(one for one in KINDS if one.__name__ == kind)
    run(LineDialog(chosen, one_made_up(0, today), lambda: today, parent=window))


def _open_base(window: MainWindow) -> None:
    from msp_desktop.ui.federation.open_dialog import OpenBase

    run(OpenBase(Path.home() / "federation.sqlite", "", window))


def _import(window: MainWindow) -> None:
    from msp_desktop.ui.tabs.inventory.registers import Registers

    cells = [
        ["Nom", "Prénom", "Métier", "Ville"],
        ["Roux", "Jeanne", "Infirmière", "Guéret"],
        ["Faure", "Luc", "?", ""],
    ]
    registers = window.current_page().findChild(Registers)
    assert registers is not None
    registers.pasted.emit("professionals", cells)


def _changed(window: MainWindow) -> None:
    """Have two official files tell of an arrival, a departure, a move and a new establishment; once a dossier."""
    store = _space(window).store
    if store.reader.find(Movement) is None:
        people, offer = store.reader.all(HealthProfessional, limit=3), store.reader.all(Offer, limit=1)[0]
        since, until = date(2025, 4, 14), date(2026, 4, 14)
        with store.write("RPPS") as tx:
            tx.insert(OfficialFile(kind=FileKind.RPPS, name="PS.txt", dated_on=until, read_at=datetime(2026, 4, 28, 9)))
            for kind, person in zip(MovementKind, people, strict=True):
                before = "Les Essarts" if kind is MovementKind.MOVED else ""
                tx.insert(Movement(kind=kind, professional_id=person.id, town_before=before, since=since, until=until))
            tx.insert(Movement(kind=MovementKind.ARRIVED, offer_id=offer.id, since=since, until=until))
    settle(window)


def _made(window: MainWindow) -> None:
    made = getattr(window.current_tab(), "made", None)
    assert isinstance(made, QAbstractButton)
    made.click()


def _alike(window: MainWindow) -> None:
    from msp_desktop.services.people import add_person

    for _time in range(2):
        add_person(_space(window).store, Person(civility="Mme", first_name="Jeanne", last_name="Roux"))
    settle(window, 600)


def _afresh(top: QWidget) -> None:
    """Begin a new dossier afresh: what the scene before typed in it was kept."""
    for one in top.findChildren(QAbstractButton):
        if one.isVisible() and one.accessibleName() == _("Start afresh"):
            one.click()


def _alike_link(top: QWidget) -> None:
    link = top.findChild(AlikeLink)
    assert link is not None
    settle(top, 600)
    link.click()


def _anew(window: MainWindow) -> None:
    """Have the next new dossier begin with no words of the one before."""
    from msp_desktop.paths import dossiers_folder
    from msp_desktop.services.kept_words import files_of

    for file in files_of(dossiers_folder() / "nouveau-dossier"):
        file.unlink()


def _tell(window: MainWindow) -> None:
    window.refuse("Cette adresse n’est pas complète : il y manque la fin, après le point.")


def _official(window: MainWindow, view: str) -> None:
    """Show a view of the page that pre-fills, on files nobody has to bring."""
    from msgspec.structs import replace

    from msp_desktop.ui.tabs.inventory.official_page import OfficialPage
    from msp_desktop.ui.tabs.inventory.official_state import ChosenFile, State, View
    from tools.official_reviews import FINESS, RPPS, review

    files = tuple(ChosenFile(Path(one.name), 740_000_000, one.kind) for one in (RPPS, FINESS))
    found = replace(review(), lines=()) if view == "nothing" else review()
    shown = View.DONE if view == "done" else View.REVIEW if view in ("review", "nothing") else View.CHOOSE
    state = State(view=shown, files=files, added=("23096", "23176"), review=found, done="2 ajoutés, 1 corrigé.")
    window.go_to("inventory", ("official", state))
    if view == "reading":
        page = window.current_page().findChild(OfficialPage)
        assert page is not None
        page.show_reading(320_000_000, 740_000_000, 4)


def _ask(window: MainWindow) -> None:
    from msp_desktop.ui.shell import messages

    messages.ask(window, "Ce que vous avez tapé ici n’est pas encore gardé.", "Continuer", "Quitter sans le garder")


# --- the list ----------------------------------------------------------------------------------------


def _pages(dossier: str) -> list[Scene]:
    lead = "" if dossier != EMPTY else "empty/"
    made = [Scene(f"{lead}{tab}", (go(tab),), dossier) for tab in ("timeline", "referent", "inventory", "meetings")]
    for tab, pages in (("actors", ACTORS), ("project", PROJECT)):
        made += [
            Scene(f"{lead}{tab}/{page}", (go(tab, page),), dossier)
            for page in pages.names()
            if dossier != EMPTY or page not in _CLS
        ]
    return made


#: The views of the page that pre-fills, each with what was read before.
_OFFICIAL = ("choose", "reading", "review", "nothing", "done")
_PAPERS = menu("&Edit", "Print…")
_JOURNAL, _SHEETS = go("actors", "journal"), go("project", "sheets")
_PRINT = opens("PrintDialog", _PAPERS)
_AGENDA = (go("meetings"), opens("PrintDialog", _PAPERS))

_NEW = (_window(_anew), opens("NewDossier", menu("&Dossier", "New dossier…")), _afresh)

SCENES: tuple[Scene, ...] = (
    # the window
    Scene("start/new", dossier=NONE),
    Scene("start/known", (_window(lambda w: _known(w, ("Saint-Exemple", "Aubusson", "Le Grand-Bourg"))),), NONE),
    Scene("start/many", (_window(lambda w: _known(w, [f"Saint-Exemple-lès-Essai {n}" for n in range(12)])),), NONE),
    Scene("damaged", (_window(_damaged),), NONE),
    *(Scene(f"federation/{tab}", (_window(partial(_federation, tab=tab)),), NONE) for tab in ("communes", "week", "totals", "files")),
    Scene("federation/empty", (_window(partial(_federation, tab="communes", count=0)),), NONE),
    Scene("dialog/answer", (opens("AnswerDialog", _window(_answer)),), NONE),
    *(
        Scene(f"dialog/answer/{kind}", (opens("LineDialog", _window(partial(_line_dialog, kind=kind))),), NONE)
        for kind in ("DateProposed", "Advice", "AgendaNote", "StepProposed", "EntryCorrected", "CallToAnswer")
    ),
    Scene("dialog/open-base", (opens("OpenBase", _window(_open_base)),), NONE),
    *_pages("sample"),
    *_pages(EMPTY),
    Scene("timeline/action", (go("timeline"), choose("Actions by phase", 3), keys(Qt.Key.Key_Return))),
    Scene("timeline/compass", (go("timeline"), press("The team first"))),
    *(
        Scene(f"inventory/{key}", (go("inventory", own=key),))
        for key in ("professionals", "offers", "dynamics", "needs", "opportunities")
    ),
    *(Scene(f"inventory/official/{view}", (_window(partial(_official, view=view)),)) for view in _OFFICIAL),
    Scene("inventory/writing", (go("inventory"), press("Write the finding"))),
    Scene("inventory/figures", (go("inventory", own="charts"), press("See the figures as tables"))),
    Scene("sheets/days", (_SHEETS, press("Calendar"))),
    Scene("sheets/sums", (_SHEETS, press("Totals"))),
    Scene("panel/vigilances", (_window(lambda window: window.open_panel("vigilances")),)),
    Scene("panel/exchange", (menu("&Edit", "Note an exchange"),)),
    Scene("search/found", (menu("&Edit", "Search in the dossier"), type_in("Search in the dossier", "sante"))),
    Scene("search/nothing", (menu("&Edit", "Search in the dossier"), type_in("Search in the dossier", "zzzz"))),
    # the dialogs of the window
    Scene("dialog/new-dossier", _NEW),
    Scene(
        "dialog/new-dossier/found",
        (*_NEW, type_in("Name or postcode", "sainte colombe")),
    ),
    *(
        Scene(
            f"dialog/new-dossier/{name}",
            (
                *_NEW,
                type_in("Name or postcode", "le grand-bourg"),
                *(press("Next: {step}"),) * (at + 1),
            ),
        )
        for at, name in enumerate(("mayor", "dates", "letterhead"))
    ),
    Scene("dialog/commune", (opens("CommuneForm", menu("&Dossier", "Commune and letterhead…")),)),
    Scene("dialog/privacy", (opens("PrivacyDialog", menu("&Dossier", "Personal data…")),)),
    Scene("dialog/day-zero", (opens("DayZero", menu("&Dossier", "Mandate and day 0…")),)),
    Scene("dialog/known-dossiers", (opens("KnownDossiers", menu("&Dossier", "Put away, find again…")),)),
    Scene("dialog/rename-dossier", (opens("RenameDossier", menu("&Dossier", "Rename this dossier…")),)),
    Scene("dialog/copies", (opens("CopiesDialog", menu("&Dossier", "Safe copies…")),)),
    *(
        Scene(f"dialog/help/{page}", (opens("Help", _window(partial(show_page, page=page))),))
        for page in _HELP
    ),
    Scene("dialog/about", (opens("About", menu("&Help", "About")),)),
    Scene("dialog/read-words", (opens("ReadWords", _window(_read_words)),)),
    Scene("dialog/tell", (opens("MessageBox", _window(_tell)),)),
    Scene("dialog/ask", (opens("MessageBox", _window(_ask)),)),
    # papers
    Scene("dialog/print", (_PRINT,)),
    Scene("dialog/print/agenda", _AGENDA),
    Scene("dialog/print/password", (go("inventory"), _PRINT, press("État des lieux, avec les noms (usage interne)"), opens("PasswordDialog", press("Copy with a password…")))),
    Scene(
        "dialog/print/period", (_JOURNAL, _PRINT, opens("PeriodDialog", press("Period, names, for whom…")))
    ),
    Scene("dialog/send", (*_AGENDA, opens("SendDialog", press("Send by e-mail…")))),
    Scene(
        "dialog/send/model",
        (*_AGENDA, opens("SendDialog", press("Send by e-mail…")), opens("ModelDialog", press("Change the model…"))),
    ),
    Scene("dialog/send/data", (go("timeline"), _PRINT, opens("SendDialog", press("Send by e-mail…")), press("Choose which data leave"))),
    Scene("dialog/webmail", (opens("CopyDialog", _window(_copy)),)),
    Scene("dialog/produced", (opens("ProducedDialog", menu("D&ocuments", "Documents produced…")),)),
    Scene("dialog/basin", (opens("BasinDialog", _window(_basin)),), NONE),
    Scene("dialog/basin/empty", (opens("BasinDialog", menu("&Dossier", "Join neighbouring communes…")),), NONE),
    Scene("dialog/week", (opens("WeekDialog", _window(_week)),), NONE),
    # the tabs' dialogs
    Scene("dialog/new-action", (go("timeline"), opens("NewAction", press("Add an action")))),
    Scene(
        "dialog/reword",
        (go("timeline"), choose("Actions by phase", 4), choose("Actions by phase", 3), opens("AskWords", press("Change: {text}"))),
    ),
    *(Scene(f"dialog/{name}", (_form(name),)) for name in ("federation-help", "meeting-place", "objectives", "partners")),
    Scene("dialog/other-referent", (go("referent"), opens("AskDate", press("Another référent from a day on…")))),
    Scene("dialog/paper-grid", (go("inventory"), opens("PaperEntry", of_menu("Paper grid", "Type in a grid filled in by hand")))),
    Scene("dialog/made", (go("inventory"), opens("MadeDialog", _window(_made)))),
    Scene("dialog/professional", (go("inventory", own="professionals"), opens("NewProfessionalDialog", press("Add a professional")))),
    Scene("dialog/import", (go("inventory"), opens("ImportDialog", _window(_import)))),
    Scene(
        "dialog/import/report",
        (go("inventory"), opens("ImportDialog", _window(_import)), opens("ReportDialog", press("See the whole report"))),
    ),
    Scene("dialog/guests", (go("meetings"), opens("ChoosePeople", press("Add guests")))),
    Scene("dialog/live", (go("meetings"), opens("LiveMeeting", press("During the meeting")))),
    Scene("dialog/person", (go("actors", "directory"), opens("PersonCard", press("Edit")))),
    Scene("dialog/new-person", (go("actors", "directory"), opens("NewPerson", press("Add a person")))),
    Scene("dialog/forget", (go("actors", "directory"), opens("ForgetDialog", press("Delete everywhere")))),
    Scene("dialog/write", (go("actors", "directory"), opens("WriteDialog", press("Write")))),
    Scene(
        "dialog/duplicates",
        (go("actors", "directory"), _window(_alike), opens("Duplicates", _alike_link)),
    ),
    Scene("dialog/sheet-step", (_SHEETS, opens("StepDialog", press("Change: {text}")))),
    Scene("dialog/plan-year", (go("project", "instances"), opens("PlanYear", press("Plan the year")))),
    Scene("dialog/answers", (go("project", "questionnaire"), opens("SheetEntry", press("Type in the sheets")))),
    # what two official files told
    Scene("inventory/changed", (_window(_changed), go("inventory", own="changed"))),
    # an answer of which a line is accepted: what is written here is in none of the others
    Scene("dialog/reply", (opens("ReplyDialog", _window(_reply)),)),
)  # fmt: skip
