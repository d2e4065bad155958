"""What check_wine.py does, one file a step; the list of them is in `steps`."""
