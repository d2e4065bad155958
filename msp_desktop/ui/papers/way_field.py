"""The list of ways by which a message may leave, in the dialogs that send."""

from __future__ import annotations

from msp_desktop.domain.mail import Way
from msp_desktop.exchange.mailers import ways_here
from msp_desktop.i18n import _
from msp_desktop.ui.papers.desk import Desk, way_name
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.locking import hold


def way_field(desk: Desk) -> ChoiceField:
    """Return the list, on the way this computer remembers; what is chosen is remembered."""
    present = desk.mail_way()
    ways = dict.fromkeys((Way.AUTO, *ways_here(), present))
    made = ChoiceField(_("By which way"), [(way, way_name(way)) for way in ways])
    made.setMinimumWidth(theme().px(160))
    made.show_typed(present)
    made.request_value.connect(desk.keep_mail_way)
    hold("MailWay", made)
    return made
