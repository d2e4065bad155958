"""A progress report as it stands on the page: parts with something in them, in their order."""

from __future__ import annotations

import io
from datetime import date

from msgspec.structs import replace
from pypdf import PdfReader

from msp_desktop.documents.progress_report import write_progress_report
from msp_desktop.domain.report import Part, Report, ReportNote, ReportRow
from msp_desktop.method.report import kit_report
from tests import pdf
from tests.documents.values import MADE_AT, head

DAY = date(2026, 4, 28)
EMPTY = Report(
    title="Point d’étape", subtitle="Au conseil municipal", lead="La démarche est lancée.",
    figures=(("4 sur 11", "actions faites"),), today=DAY, day_zero=date(2026, 3, 22), day=37, phases=(), milestones=(),
    done=Part(), known=(), watches=(), aside=(), meetings=Part(), exchanges=Part(), coming=Part(), objectives=Part(),
    proposals_title="Proposé au conseil", proposals=("Prendre acte.",),
)  # fmt: skip


def written(report: Report, **town: object) -> bytes:
    target = io.BytesIO()
    write_progress_report(target, head(**town), report, kit_report().sections, (date(2026, 3, 22), DAY), MADE_AT)
    return target.getvalue()


def test_nothing_is_listed_where_there_is_nothing() -> None:
    said = pdf.read(written(EMPTY))
    for title in (
        "Ce qui est fait",
        "Les rencontres",
        "Ce qui vient",
        "Nos objectifs",
        "vigilance",
        "Où nous en sommes",
    ):
        assert title not in said
    assert len(PdfReader(io.BytesIO(written(EMPTY))).pages) == 1


def test_a_part_has_its_sentence_its_rows_and_what_is_left() -> None:
    rows = (ReportRow(DAY, "Réunir l’équipe", "Nadia Roche", late=True, begun=True), ReportRow(None, "Écrire"))
    data = written(
        replace(EMPTY, coming=Part("", rows, "Deux autres dates suivent."), exchanges=Part("Un échange est noté."))
    )
    pdf.assert_accessible(data)
    said = " ".join(pdf.read(data).replace("\u00a0", " ").split())
    assert "mardi 28 avril, en retard" in said
    assert "Réunir l’équipe (en cours)" in said
    assert "Deux autres dates suivent." in said
    assert "Un échange est noté." in said
    assert "D’ici au mardi 28 avril" in said


def test_points_de_vigilance_agree_with_their_number() -> None:
    one = (ReportNote("Agir sans diagnostic", "Répondre."),)
    assert "Un point de vigilance" in " ".join(pdf.read(written(replace(EMPTY, watches=one))).split())
    assert "Points de vigilance" in " ".join(pdf.read(written(replace(EMPTY, watches=one * 2))).split())


def test_whoever_follows_the_matter_signs_what_is_for_the_mayor() -> None:
    said = pdf.read(written(replace(EMPTY, to_mayor=True)))
    assert "Référente santé," in said
    assert "Nadia Roche" in said
    assert "Claude Faure" not in said
    assert "Signature" in pdf.read(written(replace(EMPTY, to_mayor=True), contact=None))
