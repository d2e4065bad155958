"""The answer of a federation on a page: the lines as the mayor reads them, and the file that carries them for the dossier."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.federation_answer_words import line_words
from msp_desktop.documents.page import Furniture
from msp_desktop.documents.tagging import Attachment
from msp_desktop.documents.text import typed_paragraphs
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.carried.reply import NAME, Reply
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.towns import at_commune, of_commune

TITLE = "Réponse de la fédération"
_WIDTHS = (58, 110)
_HOW = (
    "Dans Santé 100 jours, le menu Dossier ouvre cette réponse (ou un double clic sur le fichier qui l’accompagne) : chaque "
    "ligne s’y accepte une à une, et rien ne change sans votre accord. Rien ici ne prouve qui l’a écrite : fiez-vous au "
    "courriel qui l’apportait."
)


def write_federation_answer(target: Target, reply: Reply, data: CommuneData, made_at: datetime) -> BuildResult:
    """Write the answer as a page that carries `reponse.json`."""
    town = data.commune
    head = Furniture(
        title=TITLE, commune=reply.signed or TITLE, department="", body=True, made_on=long_date(made_at.date())
    )
    rows = [line_words(line, data) for line in reply.lines]

    def story(_density: float) -> list[Flowable]:
        return [
            *blocks.title_block(TITLE, f"À la commune {of_commune(town.name, town.insee)}", after=3),
            *blocks.open_table(
                ["Sur quoi", "Ce que propose la fédération"], rows, _WIDTHS, stub=1, summary="Une ligne par proposition"
            ),
            blocks.gap(4),
            *typed_paragraphs(_HOW, style.style("note")),
        ]

    carried = Attachment(
        NAME, encoded(reply), description="Réponse de la fédération, à lire par un programme", relation="Data"
    )
    return build(
        target, story, head, made_at=made_at, subject=f"Réponse {at_commune(town.name)}", attachments=(carried,)
    )
