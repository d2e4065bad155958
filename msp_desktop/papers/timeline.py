"""The papers of the tab « 100 jours »."""

from __future__ import annotations

from datetime import timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.calendar import public_holidays
from msp_desktop.domain.schedule import LAST_DAY
from msp_desktop.method.school import known_until, school_holidays
from msp_desktop.papers.embedded import embedded
from msp_desktop.papers.federation import about_the_federation, first_contact
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.timeline import timeline


def _timeline(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.timeline import write_timeline

    view = timeline(reader, context.today)
    end = view.day_zero + timedelta(LAST_DAY)
    holidays = public_holidays(view.department, view.day_zero, end)
    school = school_holidays(view.department, view.day_zero, end)
    result = write_timeline(
        path, letterhead(reader), view, holidays, school, context.now,
        school_known_until=known_until(view.department), carried=embedded(reader, context, path),
    )  # fmt: skip
    return Made(result.pages, result.replaced_glyphs, result.sha256)


PAPERS = (
    Paper("timeline", "Calendrier des 100 jours", "calendrier-100-jours", tab="timeline", make=_timeline, carries=True),
    Paper("federation-letter", "Premier courrier à la fédération", "lettre-federation", tab="timeline",
          editable=True, make=first_contact, remarks=about_the_federation, keeps_date=True),
)  # fmt: skip
