"""The instances of a CLS and the calendar of the year as a paper."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.method.instances import kit_instances
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.instance_of import instance_count
from msp_desktop.services.instances import instances, sittings
from msp_desktop.services.letterhead import letterhead


def _no_instance(reader: Reader, _context: Context) -> str | None:
    if instance_count(reader):
        return None
    return _("There is no instance yet: begin with those proposed, in the health project.")


def _about(reader: Reader, context: Context) -> tuple[str, ...]:
    if any(view.members for view in instances(reader, _year(context))):
        return (_("This page names who sits in each instance."),)
    return ()


def _year(context: Context) -> int:
    return (context.scope.since or context.today).year


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.instances import InstanceWords, write_instances

    kit, year = kit_instances(), _year(context)
    words = InstanceWords(kit.introduction, kit.concertation, kit.no_quorum)
    result = write_instances(
        path, letterhead(reader), instances(reader, year), sittings(reader, year), year, words, context.now
    )
    return Made(result.pages, result.replaced_glyphs, result.sha256)


INSTANCES = Paper(
    "instances", "Instances et calendrier", "instances", tab="project", make=_make, missing=_no_instance, remarks=_about,
    names_people=True, scoped=True,
)  # fmt: skip
