"""What a progress report says first: its one sentence, its figures, what the town knows."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.findings import alone_sentence, departures_sentence, known_departures, ready_sentence
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.inventory_views import InventoryView, tallied
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Category
from msp_desktop.domain.report import ReportNote
from msp_desktop.domain.report_words import enumerated, kept_sentences, lead_sentence, sentence
from msp_desktop.domain.schedule import LAST_DAY, Timeline
from msp_desktop.domain.what_changed import latest, told_sentence
from msp_desktop.formats.dates import long_date, short_date
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.numbers import number
from msp_desktop.method.report import kit_report
from msp_desktop.services.inventory import inventory_view
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.open_data.what_changed import what_changed
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.report_who import Discretion

#: The longest a finding of the town's own stands among what is known, in letters.
_FINDING = 150
_FIRST_MEETING = "premiere-rencontre"


# --- the one sentence -------------------------------------------------------------------------------


def lead(reader: Reader, view: Timeline) -> str:
    """Return the sentence at the top: how far the town is, and the facts that show it."""
    kit, facts = kit_report().lead, _facts(reader, view)
    if view.phase == "before" and not facts:
        return kit.before.format(jour=long_date(view.day_zero))
    if not facts and not any(phase.done for phase in view.phases):
        return filled(kit.nothing, letterhead(reader).words())
    counted = [phase for phase in view.phases if phase.number <= 3]
    first = counted[0]
    if all(phase.done == phase.total for phase in counted):
        return lead_sentence(kit.complete, facts)
    if view.phase == "after":
        return lead_sentence(kit.after, facts)
    if first.total and first.done == first.total:
        return lead_sentence(
            kit.acting if any(phase.done for phase in counted[1:]) and view.phase != "1" else kit.based, facts
        )
    return lead_sentence(kit.begun, facts)


def _facts(reader: Reader, view: Timeline) -> list[str]:
    kit = kit_report().lead
    done = {action.code for action in view.actions() if action.state is ActionState.DONE}
    facts = []
    if "contact-federation" in done or reader.find(Exchange, category=Category.FEDERATION, draft=False):
        facts.append(kit.accompanied)
    sheet = referent_sheet(reader)
    if sheet.complete and "etat-des-lieux" not in done:
        facts.append(agreed(kit.referent, sheet.feminine, sheet.second is not None))
    findings = inventory_view(reader, view.today).findings()
    answered = sum(bool(one.answer.strip()) for one in findings)
    if "etat-des-lieux" in done or (findings and answered == len(findings)):
        facts.append(kit.inventory_done)
    elif answered:
        facts.append(kit.inventory_begun)
    meetings = [row for row in reader.all(Meeting, kind=_FIRST_MEETING) if row.state is not MeetingState.CANCELLED]
    if any(row.state is MeetingState.HELD for row in meetings):
        facts.append(kit.meeting_held)
    elif any(row.held_on is not None and row.held_on >= view.today for row in meetings):
        facts.append(kit.meeting_dated)
    return facts


# --- the figures ------------------------------------------------------------------------------------


def figures(reader: Reader, view: Timeline, begin: date, end: date) -> tuple[tuple[str, str], ...]:
    """Return up to four figures with the words under them; what is nought is left out, but for the actions done."""
    done, total = sum(phase.done for phase in view.phases), sum(phase.total for phase in view.phases)
    day = f"au jour {view.day} sur {LAST_DAY}" if 0 <= view.day <= LAST_DAY else f"au {short_date(view.today)}"
    found = [(f"{number(done)} sur {number(total)}", f"{agreeing(done, 'action faite', 'actions faites')}\n{day}")]
    inventory = inventory_view(reader, view.today)
    professionals = len(inventory.professionals)
    departures = known_departures(inventory.departures, view.today.year + 2)
    held = [row for row in reader.all(Meeting, state=MeetingState.HELD) if row.held_on and begin <= row.held_on <= end]
    exchanges = [row for row in reader.all(Exchange, draft=False) if begin <= row.held_on <= end]
    others = (
        (
            professionals,
            agreeing(professionals, "professionnel ici\net à proximité", "professionnels ici\net à proximité"),
        ),
        (departures, f"{agreeing(departures, 'départ connu', 'départs connus')}\nd’ici {view.today.year + 2}"),
        (len(held), agreeing(len(held), "rencontre\ntenue", "rencontres\ntenues")),
        (len(exchanges), agreeing(len(exchanges), "échange\nnoté", "échanges\nnotés")),
    )
    return (*found, *[(number(count), words) for count, words in others if count][:3])


# --- what the town knows ------------------------------------------------------------------------------


def known(reader: Reader, kept: Discretion, today: date) -> tuple[ReportNote, ...]:
    """Return what the inventory shows, in sentences: what is counted, then needs, dynamics, opportunities, the town's findings."""
    view, kit = inventory_view(reader, today), kit_report().knowledge
    tally = tallied(view.professionals)
    counted = {
        "departs": departures_sentence(view.departures, today.year + 2),
        "isoles": alone_sentence(tally),
        "motives": ready_sentence(tally),
    }
    needs = [row.title for row in sorted(view.needs, key=lambda need: -need.strength) if not kept.named(row.title)]
    dynamics = [row.title for row in view.dynamics if not kept.named(row.title)]
    opportunities = [row.title for row in view.opportunities if not kept.named(row.title)]
    found = [ReportNote("", " ".join(filter(None, counted.values())))]
    found.append(ReportNote(kit.changed, told_sentence(latest(what_changed(reader).changes))))
    found.append(ReportNote(kit.needs if len(needs) > 1 else kit.need, enumerated(needs)))
    found.append(ReportNote(kit.dynamics, enumerated(dynamics)))
    found.append(ReportNote(kit.opportunities, enumerated(opportunities)))
    told = {code for code, text in counted.items() if text}
    found += [ReportNote("", text) for text in _findings(view, kept, told, bool(needs))]
    found = [note for note in found if note.text]
    if found and view.inventory.made_with_federation is Tri.YES and view.inventory.shared_on:
        words = filled(kit.shared, letterhead(reader).words())
        found.append(ReportNote("", sentence(f"{words} le {short_date(view.inventory.shared_on)}")))
    return tuple(found)


def _findings(view: InventoryView, kept: Discretion, counted: set[str], needs: bool) -> list[str]:
    """Return the beginning of the town's own findings, but for the questions that the registers have answered."""
    answered = counted | ({"difficultes"} if needs else set())
    return [
        kept_sentences(one.answer, kept.named, _FINDING)
        for one in view.findings()
        if one.answer.strip() and one.code not in answered
    ]
