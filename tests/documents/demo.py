"""Documents that use every block, for the tests and for looking at them."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from PIL import Image, ImageDraw
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, draw, style
from msp_desktop.documents.build import BuildResult, build
from msp_desktop.documents.page import Furniture
from msp_desktop.documents.tagging import Attachment, Drawing, Text
from msp_desktop.documents.text import typed

MADE_AT = datetime(2026, 4, 28, 9, 30, tzinfo=UTC)


def arms() -> bytes:
    picture = Image.new("RGBA", (300, 360), (0, 0, 0, 0))
    ImageDraw.Draw(picture).polygon([(0, 0), (300, 0), (300, 220), (150, 360), (0, 220)], fill=(11, 70, 72, 255))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def furniture(title: str, **more: Any) -> Furniture:
    lines = (
        "2, place de la Mairie, 23990 Saint-Exemple",
        "05 36 49 12 34 · mairie@saint-exemple.example",
        "mardi et vendredi de 9 h à 12 h, jeudi de 14 h à 18 h",
    )
    return Furniture(
        title=title, commune="Saint-Exemple", department="Creuse", letterhead=lines, arms=arms(),
        made_on="mardi 28 avril 2026", sample=True, **more,
    )  # fmt: skip


def agenda(density: float = 1.0) -> list[Flowable]:
    times = [("18 h 30", "Introduction"), ("18 h 40", "Tour de table"), ("19 h 05", "Premier constat"),
             ("19 h 20", "Échanges ouverts"), ("19 h 45", "Conclusion et suites")]  # fmt: skip
    rows = [
        blocks.Row(
            label=hour, clock=True, notes="10 min", aside="Le maire\nLa fédération",
            content=[Text(typed(name), style.style("item")),
                     Text(typed("Chacun, en quelques minutes : sa situation, son exercice, ses attentes."),
                          style.style("dense"))],
        )
        for hour, name in times
    ]  # fmt: skip
    rows.append(blocks.Row(label="19 h 55", clock=True, content="Fin de la rencontre. Durée prévue : 1 h 25."))
    return [
        *blocks.title_block("Ordre du jour", "Première rencontre avec les professionnels de santé"),
        *blocks.band([("Mardi", "12 mai 2026", ""), ("Heure", "18 h 30", "fin vers 19 h 55"),
                      ("Lieu", "Salle des associations", "2, place de la Mairie, rez-de-chaussée")]),
        *blocks.sections(rows, density=density, foot=style.ITEM_RULE),
    ]  # fmt: skip


def letter(_density: float = 1.0) -> list[Flowable]:
    return blocks.letter(
        blocks.Letter(
            addressee=(
                "Madame le Docteur Léa Fontanel",
                "Médecin généraliste",
                "4, rue du Lavoir",
                "23990 SAINT-EXEMPLE",
            ),
            place_and_date="Saint-Exemple, le mardi 28 avril 2026",
            subject="Invitation à une première rencontre entre professionnels de santé",
            enclosures="Ordre du jour",
            greeting="Docteur,",
            body=(
                "Vous exercez à Saint-Exemple ou à proximité. Rien ne se décide.",
                blocks.callout("Mardi 12 mai 2026 à 18 h 30", "Salle des associations, 2, place de la Mairie."),
                "Rien à préparer : venez comme vous êtes.",
            ),
            closing="Je vous prie d’agréer, Docteur, l’expression de mes salutations distinguées.",
            signer=blocks.Signer("Le Maire,", "Jean-Pierre Faure"),
            margin=(
                ("Affaire suivie par", "Nadia Roche, référente santé\n05 36 49 12 35"),
                ("Nos réf.", "MSE/2026-041"),
            ),
            note="Accès et rectification : mairie@saint-exemple.example.",
        )
    )


def everything(density: float = 1.0) -> list[Flowable]:
    def chart(canvas: Any, width: float, height: float) -> None:
        draw.bar(canvas, 0, height - 20, width / 2, 12)
        draw.bar(canvas, width / 2, height - 20, width / 4, 12, "hatched")
        draw.bar(canvas, width * 0.75, height - 20, width / 4, 12, "empty")
        draw.diamond(canvas, 20, 10, 4, filled=True)
        draw.label(canvas, 30, 7, "une réunion")

    rows = [
        blocks.Row("Au quotidien", blocks.bullets(["Préparer.", "Tenir le lien."]), rule=style.SECTION_RULE),
        blocks.Row("À savoir en sortant", blocks.checklist([("Qui ?", False), ("Quoi ?", True)])),
        blocks.Row("Observations", [blocks.writing_lines(3)]),
        blocks.Row("18 h 30", [Text(typed("Introduction"), style.style("item")),
                               *blocks.private_note("Saluer la pharmacie.")], clock=True),
    ]  # fmt: skip
    return [
        *blocks.title_block("Tous les blocs", "Pour les relire", "Une introduction de deux lignes."),
        *blocks.key_figures([("4 sur 11", "actions faites"), ("15", "ici"), ("140", "habitants")]),
        blocks.section_heading("Où nous en sommes"),
        blocks.gap(2),
        Drawing(20 * mm, chart, "Trois départs d’ici 2028, dont un médecin."),
        *blocks.open_table(
            ["Date", "Action", "Nombre"],
            [["vendredi 27 mars", "Contacter la fédération", "1 240"], ["Total", "", "1 240"]],
            [40, 98, 30], numeric=[2], bold=[0], total=True, summary="Ce qui est fait",
        ),
        blocks.gap(5),
        blocks.columns(blocks.postures(["Écouter."], good=True), blocks.postures(["Promettre."], good=False)),
        blocks.gap(3),
        *blocks.sections(rows, density=density),
        blocks.signatures(
            [blocks.Signer("Le Maire,", "Jean-Pierre Faure"),
             blocks.Signer("La référente santé,", "Nadia Roche"),
             blocks.Signer("En binôme,", "Martine Lavergne")], "Saint-Exemple",
        ),
    ]  # fmt: skip


def made(story: Any, title: str = "Ordre du jour", **options: Any) -> tuple[bytes, BuildResult]:
    buffer = io.BytesIO()
    more = options.pop("furniture", {})
    result = build(buffer, story, furniture(title, **more), made_at=MADE_AT, **options)
    return buffer.getvalue(), result


DATA = Attachment("donnees.json", b'{"version": 1}', description="Données du document")
