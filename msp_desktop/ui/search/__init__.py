"""Search over the whole dossier: the field beside the tabs, the page of results, the way to each."""
