"""Where the house meets disk, clock and processes. Knows bytes and paths, no disclosure."""
