"""Official files taken into the inventory: what each line is to it, what is agreed to, what moved between two files."""
