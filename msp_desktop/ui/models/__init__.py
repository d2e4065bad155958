"""Models of Qt views over frozen values."""
