"""The tab « État des lieux »."""
