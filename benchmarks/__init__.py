"""Measures as ratios of pairs run in turn: absolute times drift, ratios say something."""
