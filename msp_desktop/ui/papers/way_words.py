"""What the ways of sending are called."""

from __future__ import annotations

from msp_desktop.domain.mail import Way
from msp_desktop.i18n import _


def way_name(way: Way) -> str:
    """Return the name of a way in the interface's language."""
    return {
        Way.AUTO: _("The first way that works here"),
        Way.MAPI: _("The mail program of this computer"),
        Way.THUNDERBIRD: _("Thunderbird"),
        Way.OUTLOOK: _("Outlook"),
        Way.DRAFT: _("A draft to open in the mail program"),
        Way.WEBMAIL: _("Webmail: copy and paste"),
    }[way]
