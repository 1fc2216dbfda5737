"""The register of before: what is told of it is told in the same order each time."""

from generator.app.kept import other_entries


def test_entries_of_which_something_else_is_public_are_told_in_the_order_of_the_register() -> None:
    """Those of before first; in another order another one of several reasons would be given."""
    before = {f"land/{n:02}.html": (n, "mark") for n in range(40)}
    now = {f"land/{n:02}.html": (n, f"mark {n}") for n in range(1, 42)}

    assert other_entries(before, now) == [("entry", f"land/{n:02}.html") for n in range(42)]
