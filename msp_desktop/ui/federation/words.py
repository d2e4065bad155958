"""What the federation's window calls things: phases, référents, departments, points to watch, steps of a story."""

from __future__ import annotations

from msp_desktop.domain.carried.data import Milestone
from msp_desktop.domain.federated.changes import Point, What
from msp_desktop.domain.federated.communes import Order
from msp_desktop.domain.federated.files import Verdict
from msp_desktop.domain.federated.week import Due, Kind
from msp_desktop.i18n import N_, _, ngettext
from msp_desktop.method.departments import department_for
from msp_desktop.method.federations import federation_for, kit_federations
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.method.vigilance import kit_vigilances

#: The phases as the lines have them, in their order.
PHASES = ("before", "1", "2", "3", "after")
_PHASE = {
    "before": N_("not begun"),
    "1": N_("phase 1"),
    "2": N_("phase 2"),
    "3": N_("phase 3"),
    "after": N_("after day 100"),
}
#: The same where there is little room: the bar beside them says the rest.
_SHORT = {**_PHASE, "before": N_("before"), "after": N_("after")}
#: Letters of a department's name that its column has room for.
_LETTERS = 9
_REFERENT = {"elected": N_("designated"), "staff": N_("designated"), "pair": N_("pair"), "": N_("not yet")}
ORDERS = {
    Order.VIGILANCES: N_("by points to watch"),
    Order.NAME: N_("by name"),
    Order.DEPARTMENT: N_("by department"),
    Order.DAY: N_("by day"),
    Order.DONE: N_("by actions done"),
    Order.LATE: N_("by actions late"),
    Order.REFERENT: N_("by référent"),
    Order.LEAVING: N_("by departures"),
    Order.MADE_AT: N_("by last news"),
    Order.CONTACTED: N_("by first contact"),
}
_VERDICTS = {Verdict.TAKEN: N_("taken"), Verdict.UNCHANGED: N_("already there"), Verdict.REFUSED: N_("not taken")}
#: The glyph and the tone of each state of a step.
STATES = {"done": ("done", "done"), "late": ("warning", "late"), "planned": ("todo", "ink2")}


def phase_words(phase: str) -> str:
    """Return « phase 2 », « pas commencé »."""
    return _(_PHASE[phase])


def short_phase(phase: str) -> str:
    """Return « phase 2 », « avant »."""
    return _(_SHORT[phase])


def referent_words(kind: str) -> str:
    """Return « désigné », « binôme », « pas encore »."""
    return _(_REFERENT.get(kind, _REFERENT["elected"]))


def verdict_words(verdict: Verdict) -> str:
    """Return what became of a file, in words."""
    return _(_VERDICTS[verdict])


def department_words(code: str) -> str:
    """Return a department's name, or its code where it is not known."""
    known = department_for(code)
    return known.name if known is not None else code


def short_department(code: str) -> str:
    """Return a department's name where a narrow column has room for it, else its code."""
    words = department_words(code)
    return words if len(words) <= _LETTERS else code


def federation_words(code: str) -> tuple[str, str]:
    """Return the name and the region of the federation with this code; « Fédération » where it is not known."""
    if code not in {entry.code for entry in kit_federations().federations}:
        return _("Federation"), ""
    entry = federation_for(code)
    return entry.name, entry.region


def vigilance_words(code: str) -> str:
    """Return a point to watch by its code, in words."""
    point = kit_vigilances().point(code)
    return point.title if point is not None else _("point this version does not know ({code})").format(code=code)


def watched_words(count: int) -> str:
    """Return « 2 points »."""
    return ngettext("{count} point", "{count} points", count).format(count=count)


def due_words(due: Due) -> str:
    """Return what comes in a commune: a meeting by its kind, a step in the town's own words, else the kit's."""
    if due.kind is Kind.MEETING:
        return kit_meetings().kind(due.code).title
    action = kit_timeline().action(due.code) if due.code else None
    return due.text or (action.short_title if action is not None else due.code)


def step_words(step: Milestone) -> str:
    """Return what a dated step is called: the town's own words, else the kit's."""
    action = kit_timeline().action(step.code)
    return step.text or (action.short_title if action is not None else step.code or "")


def change_words(point: Point) -> str:
    """Return what changed in a commune, "" for what is said of each version anyway."""
    match point.what:
        case What.REFERENT:
            return _("référent: {state}").format(state=referent_words(point.after))
        case What.LEAVING:
            words = _("leaving within five years: {after} ({before} before)")
            return words.format(after=point.after, before=point.before)
        case What.HEADCOUNT:
            words = _("{profession}: {after} ({before} before)")
            return words.format(
                profession=kit_inventory().profession(point.subject).masculine, after=point.after, before=point.before
            )
        case What.VIGILANCE:
            return _("to watch now: {point}").format(point=vigilance_words(point.subject))
        case What.VIGILANCE_OVER:
            return _("no longer to watch: {point}").format(point=vigilance_words(point.subject))
    return ""
