"""The tab « 100 jours »: strip, list, detail."""
