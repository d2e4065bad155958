"""The pages of the tab « Projet de santé », left to right, in the groups of its heads."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.action_sheets import ActionSheet
from msp_desktop.i18n import N_
from msp_desktop.services.calls import open_count
from msp_desktop.services.instance_of import instance_count
from msp_desktop.services.schemes import cls_is_carried, ticked_count
from msp_desktop.ui.paged.entries import PageEntry, Pages

_ROAD, _CLS = N_("The road"), N_("CLS")


def _sheets(reader: Reader) -> int:
    return len(reader.all(ActionSheet))


PAGES = Pages(
    "msp_desktop.ui.tabs.project",
    (
        PageEntry("road", N_("Towards an MSP"), group=_ROAD),
        PageEntry("neighbours", N_("Neighbouring towns"), group=_ROAD),
        PageEntry("walls", N_("Before the walls"), group=_ROAD),
        PageEntry("welcome", N_("Welcoming"), group=_ROAD),
        PageEntry("conditions", N_("Conditions")),
        PageEntry("schemes", N_("Schemes"), ticked_count),
        PageEntry("sheets", N_("Action sheets"), _sheets, group=_CLS, shown=cls_is_carried),
        PageEntry("instances", N_("Bodies that steer"), instance_count, group=_CLS, shown=cls_is_carried),
        PageEntry("post", N_("The post"), group=_CLS, shown=cls_is_carried),
        PageEntry("diagnosis", N_("Diagnosis"), group=_CLS, shown=cls_is_carried),
        PageEntry("calls", N_("Calls"), open_count, group=_CLS, shown=cls_is_carried),
        PageEntry("evaluation", N_("Evaluation"), group=_CLS, shown=cls_is_carried),
        PageEntry("questionnaire", N_("Questionnaire")),
    ),
)
