"""How far a dossier is, for the header, the start page and `show`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.dossier_marks import mark_of
from msp_desktop.domain.follow_ups import FollowUp
from msp_desktop.domain.schedule import (
    LAST_DAY,
    ActionView,
    Timeline,
    day_number,
    next_actions,
    overdue_after_the_end,
    phase_of_day,
)
from msp_desktop.formats.quick import day_date, long_date, near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.timeline import timeline

if TYPE_CHECKING:
    from msp_desktop.db.store import Store


class Header(Struct, frozen=True):
    """The one line above the tabs; `next_id` is the action it leads to, `late` where that is past its day.

    `mark` tells the dossier from others of its commune: a copy, the sample.
    """

    commune: str
    department: str
    day: str
    phase: str
    day_number: int
    next_thing: str
    next_id: int | None
    title: str
    mark: str = ""
    late: bool = False


def header(reader: Reader, today: date, stem: str = "") -> Header:
    """Return the header of the window on a day; `stem` is the name of the dossier's file, without its ending."""
    commune = reader.one(Commune, 1)
    view = timeline(reader, today)
    coming = next_actions(view, 1)
    words = day_words(commune.day_zero, today)
    mark = dossier_mark(commune.name, stem, is_sample=commune.is_sample)
    named = f"{commune.name} ({mark})" if mark else commune.name
    return Header(
        commune=commune.name,
        department=commune.department,
        day=short_day_words(commune.day_zero, today),
        phase=phase_words(view.phase),
        day_number=view.day,
        next_thing=_next_words(coming[0], today) if coming else _nothing_next(view),
        next_id=coming[0].id if coming else None,
        title=f"{named} – {words}",
        mark=mark,
        late=bool(coming and coming[0].is_late),
    )


def dossier_mark(commune: str, stem: str, *, is_sample: bool) -> str:
    """Return what tells a dossier from others of its commune: that it is the sample, what its file says."""
    own = mark_of(commune, stem) if stem else ""
    return ", ".join(filter(None, (_("sample") if is_sample else "", own)))


def file_words(store: Store) -> str:
    """Return the name of a dossier's file without its ending; of a safe copy that is looked at, the day it was made."""
    if not store.is_copy:
        return store.path.stem
    from msp_desktop.services.copy_list import copy_name  # what lists the copies is not loaded before one is opened

    return copy_name(store.path)


def short_day_words(day_zero: date, today: date) -> str:
    """Return « Jour 37 sur 100 », « Jour 140 », « Dans 5 jours »."""
    day = day_number(day_zero, today)
    if day < 0:
        return ngettext("Begins in {count} day", "Begins in {count} days", -day).format(count=-day)
    if day <= LAST_DAY:
        return _("Day {day} of 100").format(day=day)
    return _("Day {day}").format(day=day)


def day_words(day_zero: date, today: date) -> str:
    """Return the same in full: after the end, « jour 140 (les 100 jours ont pris fin le mardi 30 juin 2026) »."""
    day = day_number(day_zero, today)
    if day < 0:
        return _("the 100 days begin on {day}").format(day=long_date(day_zero, language()))
    if day <= LAST_DAY:
        return _("day {day} of 100").format(day=day)
    end = long_date(day_zero + timedelta(LAST_DAY), language())
    return _("day {day} (the 100 days ended on {end})").format(day=day, end=end)


def phase_words(phase: str) -> str:
    """Return « phase 2 », « avant », « après »."""
    return {"before": _("before"), "after": _("after")}.get(phase) or _("phase {number}").format(number=phase)


def summary(reader: Reader, today: date) -> dict[str, Any]:
    """Return how far a dossier is as plain values, for `show --json` and whoever consolidates dossiers."""
    from msp_desktop.services.federations import federation_remarks, own_federation
    from msp_desktop.services.follow_ups import all_owed
    from msp_desktop.services.inventory import departures_by_horizon, inventory_view
    from msp_desktop.services.meetings import meeting_lines
    from msp_desktop.services.vigilance import vigilance_values

    commune = reader.one(Commune, 1)
    view = timeline(reader, today)
    inventory = inventory_view(reader, today)
    federation = own_federation(reader)
    return {
        "commune": {
            "name": commune.name,
            "insee": commune.insee or None,
            "federation": {
                "name": federation.name,
                "email": federation.email or None,
                "phone": federation.phone or None,
                "to_confirm": federation.to_confirm,
                "remarks": list(federation_remarks(federation)),
            },
        },
        "mandate_start": commune.mandate_start.isoformat(),
        "day_zero": commune.day_zero.isoformat(),
        "today": today.isoformat(),
        "day": view.day,
        "phase": phase_of_day(view.day),
        "progress": {str(phase.number): {"done": phase.done, "total": phase.total} for phase in view.phases},
        "next": [_next_values(action) for action in next_actions(view)],
        "inventory": {
            "findings": {"filled": inventory.filled(), "total": len(inventory.findings())},
            "professionals": len(inventory.professionals),
            "departures": departures_by_horizon(inventory),
        },
        "meetings": [
            {
                "id": line.id,
                "date": line.held_on.isoformat() if line.held_on else None,
                "kind": line.kind,
                "title": line.title,
                "state": line.state.value,
                "total_minutes": line.total,
            }
            for line in meeting_lines(reader)
        ],
        **vigilance_values(reader, today),
        "follow_ups": [_follow_up_values(one) for one in all_owed(reader, today)],
    }


def summary_lines(values: dict[str, Any]) -> list[str]:
    """Return the summary in a few lines of words."""
    day_zero, today = date.fromisoformat(values["day_zero"]), date.fromisoformat(values["today"])
    inventory = values["inventory"]
    lines = [f"{values['commune']['name']} – {day_words(day_zero, today)}"]
    federation = values["commune"]["federation"]
    ways = ", ".join(filter(None, (federation["name"], federation["phone"], federation["email"])))
    lines.append(_("Federation: {ways}").format(ways=ways))
    lines += [f"  {remark}" for remark in federation["remarks"]]
    for number, phase in values["progress"].items():
        words = ngettext(
            "Phase {number}: {done} of {total} done", "Phase {number}: {done} of {total} done", phase["done"]
        )
        lines.append(words.format(number=number, **phase))
    for action in values["next"]:
        due = near_date(date.fromisoformat(action["due"]), today, language()) if action["due"] else "–"
        late = ngettext("{count} day late", "{count} days late", action["late"]).format(count=action["late"])
        lines.append(f"- {action['title']}, {due}{f' ({late})' if action['late'] else ''}")
    points = values["vigilances"]
    words = ngettext("{count} point to watch", "{count} points to watch", len(points)).format(count=len(points))
    lines.append(words if points else _("Nothing to watch"))
    lines += [f"  {point['title']} – {point['shows']}" for point in points]
    filled, people = inventory["findings"]["filled"], inventory["professionals"]
    findings = ngettext("{filled} finding of {total}", "{filled} findings of {total}", filled)
    professionals = ngettext("{count} professional", "{count} professionals", people).format(count=people)
    lines.append(
        _("Inventory: {findings}, {professionals}").format(
            findings=findings.format(**inventory["findings"]), professionals=professionals
        )
    )
    return [*lines, *_follow_up_lines(values["follow_ups"], today)]


def _follow_up_lines(follow_ups: list[dict[str, Any]], today: date) -> list[str]:
    """Return what is owed after exchanges, a line each, under how much of it is due."""
    if not follow_ups:
        return []
    due = sum(one["state"] in ("late", "today") for one in follow_ups)
    lines = [_("Follow-ups: {total}, {due} of them due").format(total=len(follow_ups), due=due)]
    for one in follow_ups:
        day = near_date(date.fromisoformat(one["due"]), today, language()) if one["due"] else _("no date")
        late = ngettext("{count} day late", "{count} days late", one["late"]).format(count=one["late"])
        words = ", ".join(filter(None, (one["with"], one["what"], day)))
        lines.append(f"- {words}{f' ({late})' if one['late'] else ''}")
    return lines


def _follow_up_values(one: FollowUp) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.source.value,
        "closes": one.closes_on.isoformat() if one.closes_on else None,
        "due": one.due.isoformat() if one.due else None,
        "state": one.state.value,
        "late": one.days_late,
        "with": one.whom,
        "what": one.what,
        "by": one.by,
        "since": one.held_on.isoformat(),
    }


def _nothing_next(view: Timeline) -> str:
    overdue = len(overdue_after_the_end(view))
    if not overdue:
        return _("Everything planned is done")
    return ngettext("{count} action to plan again", "{count} actions to plan again", overdue).format(count=overdue)


def _next_words(action: ActionView, today: date) -> str:
    limit = action.planned or action.due
    if limit is None:
        return _("To do: {title}").format(title=action.short_title)
    if action.is_late:
        words = ngettext("{title}, late by {count} day", "{title}, late by {count} days", action.late_days)
        return words.format(title=action.short_title, count=action.late_days)
    if action.meeting is not None and action.meeting.held_on == limit:
        return _("To come: {title}, on {day}").format(title=action.short_title, day=day_date(limit, language()))
    return _("To do: {title}, by {day}").format(title=action.short_title, day=day_date(limit, language()))


def _next_values(action: ActionView) -> dict[str, Any]:
    limit = action.planned or action.due
    return {
        "id": action.code or str(action.id),
        "title": action.title,
        "due": limit.isoformat() if limit else None,
        "state": action.state.value,
        "late": action.late_days,
    }
