"""How the window looks: colours, type, measures, icons."""

from msp_desktop.ui.theme.theme import Theme, apply_theme, theme

__all__ = ["Theme", "apply_theme", "theme"]
