"""The window itself: header, tabs, menus, status line, start page, and how a dossier comes and goes."""
