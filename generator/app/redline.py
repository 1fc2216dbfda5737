"""What a page says otherwise than it did: words that went and came, block by block, rows cell by cell."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, NamedTuple

from generator.app.seen import Block, Kind
from generator.values.pattern import pattern

How = Literal["same", "gone", "new"]
_WORD = pattern(r"[-−+]?\d[\d,.:/%-]*\d%?|\d%?|[A-Za-z]+(?:['’-][A-Za-z]+)*|\s+|.")
"""What is never split: an amount, a day, a word in Latin letters; else it is a character."""
_ISLAND = 2
"""So few characters that stayed between two changes are shown as if they had not: it reads better."""
_MANY = 4_000_000
"""So many comparisons, and frequent blocks are not looked for everywhere."""
_FEW = 2_500
"""So many pairs are weighed one by one."""
_ALIKE = 0.4
"""How much of a block must have stayed for it to be the same block with changes."""
_LONG, _END = 72, 28
"""Words that stayed are cut in the middle from the first length on; the second is left at each end."""


class Run(NamedTuple):
    """Words side by side that all stayed, all went or all came."""

    how: How
    text: str


Runs = tuple[Run, ...]


class Shown(NamedTuple):
    """A block of which something changed, or one beside it; `links` are those that went and came.

    `how` is `changed` where the block stayed and some of its words did not.
    """

    kind: Kind
    how: Literal["same", "gone", "new", "changed"]
    cells: tuple[Runs, ...]
    links: Runs = ()


class Left(NamedTuple):
    """So many blocks that stayed as they were, and are left out."""

    blocks: int


Redline = tuple[Shown | Left, ...]
_Pair = tuple[Block | None, Block | None]


def redline(before: Sequence[Block], after: Sequence[Block]) -> Redline:
    """All that changed, each with the blocks beside it and the heads of its table; empty for nothing."""
    every = [_shown(*pair) for pair in _pairs(before, after)]
    wanted: set[int] = set()
    heads: dict[bool, int] = {}  # of the columns, and of a group of rows
    for number, one in enumerate(every):
        if one.kind == "head":
            heads[sum(any(run.text for run in cell) for cell in one.cells) > 1] = number
        elif one.kind != "row":
            heads.clear()
        if one.how != "same":
            wanted |= {number - 1, number, number + 1, *heads.values()}
    return tuple(_told(every, wanted)) if wanted else ()


def _told(every: Sequence[Shown], wanted: set[int]) -> Iterator[Shown | Left]:
    left = 0
    for number, one in enumerate(every):
        if number not in wanted:
            left += 1
            continue
        if left:
            yield Left(left)
        left = 0
        yield one
    if left:
        yield Left(left)


def _pairs(before: Sequence[Block], after: Sequence[Block]) -> Iterator[_Pair]:
    """Each block with the one it was, in order; None where there is none."""
    is_large = len(before) * len(after) > _MANY
    for what, i1, i2, j1, j2 in SequenceMatcher(
        None, before, after, autojunk=is_large
    ).get_opcodes():
        olds, news = before[i1:i2], after[j1:j2]
        if what == "equal":
            yield from zip(olds, news, strict=True)
        elif len(olds) * len(news) > _FEW:
            yield from ((one, None) for one in olds)
            yield from ((None, one) for one in news)
        else:
            yield from _matched(olds, news)


def _matched(olds: Sequence[Block], news: Sequence[Block]) -> Iterator[_Pair]:
    """Blocks that differ, paired in order so that those are together that are most alike."""
    weights = [[_alike(old, new) for new in news] for old in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            together = weights[i][j] + best[i + 1][j + 1]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together if weights[i][j] else 0)
    i = j = 0
    while i < len(olds) and j < len(news):
        if weights[i][j] and best[i][j] == weights[i][j] + best[i + 1][j + 1]:
            yield olds[i], news[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield olds[i], None
            i += 1
        else:
            yield None, news[j]
            j += 1
    yield from ((one, None) for one in olds[i:])
    yield from ((None, one) for one in news[j:])


def _alike(old: Block, new: Block) -> float:
    """How much of the block stayed, from 0 to 1; 0 where they are two blocks."""
    if old.kind != new.kind or len(old.cells) != len(new.cells):
        return 0
    if old.cells == new.cells:
        return 1
    same = sum(one == other for one, other in zip(old.cells, new.cells, strict=True))
    matcher = SequenceMatcher(
        None, _words(" ".join(old.cells)), _words(" ".join(new.cells)), autojunk=False
    )
    ratio = matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0
    share = max(ratio, same / len(old.cells))
    return share if share >= _ALIKE else 0


def _shown(old: Block | None, new: Block | None) -> Shown:
    if new is None:
        assert old
        return Shown(old.kind, "gone", tuple((Run("gone", text),) for text in old.cells))
    if old is None:
        return Shown(new.kind, "new", tuple((Run("new", text),) for text in new.cells))
    if old == new:
        return Shown(new.kind, "same", tuple(_cut((Run("same", text),)) for text in new.cells))
    pairs = zip_longest(old.cells, new.cells, fillvalue="")
    links = (
        *(Run("gone", one) for one in old.links if one not in new.links),
        *(Run("new", one) for one in new.links if one not in old.links),
    )
    return Shown(new.kind, "changed", tuple(_cut(_runs(*pair)) for pair in pairs), links)


def _runs(old: str, new: str) -> Runs:
    """The words of a text that stayed, went and came."""
    olds, news = _words(old), _words(new)
    found: list[Run] = []
    gone = came = ""
    for what, i1, i2, j1, j2 in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        was, now = "".join(olds[i1:i2]), "".join(news[j1:j2])
        is_island = len(now) <= _ISLAND and (gone or came) and i2 < len(olds) and j2 < len(news)
        if what != "equal" or is_island:
            gone, came = gone + was, came + now
            continue
        found += (Run("gone", gone), Run("new", came), Run("same", now))
        gone = came = ""
    found += (Run("gone", gone), Run("new", came))
    return tuple(one for one in found if one.text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _cut(runs: Runs) -> Runs:
    """The same with long words that stayed cut in the middle, at the ends of the text to one side."""
    last = len(runs) - 1
    found: list[Run] = []
    for number, run in enumerate(runs):
        if run.how == "same" and len(run.text) > _LONG:
            start = run.text[:_END] if number or not last else ""
            end = run.text[-_END:] if number < last or not last else ""
            found.append(Run("same", f"{start}……{end}"))
        else:
            found.append(run)
    return tuple(found)
