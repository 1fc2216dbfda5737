"""Site to Plan: which pages there are, at which addresses, and exactly what each may show."""
