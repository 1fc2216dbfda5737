"""The ids of headings: made of their words, so that a link can name them and an edit keeps them."""

from collections.abc import Iterable

from generator.values.pattern import pattern

_NO_WORD = pattern(r"[^\w]+")


def anchor(words: str) -> str:
    """A heading's id: its words, with a hyphen for whatever stands between them.

    One in plain ASCII gets `s-` in front, because such ids are the theme's own.
    """
    name = _NO_WORD.sub("-", words).strip("-_")
    return f"s-{name}".rstrip("-") if name.isascii() and not name.startswith("s-") else name


def anchors(headings: Iterable[str]) -> tuple[str, ...]:
    """The ids of a text's headings in their order; a repeated one gets the next free number.

    The first keeps the plain name, so a heading that is added below changes none above it.
    """
    counts: dict[str, int] = {}
    taken: list[str] = []
    for words in headings:
        plain = name = anchor(words)
        count = counts.get(plain, 1)
        while name in counts:
            count += 1
            name = f"{plain}-{count}"
        counts[plain] = count
        counts.setdefault(name, 1)
        taken.append(name)
    return tuple(taken)
