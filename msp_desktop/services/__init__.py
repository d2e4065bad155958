"""Verbs, one module an area, used alike by the window and the command line."""
