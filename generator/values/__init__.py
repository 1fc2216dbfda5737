"""Facts about nothing in particular: places, problems, days, money, text, bytes. Imports nothing of ours."""
