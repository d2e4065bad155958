"""Texts that people could type and that could harm a document."""

from __future__ import annotations

HOSTILE = (
    '<b>x</b> & <img src="file:///etc/passwd"> </para>',
    "l'Haÿ-les-Roses, Kœnigsmacker, Ωmega, Львів, Ďáblice",
    "« Entre guillemets » : 1 240 € – déjà-vu ; l’œuvre…",
    "%s {commune} \\n $& &amp; &#0; <br/> ]]>",
    "☐ ☑ ✓ → ♥ ½ № ™",
)
RIGHT_TO_LEFT = ("Rencontre avec שלום עולם demain", "Mme مرحبا بكم ici", "facture \u202egnp.exe\u202c")
PICTURES = ("Bravo 🦄 et 👩‍⚕️ merci", "漢字 en tête")
ENDLESS = "mot " * 2500
UNBROKEN = "x" * 10_000
