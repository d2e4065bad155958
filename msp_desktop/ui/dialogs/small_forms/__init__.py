"""The small forms inside the actions: exchanges, helps, place, objectives, partners."""
