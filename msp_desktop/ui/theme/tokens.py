"""The colours of the screen, by name, light and dark. Contrasts are checked by a test (WCAG 2, AA)."""

from __future__ import annotations

LIGHT = {
    "paper": "#FFFFFF", "wash": "#F6F4EF", "wash2": "#ECE8DF", "weekend": "#F8F6F2", "line": "#DDD8CC",
    "edge": "#8B8576", "ink": "#1E2A2D", "ink2": "#566160", "accent": "#0E5A60", "hover": "#0A474C",
    "on_accent": "#FFFFFF", "accent_wash": "#E0EEEC", "select": "#E0EEEC", "late": "#A8430B",
    "late_wash": "#FBEADC", "done": "#2B7148", "done_wash": "#E2F0E5", "p1": "#DCE7F2", "p1_ink": "#2A547D",
    "p2": "#D5EAE5", "p2_ink": "#135A52", "p3": "#F4E7CD", "p3_ink": "#75540D", "p4": "#ECE8DF", "p4_ink": "#566160",
}  # fmt: skip

DARK = {
    "paper": "#242A2D", "wash": "#1B2022", "wash2": "#2E3538", "weekend": "#20262A", "line": "#394246",
    "edge": "#849094", "ink": "#ECE9E2", "ink2": "#B3B8B4", "accent": "#74C9C3", "hover": "#93D9D4",
    "on_accent": "#0C2426", "accent_wash": "#1F4143", "select": "#1F4143", "late": "#F2A974",
    "late_wash": "#452F1F", "done": "#8BD3A4", "done_wash": "#203C2C", "p1": "#253B50", "p1_ink": "#A6CBEE",
    "p2": "#1E4440", "p2_ink": "#8DD6CA", "p3": "#473C22", "p3_ink": "#E8C985", "p4": "#2E3538", "p4_ink": "#B3B8B4",
}  # fmt: skip


def contrast_tokens(colours: dict[str, str]) -> dict[str, str]:
    """Return the tokens of a high-contrast theme, from the system's « paper », « wash », « ink » and « link ».

    No tint of ours and no grey: what we tell by a tint, a word and an icon tell too.
    """
    inked = {name for name in LIGHT if name.endswith("_ink")} | {"ink", "ink2", "line", "edge", "late", "done"}
    tokens = {name: colours["ink"] if name in inked else colours["paper"] for name in LIGHT}
    return {**tokens, "wash": colours["wash"], "accent": colours["link"], "hover": colours["link"]}
