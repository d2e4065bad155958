"""Beside the neighbouring towns: what is noted of the one chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.neighbours import FIRST_YEAR, LAST_YEAR, NeighbourTown, years_taken
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.guidance import compass
from msp_desktop.services import neighbours as service
from msp_desktop.ui.forms.field import Field, day, line, note, number, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class NeighbourPanel(QWidget):
    """Show and change what is noted of one town."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self.delete = LinkButton(_("Take this town out"), "trash")
        lock(workspace, self.delete)
        years = (FIRST_YEAR, LAST_YEAR)
        self.form = Form(
            workspace, NeighbourTown, service.update_neighbour,
            [
                (Field("town", _("Town"), line()), Field("distance_km", _("Distance"), number("km"), width=110)),
                Field("contact", _("Whom to call there"), person()),
                Field("noted_on", _("Noted on"), day(toward=Toward.BEHIND)),
                (
                    Field("begun", _("Begun in"), number("", whole=True, span=years)),
                    Field("recognised", _("Recognised in"), number("", whole=True, span=years)),
                ),
                Field("team", _("The team"), note(least=1)),
                Field("premises", _("The premises"), note(least=1)),
                Field("helped", _("What helped"), note(least=1)),
                Field("hindered", _("What held back"), note(least=1)),
                Field("kept", _("What we keep of it"), note(least=2)),
            ],
            spacing=8,
        )  # fmt: skip
        order = " → ".join(compass().good_order)
        self._why = holder(column(divider(), Label(_("The good order"), bold=True, wrap=True), hint(order), spacing=4))
        page = column(
            self._heading,
            self._under,
            self.form,
            row(self.delete, -1),
            self._why,
            -1,
            margins=(24, 16, 16, 16),
            spacing=8,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("The neighbouring town chosen"))
        box.addWidget(self._pane)
        self._shown = 0

    def show_town(self, town: NeighbourTown | None) -> None:
        """Show a town; what to ask where none is chosen."""
        self.form.setVisible(town is not None)
        self.delete.setVisible(town is not None)
        self._under.setVisible(town is not None)
        if town is None:
            self._heading.setText(_("What to ask a neighbouring town"))
            self._shown = 0
            return
        if self._shown != town.id:
            self._shown = town.id
            self._pane.verticalScrollBar().setValue(0)
        self._heading.setText(town.town)
        self._under.setText(took_words(town) or _("How long it took is told by the two years."))
        self.form.show_record(town)


def took_words(town: NeighbourTown) -> str:
    """Return « 4 ans entre le début et la reconnaissance », "" where the years are not known."""
    years = years_taken(town)
    if years is None:
        return ""
    if not years:
        return _("recognised within the year")
    return ngettext(
        "{count} year from the beginning to the recognition",
        "{count} years from the beginning to the recognition",
        years,
    ).format(count=years)
