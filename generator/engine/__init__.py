"""Memory: what was made before, and why it may or may not be taken again. Knows nothing of disclosure."""
