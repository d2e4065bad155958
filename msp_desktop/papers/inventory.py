"""The papers of the tab « État des lieux »."""

from __future__ import annotations

from collections.abc import Iterator

from msp_desktop.db.reader import Reader
from msp_desktop.domain.inventory import Dynamic, HealthProfessional, Need, Offer, Opportunity
from msp_desktop.domain.inventory_privacy import RegisterRow, naming, withheld
from msp_desktop.domain.inventory_views import FindingState
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.papers.embedded import embedded
from msp_desktop.papers.named import names_said
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.inventory import inventory_view, professional_views
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.open_data.what_changed import what_changed
from msp_desktop.services.paper_grid import paper_grid
from msp_desktop.services.privacy import inventory_notice


def _nothing(reader: Reader, context: Context) -> str | None:
    if not inventory_view(reader, context.today).is_empty:
        return None
    return _("The inventory is empty: write a finding or add a professional first, or print the blank grid.")


def _unwritten(reader: Reader, context: Context) -> tuple[str, ...]:
    """Return what the paper will say in place of the findings that nobody has written or read yet."""
    states = [finding.state for finding in inventory_view(reader, context.today).findings()]
    said = []
    if empty := states.count(FindingState.EMPTY):
        words = ngettext(
            "{count} question of {total} has no answer yet: « À compléter » is printed under it.",
            "{count} questions of {total} have no answer yet: « À compléter » is printed under them.",
            empty,
        )
        said.append(words.format(count=empty, total=len(states)))
    if proposed := states.count(FindingState.PROPOSED):
        words = ngettext(
            "{count} answer is what the registers say, printed as such: nobody has taken it up yet.",
            "{count} answers are what the registers say, printed as such: nobody has taken them up yet.",
            proposed,
        )
        said.append(words.format(count=proposed))
    return tuple(said)


def _remarks(reader: Reader, context: Context) -> tuple[str, ...]:
    """Return what is to be known before the paper leaves: what nobody has written, and whom the town's words name."""
    return (*_unwritten(reader, context), *names_said(reader, _printed(reader, context)))


def _printed(reader: Reader, context: Context) -> Iterator[str]:
    """Yield the town's words as they are printed: of a line of a register, what names a professional is left out."""
    view = inventory_view(reader, context.today)
    yield from (finding.answer or finding.draft for finding in view.findings())
    kept: list[str] = []
    for need in view.needs:
        yield from (need.title, need.public)
        kept += (need.details, need.said_by)
    rows: tuple[Dynamic | Opportunity, ...] = (*view.dynamics, *view.opportunities)
    for row in rows:
        yield row.title
        kept += (row.details, row.who)
    for offer in view.offers:
        yield offer.name
        kept += (offer.details, offer.source)
    names = naming(view.professionals)
    yield from (words for words in kept if not names(words))


def _nobody(reader: Reader, _context: Context) -> str | None:
    if reader.find(HealthProfessional):
        return None
    return _("There is no professional yet: add one to the inventory first.")


def _inventory(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.inventory import write_inventory
    from msp_desktop.documents.inventory_registers import RegisterWords

    kit = kit_inventory()
    view = inventory_view(reader, context.today)
    words = RegisterWords(kit.offers, kit.dynamics, kit.strengths)
    changed = what_changed(reader)
    carried = embedded(reader, context, path)
    result = write_inventory(path, letterhead(reader), view, kit.remember, words, context.now, changed, carried)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _names(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.inventory_names import write_inventory_names

    professionals = professional_views(reader)
    order = "position, id"
    rows: tuple[RegisterRow, ...] = (
        *reader.all(Need, order=order), *reader.all(Dynamic, order=order), *reader.all(Opportunity, order=order),
        *reader.all(Offer, order=order),
    )  # fmt: skip
    kept = withheld(professionals, rows)
    result = write_inventory_names(
        path, letterhead(reader), professionals, context.now, inventory_notice(reader), kept, what_changed(reader)
    )
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _blank(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.inventory_blank import write_inventory_blank

    grid = paper_grid(reader, context.today)
    result = write_inventory_blank(path, letterhead(reader), grid, context.now, inventory_notice(reader))
    return Made(result.pages, result.replaced_glyphs, result.sha256)


PAPERS = (
    Paper("inventory", "État des lieux", "etat-des-lieux", tab="inventory", make=_inventory, missing=_nothing,
          remarks=_remarks, carries=True),
    Paper("inventory-names", "État des lieux, avec les noms (usage interne)", "etat-des-lieux-noms-usage-interne",
          tab="inventory", make=_names, missing=_nobody, names_people=True),
    Paper("inventory-blank", "Grille vierge de l’état des lieux", "etat-des-lieux-grille-vierge", tab="inventory",
          make=_blank),
)  # fmt: skip
