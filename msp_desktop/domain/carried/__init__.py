"""What travels with a paper: the data of a commune, the federation's answer, and why a file that carries neither is refused."""
