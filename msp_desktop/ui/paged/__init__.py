"""Tabs made of pages: heads above, the page chosen, its panel at the right."""
