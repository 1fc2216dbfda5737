"""Pages patched: where only some statements of a template changed, these alone are drawn and exchanged.

A page is what the statements of its template say, one after the other; those of a block stand where
the block does. So the page of an edited template is the page of before, in which what the changed
statements said then gives place to what they say now. It is found by its text: they said it in this
page, so where it stands once, that is where they said it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import Match, SequenceMatcher
from functools import lru_cache, partial
from itertools import islice, pairwise

from generator.plan.pages import Page
from generator.render.closure import leads
from generator.render.engine import can_draw, drawing, nodes, read_again, read_from_outside
from generator.render.templates import given
from generator.render.theme import Theme

__all__ = ["Patch", "patch"]

Said = Callable[[Page], bytes | None]
"""What statements say of a page; None where they cannot be drawn."""
Swap = tuple[bytes | Said, bytes | Said]
"""The text of statements as they were, and as they are."""
_Leaf = tuple[str, nodes.Node]
"""A statement, or something shown, that a page says just once, behind the place of its file."""
_Chain = Mapping[str, nodes.Template]
"""A page's template and those that it extends, by their places, its own first."""
_Blocks = Mapping[str, tuple[str, nodes.Block]]
"""The blocks that a page shows, by their names, each with the place of its file."""
_IMPORTS = (nodes.Import, nodes.FromImport)
_NAMING = (nodes.Assign, nodes.AssignBlock, nodes.Macro, *_IMPORTS)
"""The statements that give something a name for those that follow."""
_BESIDE, _TELLING = 4, 16
"""So many statements beside a change are taken with it, unless a text of so many characters is met."""
_BLOCKS_AGAIN = frozenset({"self", "super"})
"""Names by which a template says a block where it does not stand."""


class Patch:
    """What leads from the pages of a template as it was to those of the template as it is.

    Each of the `swaps` are the text of statements as they were and as they are; in the page's order.
    """

    __slots__ = ("_swaps",)

    def __init__(self, swaps: Sequence[Swap]) -> None:
        self._swaps = swaps

    def __call__(self, body: bytes, page: Callable[[], Page]) -> bytes | None:
        """The page by that of before; None where it has to be drawn whole."""
        done, end = list[bytes](), 0
        for before, now in self._swaps:
            old = before if isinstance(before, bytes) else before(page())
            new = now if isinstance(now, bytes) else now(page())
            if old is None or new is None:
                return None
            if old == new:
                continue
            at = body.find(old)
            if not old or at < end or body.find(old, at + 1) >= 0:
                return None
            done += (body[end:at], new)
            end = at + len(old)
        return b"".join((*done, body[end:]))


class _Side:
    """A page's templates as they were, or as they are, and what a page of theirs says."""

    __slots__ = ("chain", "leaves")

    def __init__(self, chain: _Chain, leaves: list[_Leaf]) -> None:
        self.chain, self.leaves = chain, leaves


@lru_cache(maxsize=16)
def patch(before: Theme, now: Theme, name: str) -> Patch | None:
    """The patch for pages of a template; None where they have to be drawn whole.

    It is enough where only the template and those that it extends have changed, and where what
    changed has nothing to do with the rest: it gives names to nothing, and knows none that something
    else on the page was given.
    """
    was, its = before.sources(), now.sources()
    if was.keys() != its.keys():
        return None
    changed = {path for path, text in its.items() if was[path] != text}
    old, new = (_side(now, one.sources(), one.find(name)) for one in (before, now))
    if not old or not new or _openings(old.chain) != _openings(new.chain):
        return None
    if not changed <= new.chain.keys() or changed & _reached(now, new.chain):
        return None
    if not all(can_draw(now, path) for path in new.chain):
        return None
    swaps = [_swap(now, old, new, *where) for where in _changes(old.leaves, new.leaves)]
    return Patch([*filter(None, swaps)]) if all(swaps) else None


def _side(theme: Theme, sources: Mapping[str, str], path: str) -> _Side | None:
    """The template there and those that it extends; None where that cannot be known before a page is."""
    found: dict[str, nodes.Template] = {}
    while path in sources and path not in found:
        tree = read_again(theme, path, sources[path])
        if tree is None or any(one.name in _BLOCKS_AGAIN for one in tree.find_all(nodes.Name)):
            return None
        found[path] = tree
        match [*tree.find_all(nodes.Extends)], tree.body:
            case [], _:
                leaves = _leaves(found)
                return _Side(found, leaves) if leaves else None
            case [extends], [first, *_] if extends is first:
                above = extends.template
                named = above.value if isinstance(above, nodes.Const) else ""
                path = theme.find(named, path) if isinstance(named, str) else ""
            case _:
                return None
    return None


def _leaves(chain: _Chain) -> list[_Leaf] | None:
    """What a page says, statement by statement; None where that is not known of a block."""
    *above, (path, root) = chain.items()
    plain = (nodes.Block, nodes.Output, nodes.Extends, nodes.Macro, *_IMPORTS)
    if any(not isinstance(one, plain) for _, tree in above for one in tree.body):
        return None
    blocks: dict[str, tuple[str, nodes.Block]] = {}
    for place, tree in chain.items():
        blocks = {one.name: (place, one) for one in tree.find_all(nodes.Block)} | blocks
    found = [*_said(path, root.body, blocks, ())]
    if any(isinstance(node, nodes.Block) or node.find(nodes.Block) for _, node in found):
        return None
    return found


def _said(
    path: str, statements: Iterable[nodes.Node], blocks: _Blocks, inside: tuple[str, ...]
) -> Iterator[_Leaf]:
    """What statements say; a block that pages tell something stays one."""
    for node in statements:
        if isinstance(node, nodes.Output):
            yield from ((path, one) for one in node.nodes)
        elif isinstance(node, nodes.Block) and node.name not in inside and not node.scoped:
            place, block = blocks[node.name]
            yield from _said(place, block.body, blocks, (*inside, node.name))
        else:
            yield path, node


def _openings(chain: _Chain) -> list[list[str]]:
    """What names stand for in templates that extend others, which is told before anything is shown."""
    return [[path, *map(repr, _opening(tree))] for path, tree in [*chain.items()][:-1]]


def _opening(tree: nodes.Template) -> list[nodes.Node]:
    """The statements of a template that extends another one, but for its blocks."""
    return [one for one in tree.body if isinstance(one, _NAMING)]


def _reached(theme: Theme, chain: _Chain) -> set[str]:
    """The places of all templates that these include and import."""
    sources = theme.sources()
    found = [
        one
        for path, tree in chain.items()
        for one in leads(theme, path, tree, (nodes.Include, *_IMPORTS))
    ]
    for path in found:
        tree = read_again(theme, path, sources[path])
        found += [one for one in leads(theme, path, tree) if one not in found]
    return {*found}


def _changes(old: Sequence[_Leaf], new: Sequence[_Leaf]) -> Iterator[tuple[slice, slice]]:
    """Where they differ, each place with what stands around it: by that it is known in a page."""
    first, second = ([(path, repr(node)) for path, node in leaves] for leaves in (old, new))
    same = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    found: list[tuple[slice, slice]] = []
    for above, below in pairwise((Match(0, 0, 0), *same)):
        start, its = above.a + above.size, above.b + above.size
        if (start, its) == (below.a, below.b):
            continue
        is_known = any(_is_telling(node) for _, node in old[start : below.a])
        up = 0 if is_known else _around(reversed(old[above.a : start]))
        down = 0 if is_known else _around(old[below.a : below.a + below.size])
        was, now = slice(start - up, below.a + down), slice(its - up, below.b + down)
        if found and was.start < found[-1][0].stop:
            before = found.pop()
            was, now = (
                slice(one.start, it.stop) for one, it in zip(before, (was, now), strict=True)
            )
        found.append((was, now))
    return iter(found)


def _around(leaves: Iterable[_Leaf]) -> int:
    """How many of the leaves that stand beside a change are taken with it."""
    number = 0
    for number, leaf in enumerate(islice(leaves, _BESIDE), 1):
        if not _is_apart(leaf[1]):
            return number - 1
        if _is_telling(leaf[1]):
            break
    return number


def _is_telling(node: nodes.Node) -> bool:
    """Whether it says the same on every page, and is seldom met elsewhere."""
    return isinstance(node, nodes.TemplateData) and len(node.data) >= _TELLING


def _is_apart(node: nodes.Node) -> bool:
    """Whether it gives no names to anything, and includes nothing that may know such names."""
    return not any(isinstance(one, (*_NAMING, nodes.Include)) for one in _every([node]))


def _swap(theme: Theme, old: _Side, new: _Side, first: slice, second: slice) -> Swap | None:
    """What leaves said and what they say; None where it is not known what the names in them stand for."""
    own = (*old.leaves[first], *new.leaves[second])
    its = [node for _, node in own]
    if not all(map(_is_apart, its)):
        return None
    rest = [*old.leaves[: first.start], *old.leaves[first.stop :]]
    rest += [*new.leaves[: second.start], *new.leaves[second.stop :]]
    openings = {path: _opening(tree) for path, tree in [*new.chain.items()][:-1]}
    asked = read_from_outside(theme, its)
    homes = [path for path, opening in openings.items() if asked & _named(opening)]
    home, *others = homes or [own[0][0]]
    opening = openings[home] if homes else []
    known = _named(opening)
    if others or (asked | read_from_outside(theme, opening)) & _named(node for _, node in rest):
        return None
    if any(path != home and known & read_from_outside(theme, [node]) for path, node in own):
        return None
    says = partial(_saying, theme, home, opening)
    return says(old.leaves[first]), says(new.leaves[second])


def _saying(
    theme: Theme, path: str, opening: list[nodes.Node], leaves: Sequence[_Leaf]
) -> bytes | Said:
    """How to know what they say."""
    plain = [node.data for _, node in leaves if isinstance(node, nodes.TemplateData)]
    if len(plain) == len(leaves):
        return "".join(plain).encode()
    return partial(_drawn, drawing(theme, path, [*opening, *(node for _, node in leaves)]))


def _drawn(draw: Callable[..., str], page: Page) -> bytes | None:
    """What they say of a page; whoever draws it whole tells what is wrong."""
    try:
        return draw(**given(page)).encode()
    except Exception:  # noqa: BLE001 - a template can fail in any way
        return None


def _every(every: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """These nodes and all below them."""
    for node in every:
        yield node
        yield from node.find_all(nodes.Node)


def _named(every: Iterable[nodes.Node]) -> set[str]:
    """The names that are given in these nodes to something, for what follows them as well."""
    found = set[str]()
    for one in _every(every):
        match one:
            case nodes.Assign(target=target) | nodes.AssignBlock(target=target):
                parts = _every([target])
                found |= {it.name for it in parts if isinstance(it, nodes.Name | nodes.NSRef)}
            case nodes.Import(target=name) | nodes.Macro(name=name):
                found.add(name)
            case nodes.FromImport(names=names):
                found |= {name if isinstance(name, str) else name[1] for name in names}
    return found
