"""Site and plan to problems: one room a check, listed by name in `app/wiring.py`."""
