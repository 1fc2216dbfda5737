"""Real servers on loopback, one for each way over a network; each serves the folder `place`."""
