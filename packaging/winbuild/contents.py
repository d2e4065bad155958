"""What goes into the bundle: Qt by allow-list, the other libraries less what this program never reads."""

from __future__ import annotations

from fnmatch import fnmatchcase

#: Qt's modules: the program's own, and those whose DLL they need (QtPdf asks for Network).
QT_MODULES = ("Core", "Gui", "Network", "Pdf", "PrintSupport", "Svg", "Widgets")

QT_KEPT = (
    "shiboken6/*.py",
    "shiboken6/Shiboken.pyd",
    "shiboken6/shiboken6.abi3.dll",
    "PySide6/__init__.py",
    "PySide6/_config.py",
    "PySide6/_git_pyside_version.py",
    "PySide6/support/*.py",
    "PySide6/pyside6.abi3.dll",
    *(f"PySide6/msvcp140{part}.dll" for part in ("", "_1", "_2")),
    "PySide6/vcruntime140*.dll",
    *(f"PySide6/Qt{name}.pyd" for name in QT_MODULES),
    *(f"PySide6/Qt6{name}.dll" for name in QT_MODULES),
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",
    "PySide6/plugins/iconengines/qsvgicon.dll",
    "PySide6/plugins/imageformats/qgif.dll",
    "PySide6/plugins/imageformats/qico.dll",
    "PySide6/plugins/imageformats/qjpeg.dll",
    "PySide6/plugins/imageformats/qsvg.dll",
    "PySide6/translations/qtbase_fr.qm",
    "PySide6/translations/qtbase_en.qm",
)
#: A second copy of the C library, beside shiboken's DLL: the one beside Qt's serves.
QT_FOLDERS = ("PySide6", "shiboken6")

#: Time zones of France: the others are never asked for.
ZONES = (
    "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Miquelon",
    "America/St_Barthelemy", "America/Marigot", "Indian/Reunion", "Indian/Mayotte", "Indian/Kerguelen",
    "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier", "Pacific/Wallis", "UTC", "Etc/UTC", "GMT",
)  # fmt: skip

LOCALES = ("root", "fr", "fr_FR", "en", "en_US")

#: Of pycryptodome, what encrypts a PDF (AES, and ARC4, which pypdf imports with it).
CIPHERS = (
    *(f"Crypto/{name}.py" for name in ("__init__", "Random/__init__")),
    *(f"Crypto/Cipher/{name}.py" for name in ("__init__", "AES", "ARC4", "_mode_cbc", "_mode_ecb", "_state_machine")),
    *(f"Crypto/Cipher/{name}.pyd" for name in ("_ARC4", "_raw_aes", "_raw_aesni", "_raw_cbc", "_raw_ecb")),
    *(f"Crypto/Util/{name}.py" for name in ("__init__", "Padding", "_cpu_features", "_file_system", "_raw_api")),
    "Crypto/Util/_cpuid_c.pyd",
)

#: Kept although a line of DROPPED says otherwise.
KEPT = (
    *CIPHERS,
    "sqlalchemy/ext/__init__.py",
    "sqlalchemy/ext/compiler.py",
    "reportlab/graphics/__init__.py",
    *(f"babel/locale-data/{name}.dat" for name in LOCALES),
    *(f"tzdata/zoneinfo/{name}" for name in ZONES),
    "tzdata/zoneinfo/*__init__.py",
)

#: By reason, for the report.
DROPPED = {
    "locale data but French and English": ("babel/locale-data/*",),
    "time zones but France’s": ("tzdata/zoneinfo/*", "dateutil/zoneinfo/*.tar.gz"),
    "databases that alembic does not ask for": (
        *(f"sqlalchemy/dialects/{name}/*" for name in ("mssql", "mysql", "oracle")),
    ),
    "ciphers that no PDF of ours asks for": ("Crypto/*",),
    "tests of libraries": (
        "*/tests/*", "sqlalchemy/testing/*", "alembic/testing/*", "mako/testing/*", "alembic/templates/*",
    ),
    "pictures in formats nobody gives": ("PIL/_avif*", "PIL/_webp*", "PIL/_imagingtk*"),
    "sources and headers for compilers": (
        "*.c", "*.cpp", "*.h", "*.pxd", "*.pxi", "*.pyi", "*.pyx", "*.lib", "*/py.typed", "lxml/includes/*",
    ),
    "commands and notes of packages": (
        "*.data/scripts/*", "*.dist-info/RECORD", "*.dist-info/WHEEL", "*.dist-info/top_level.txt",
        "*.dist-info/entry_points.txt", "*.dist-info/zip-safe", "*.dist-info/sboms/*", "*.dist-info/INSTALLER",
    ),
    "the commercial notice that Qt’s Windows wheels carry, where LGPL is what we use": (
        "*.dist-info/licenses/LicenseRef-Qt-Commercial.txt",
    ),
    "SQLAlchemy’s extensions: the federation’s base is mapped without them": ("sqlalchemy/ext/*",),
    "ReportLab’s fonts, one of them GPL: documents embed their own": ("reportlab/fonts/*",),
    "ReportLab’s charts and bar codes: ours are drawn on the page": (
        "reportlab/graphics/*", "reportlab/platypus/para.py", "reportlab/platypus/figures.py",
        *(f"reportlab/lib/{name}.py" for name in (
            "arciv", "codecharts", "corp", "extformat", "fontfinder", "pygments2xpre", "randomtext", "rparsexml",
            "testutils", "yaml")),
    ),
    "Pillow’s own letters and windows: no picture of ours has words": (
        "PIL/_imagingft*", "PIL/ImageTk.py", "PIL/_tkinter_finder.py",
    ),
    "lxml’s other ways to read and build a tree": (
        "lxml/objectify*", "lxml/sax*", "lxml/builder*", "lxml/isoschematron/*", "lxml/html/*", "lxml/cssselect.py",
        "lxml/doctestcompare.py", "lxml/usedoctest.py", "lxml/ElementInclude.py", "lxml/pyclasslookup.py",
    ),
    "guessing of encodings, for ReportLab’s part that reads XML": ("charset_normalizer/*", "charset_normalizer-*"),
    "python-docx’s template once more, unpacked": ("docx/templates/default-docx-template/*",),
    "Babel’s catalogues: ours are compiled": ("babel/messages/*", "babel/support.py"),
    "parts nobody calls": ("mako/ext/*", "mako/cmd.py", "icalendar/cli.py"),
}  # fmt: skip

QT_REASON = "Qt and its tools outside the allow-list"


def why_left_out(name: str) -> str | None:
    """Return why a file of a wheel is not bundled, or None where it is."""
    if name.partition("/")[0] in QT_FOLDERS:
        return None if any(fnmatchcase(name, pattern) for pattern in QT_KEPT) else QT_REASON
    if any(fnmatchcase(name, pattern) for pattern in KEPT):
        return None
    for reason, patterns in DROPPED.items():
        if any(fnmatchcase(name, pattern) for pattern in patterns):
            return reason
    return None
