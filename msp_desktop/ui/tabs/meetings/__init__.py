"""The tab « Réunions »."""
