"""Where a site is brought to: one room for each way, all of one shape."""
