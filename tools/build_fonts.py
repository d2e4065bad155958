"""Make the faces bundled for the printed documents, in resources/fonts.

Usage: python tools/build_fonts.py          needs npm, fontTools, brotli and Debian's fonts-dejavu-core.

The text face is Source Sans 3 (SIL Open Font License). « Source » is a Reserved Font Name and the face is
changed here, so the result is called « Cent Jours Texte ». The changes: its subsets are merged into one
TrueType file, the layout tables and the hints are dropped (ReportLab reads neither), an empty glyph stands
for U+202F and U+2011 is the hyphen.
The fallback face is a part of DejaVu Sans: symbols and the alphabets that the text face lacks.
"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

PACKAGE = "@fontsource/source-sans-3@5.3.1"
PARTS = ("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext")
FACES = (("400-normal", "Regular"), ("600-normal", "SemiBold"), ("400-italic", "Italic"))
FAMILY = "Cent Jours Texte"
FALLBACK = "Cent Jours Repli"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
NARROW_SPACE, HYPHEN = 0x202F, 0x2011
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
# A fixed date (1 January 2026, seconds since 1904) so that two runs give the same file.
MADE = 3850070400


def plain(font: TTFont) -> None:
    """Keep only the outlines and the character map."""
    font.flavor = None
    options = subset.Options(
        layout_features=[], hinting=False, glyph_names=False, notdef_outline=True, legacy_kern=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], recalc_timestamp=False,
    )  # fmt: skip
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "MATH", "kern", "FFTM"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(font.getBestCmap()))
    cutter.subset(font)


def rename(font: TTFont, family: str, style: str, notice: str) -> None:
    """Give the changed face its own name, and say what it was made from."""
    names = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    for number, text in ((1, family), (2, style), (3, postscript), (4, f"{family} {style}"), (6, postscript)):
        for record in [r for r in names.names if r.nameID == number]:
            names.removeNames(nameID=record.nameID)
        names.setName(text, number, 3, 1, 0x409)
    original = names.getDebugName(0) or ""
    names.removeNames(nameID=0)
    names.setName(f"{original} {notice}".strip(), 0, 3, 1, 0x409)


def add_typography(font: TTFont) -> None:
    """Add U+202F as an empty glyph of 150/1000 em, and U+2011 as the hyphen."""
    best = font.getBestCmap()
    width = round(150 * font["head"].unitsPerEm / 1000)
    glyph = "narrownbsp"
    font.setGlyphOrder([*font.getGlyphOrder(), glyph])
    font["glyf"][glyph] = TTGlyphPen(None).glyph()
    font["hmtx"][glyph] = (width, 0)
    extra = {NARROW_SPACE: glyph, HYPHEN: best[0x2D], 0x00A0: best[0x20]}
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, name in extra.items():
                if code != 0x00A0 or code not in table.cmap:
                    table.cmap[code] = name


def text_face(folder: Path, cut: str, style: str) -> TTFont:
    """Merge the subsets of one cut into one TrueType face."""
    with tempfile.TemporaryDirectory() as place:
        parts = []
        for part in PARTS:
            font = TTFont(folder / f"source-sans-3-{part}-{cut}.woff2", recalcTimestamp=False)
            plain(font)
            file = Path(place) / f"{part}.ttf"
            font.save(file)
            parts.append(str(file))
        font = Merger().merge(parts)
    add_typography(font)
    rename(font, FAMILY, style, "Modified: merged subsets, added U+202F and U+2011; renamed.")
    return font


def fallback_face() -> TTFont:
    """Take DejaVu Sans without hints, layout tables and private characters."""
    font = TTFont(DEJAVU, recalcTimestamp=False)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {c: g for c, g in table.cmap.items() if not 0xE000 <= c <= 0xF8FF}
    plain(font)
    rename(font, FALLBACK, "Regular", "Subset of DejaVu Sans; renamed.")
    return font


def save(font: TTFont, name: str) -> None:
    """Write one face with a fixed date."""
    font["head"].created = font["head"].modified = MADE
    font.recalcTimestamp = False
    font.save(TARGET / name)
    print(name, (TARGET / name).stat().st_size, len(font.getBestCmap()))


def said(name: str, number: int) -> str:
    """Return what a face that was made says of itself: whose it is (0), its licence (13)."""
    lines = (TTFont(TARGET / name)["name"].getDebugName(number) or "").replace("\r", "").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip()


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=place, check=True)
        with tarfile.open(next(Path(place).glob("*.tgz"))) as archive:
            archive.extractall(place, filter="data")
        package = Path(place) / "package"
        for cut, style in FACES:
            save(text_face(package / "files", cut, style), f"CentJoursTexte-{style}.ttf")
        notice = "« Cent Jours Texte » is Source Sans 3, modified and renamed (tools/build_fonts.py).\n\n"
        # The package puts another's name above the licence: the face says whose it is.
        terms = (package / "LICENSE").read_text("utf-8").partition("This Font Software")
        (TARGET / "LICENCE-CentJoursTexte.txt").write_text(
            f"{notice}{said('CentJoursTexte-Regular.ttf', 0).partition(' Modified:')[0]}\n\n{terms[1]}{terms[2]}",
            "utf-8",
        )
    save(fallback_face(), "CentJoursRepli.ttf")
    notice = "« Cent Jours Repli » is a part of DejaVu Sans, renamed (tools/build_fonts.py).\n\n"
    (TARGET / "LICENCE-CentJoursRepli.txt").write_text(f"{notice}{said('CentJoursRepli.ttf', 13)}\n", "utf-8")


if __name__ == "__main__":
    main()
