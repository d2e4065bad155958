"""The small forms inside the actions: exchanges, helps, place, objectives, roles, messages, partners."""
