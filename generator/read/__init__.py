"""Text to model. A reader never raises for a person's mistake: it returns `Read(value, problems)`."""
