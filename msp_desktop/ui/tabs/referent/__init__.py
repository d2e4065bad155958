"""The tab « Référent santé »."""
