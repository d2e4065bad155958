"""The yearly activity report of a CLS: what was done, with whom, what was asked and obtained, what was found, what comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.text import glued, typed_paragraphs
from msp_desktop.domain.action_plan import SheetView
from msp_desktop.domain.action_sheets import SheetState
from msp_desktop.domain.activity import Activity
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.instances import InstanceView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import MeetingState
from msp_desktop.formats.dates import long_date, medium_date, period_words, short_date
from msp_desktop.formats.french.bodies import the_body
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, decimal, euros
from msp_desktop.formats.text import one_line

#: How far a sheet is, and an answer to a call, on paper.
STATES = {
    SheetState.TODO: "à lancer",
    SheetState.DOING: "en cours",
    SheetState.DONE: "terminée",
    SheetState.DROPPED: "abandonnée",
}
ANSWERS = {
    CallState.WATCHED: "repéré",
    CallState.ANSWERING: "réponse en cours",
    CallState.SENT: "réponse envoyée",
    CallState.WON: "obtenu",
    CallState.LOST: "refusé",
    CallState.LEFT: "laissé de côté",
}
_SHEETS, _STEPS, _MONEY = (80.0, 44.0, 44.0), (28.0, 66.0, 74.0), (78.0, 30.0, 30.0, 30.0)
_MEASURED = (84.0, 22.0, 22.0, 40.0)
_INSTANCES, _CALLS, _FOUND = (84.0, 56.0, 28.0), (66.0, 44.0, 30.0, 28.0), (60.0, 62.0, 46.0)


def title_of(activity: Activity) -> str:
    """Return « Rapport d'activité 2026 »."""
    return f"Rapport d’activité {activity.year}"


def write_activity_report(path: Target, head: Letterhead, activity: Activity, made_at: datetime) -> BuildResult:
    """Write the report; parts with nothing to tell are left out."""
    title = title_of(activity)

    def story(_density: float) -> list[Flowable]:
        body = [
            *blocks.title_block(title, glued(_subtitle(activity)), after=5),
            *blocks.key_figures(figures(activity)),
            blocks.gap(3),
            *_opening(activity),
            *_plan(activity, made_at.date()),
            *_indicators(activity),
            *_funding(activity),
            *_instances(activity),
            *_calls(activity),
            *_evaluation(activity),
            *_watch(activity),
            *_outlook(activity),
        ]
        signature = blocks.signature(
            blocks.Signer(head.mayor_title, head.mayor), place=head.commune, date=long_date(made_at.date())
        )
        return blocks.ending(body, [blocks.gap(4), signature])

    return build(path, story, furniture(head, title, made_at.date()), made_at=made_at, subject="Contrat local de santé")


def figures(activity: Activity) -> list[tuple[str, str]]:
    """Return the figures at the head: sheets under way or done where there are any, meetings held, calls answered, euros obtained."""
    sheets = activity.sheets()
    going = sum(sheet.sheet.state in (SheetState.DOING, SheetState.DONE) for sheet in sheets)
    answered = sum(call.state in (CallState.SENT, CallState.WON, CallState.LOST) for call in activity.calls)
    many = agreeing(len(sheets), "fiche action en cours ou terminée", "fiches action en cours ou terminées")
    return [
        *([(f"{going} sur {len(sheets)}", many)] if sheets else []),
        (str(activity.held()), "réunion d’instance tenue" if activity.held() < 2 else "réunions d’instance tenues"),
        (str(answered), "réponse à un appel" if answered < 2 else "réponses à des appels"),
        (euros(activity.money.obtained), f"obtenus pour {activity.year}"),
    ]


def _subtitle(activity: Activity) -> str:
    period = period_words(activity.since, activity.until)
    carried = f", porté par {the_body(activity.carried_by)}" if activity.carried_by else ""
    return f"Contrat local de santé{carried}, {period}"


def _opening(activity: Activity) -> list[Flowable]:
    rows = []
    if activity.opening.strip():
        rows.append(blocks.Row(label="L’année en quelques mots", content=activity.opening, rule=0))
    if activity.coordination:
        rows.append(blocks.Row(label="Coordination", content=capital(activity.coordination), rule=0))
    return [*blocks.sections(rows), blocks.gap(3)] if rows else []


def _plan(activity: Activity, today: date) -> list[Flowable]:
    """Return the sheets as they are today, whatever the period: what they were at its end is not kept."""
    if not activity.sheets():
        return []
    rows: list[blocks.Line] = []
    for axis in activity.axes:
        rows.append(blocks.Group(f"Axe {axis.number}. {one_line(axis.title)}"))
        rows += [
            [f"{sheet.number} {one_line(sheet.sheet.title)}", progress(sheet), sheet.sheet.lead or "–"]
            for sheet in axis.sheets
        ]
    table = blocks.open_table(
        ["Fiche action", "Avancement", "Pilote"], rows, _SHEETS, stub=1, air=1.3, summary="Avancement des fiches action"
    )
    done = [[short_date(one.day), one.sheet, capital(one.words)] for one in activity.steps]
    steps = (
        [
            blocks.section_heading("Étapes faites"),
            blocks.gap(1.5),
            *blocks.open_table(
                ["Date", "Fiche", "Étape"], done, _STEPS, bold=(0,), stub=1, air=1.3, summary="Étapes faites"
            ),
            blocks.gap(5),
        ]
        if done
        else []
    )
    heading = f"Plan d’action au {medium_date(today)}"
    return [blocks.section_heading(glued(heading)), blocks.gap(1.5), *table, blocks.gap(5), *steps]


def progress(sheet: SheetView) -> str:
    """Return « en cours, 3 étapes sur 5 »."""
    words = STATES[sheet.sheet.state]
    if sheet.steps and sheet.sheet.state is not SheetState.DONE:
        words += f", {counted(sheet.steps_done, 'étape')} sur {len(sheet.steps)}"
    return words


def _indicators(activity: Activity) -> list[Flowable]:
    """Return what was measured in the period, each with where it began and what is aimed at."""
    rows: list[blocks.Line] = []
    for sheet in activity.sheets():
        for view in sheet.indicators:
            within = [one for one in view.values if activity.since <= one.measured_on <= activity.until]
            if within:
                indicator, last = view.indicator, within[-1]
                name = f"{sheet.number} {one_line(indicator.title)}"
                when = f"{decimal(last.value)} le {short_date(last.measured_on)}"
                named = f"{name} ({indicator.unit})" if indicator.unit else name
                rows.append([named, _figure(indicator.baseline), _figure(indicator.target), glued(when)])
    if not rows:
        return []
    table = blocks.open_table(
        ["Indicateur", "Départ", "Cible", "Dernière mesure"], rows, _MEASURED, numeric=(1, 2, 3), stub=1, air=1.3,
        summary="Indicateurs mesurés",
    )  # fmt: skip
    return [blocks.section_heading("Indicateurs mesurés"), blocks.gap(1.5), *table, blocks.gap(5)]


def _figure(value: float | None) -> str:
    return "–" if value is None else decimal(value)


def _funding(activity: Activity) -> list[Flowable]:
    if not activity.funders:
        return []
    rows = [
        [name or "financeur à trouver", euros(money.planned), euros(money.asked), euros(money.obtained)]
        for name, money in activity.funders
    ]
    sums = activity.money
    rows.append(["Total", euros(sums.planned), euros(sums.asked), euros(sums.obtained)])
    table = blocks.open_table(
        ["Financeur", "Prévu", "Demandé, sans réponse", "Obtenu"], rows, _MONEY, numeric=(1, 2, 3), stub=1, total=True, air=1.3,
        summary=f"Financements de {activity.year}",
    )  # fmt: skip
    return [blocks.section_heading(f"Financements de {activity.year}"), blocks.gap(1.5), *table, blocks.gap(5)]


def _instances(activity: Activity) -> list[Flowable]:
    shown = [view for view in activity.instances if view.sittings]
    if not shown:
        return []
    rows = [[view.instance.name, _days(view), _came(view)] for view in shown]
    table = blocks.open_table(
        ["Instance", "Réunions", "Présences"], rows, _INSTANCES, stub=1, air=1.3, summary="Réunions des instances"
    )
    return [blocks.section_heading("Vie des instances"), blocks.gap(1.5), *table, blocks.gap(5)]


def _days(view: InstanceView) -> str:
    words = []
    for one in view.sittings:
        if one.held_on is not None:
            state = {MeetingState.CANCELLED: " (annulée)", MeetingState.PLANNED: " (prévue)"}.get(one.state, "")
            words.append(f"{short_date(one.held_on)}{state}")
    return glued(", ".join(words))


def _came(view: InstanceView) -> str:
    held = [one for one in view.sittings if one.state is MeetingState.HELD and one.invited]
    if not held:
        return "–"
    return f"{sum(one.present for one in held)} sur {sum(one.invited for one in held)}"


def _calls(activity: Activity) -> list[Flowable]:
    if not activity.calls:
        return []
    rows = [[one_line(call.subject), call.funder or "–", _answer(call), _amount(call)] for call in activity.calls]
    table = blocks.open_table(
        ["Appel", "Financeur", "Suite donnée", "Montant"], rows, _CALLS, numeric=(3,), stub=1, air=1.3,
        summary="Appels suivis",
    )  # fmt: skip
    return [blocks.section_heading("Appels à projets et financements"), blocks.gap(1.5), *table, blocks.gap(5)]


def _answer(call: Call) -> str:
    words = ANSWERS[call.state]
    if call.is_open and call.closes_on is not None:
        return glued(f"{words}, clôture le {short_date(call.closes_on)}")
    return glued(f"{words} le {short_date(call.sent_on)}") if call.state is CallState.SENT and call.sent_on else words


def _amount(call: Call) -> str:
    if call.obtained is not None:
        return euros(call.obtained)
    return f"{euros(call.asked)} demandés" if call.asked is not None else "–"


def _evaluation(activity: Activity) -> list[Flowable]:
    if not activity.questions:
        return []
    rows: list[blocks.Line] = [[row.question, row.result, row.priority.strip() or "–"] for row in activity.questions]
    table = blocks.open_table(
        ["Question", "Ce que l’on constate", "Nouvelle priorité"], rows, _FOUND, stub=1, air=1.5, summary="Évaluation"
    )
    return [blocks.section_heading("Évaluation et nouvelles priorités"), blocks.gap(1.5), *table, blocks.gap(5)]


def _watch(activity: Activity) -> list[Flowable]:
    if not activity.watched:
        return []
    lines = [glued(f"{short_date(day)}\u00a0: {words}") for day, words in activity.watched]
    return blocks.sections([blocks.Row(label="Besoins remontés dans l’année", content=blocks.bullets(lines), rule=0)])


def _outlook(activity: Activity) -> Sequence[Flowable]:
    if not activity.outlook.strip():
        return []
    content = list(typed_paragraphs(activity.outlook, style.style("text")))
    return blocks.sections([blocks.Row(label="La suite", content=content, rule=0)])
