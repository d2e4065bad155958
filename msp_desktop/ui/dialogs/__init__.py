"""Dialogs of the whole window."""
