"""What leaves the federation: the table as a spreadsheet, with totals in which nobody is found, and the summary as a PDF."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from msp_desktop.domain.federated.communes import View
from msp_desktop.domain.federated.table import HEADER, row_of, totals_rows
from msp_desktop.domain.federated.totals import Totals
from msp_desktop.domain.inventory_charts import AGE_WORDS
from msp_desktop.errors import UserError
from msp_desktop.exchange.communes import department_name
from msp_desktop.exchange.spreadsheets import Page, write_table
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.lines import lines
from msp_desktop.federation.totals import totals
from msp_desktop.formats.french.case import capital
from msp_desktop.i18n import N_, _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.vigilance import kit_vigilances

KINDS = (".xlsx", ".csv", ".pdf")
WRONG_KIND = N_("The file to write ends with .xlsx, .csv or .pdf: change its ending.")


def export(base: Base, view: View, path: Path, today: date, now: datetime) -> Path:
    """Write what a view shows as what the file's ending says, and return where; UserError where it is none of ours."""
    if path.suffix.lower() not in KINDS:
        raise UserError(_(WRONG_KIND))
    found, told = lines(base, view, today), totals(base, view.chosen, today)
    if path.suffix.lower() == ".pdf":
        from msp_desktop.documents.federation_summary import Summary, write_federation_summary

        place = department_name(view.chosen.department) if view.chosen.department else ""
        professions, vigilances, ages = _names(told)
        summary = Summary(
            lines=found,
            totals=told,
            today=today,
            place=place,
            professions=professions,
            vigilances=vigilances,
            ages=ages,
        )
        write_federation_summary(path, summary, now)
        return path
    sums = Page("Bilan", ("Quoi", "Détail", "Nombre"), totals_rows(told, *_names(told)))
    write_table(path, HEADER, [row_of(line, today) for line in found], [sums], "Communes")
    return path


def _names(told: Totals) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return what professions, vigilances and ages are called."""
    codes = {*(code for code, _n in told.professions), *(cell.row for cell in (*told.leaving, *told.ages))}
    professions = {code: capital(kit_inventory().profession(code).plural) for code in codes}
    vigilances = {point.code: point.title for point in kit_vigilances().points}
    return professions, vigilances, {str(age): words for age, words in AGE_WORDS.items()}
