"""The tab « Projet de santé »."""
