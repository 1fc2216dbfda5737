"""Pages patched: where only some statements of a template changed, these alone are drawn and exchanged.

A page is what the statements of its template say, one after the other; those of a block stand where
the block does. So the page of an edited template is the page of before, in which what the changed
statements said then gives place to what they say now. It is found by its text: they said it in this
page, so where it stands once, that is where they said it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import Match, SequenceMatcher
from functools import cache, partial
from itertools import islice, pairwise, takewhile

from generator.plan.pages import Page
from generator.render.closure import leads
from generator.render.engine import can_draw, drawing, nodes, read_again, read_from_outside
from generator.render.imported import IMPORTS, Imported, given_by, import_alike, reached
from generator.render.templates import given
from generator.render.theme import Theme

__all__ = ["Patch", "patch"]

Said = Callable[[Page], bytes | None]
"""What statements say of a page; None where they cannot be drawn."""
Swap = tuple[bytes | Said, bytes | Said]
"""The text of statements as they were, and as they are."""
_Leaf = tuple[str, nodes.Node, tuple[str, ...]]
"""A statement, or something shown, that a page says just once: its file's place, it, the blocks around it."""
_Chain = Mapping[str, nodes.Template]
"""A page's template and those that it extends, by their places, its own first."""
_Blocks = Mapping[str, tuple[str, nodes.Block]]
"""The blocks that a page shows, by their names, each with the place of its file."""
_NAMING = (nodes.Assign, nodes.AssignBlock, nodes.Macro, *IMPORTS)
"""The statements that give something a name for those that follow."""
_LEADS = (nodes.Include, *IMPORTS)
_BESIDE, _TELLING = 4, 16
"""So many statements beside a change are taken with it, unless a text of so many characters is met."""
_BLOCKS_AGAIN = frozenset({"self", "super"})
"""Names by which a template says a block where it does not stand."""


class Patch:
    """What leads from the pages of a template as it was to those of the template as it is.

    Each of the `swaps` is the text of statements as they were and as they are; in the page's order.
    """

    __slots__ = ("_asks", "_swaps")

    def __init__(self, swaps: Sequence[Swap]) -> None:
        self._swaps = swaps
        self._asks = any(callable(said) for swap in swaps for said in swap)

    def __call__(self, body: bytes, page: Callable[[], Page]) -> bytes | None:
        """The page by that of before; None where it has to be drawn whole."""
        page = cache(page) if self._asks else page
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
    """A page's templates as they were, or as they are, and what a page of theirs says.

    `openings` are what those that extend others know before anything is said, by the place of each.
    """

    __slots__ = ("chain", "leaves", "openings", "theme")

    def __init__(self, theme: Theme, chain: _Chain, leaves: list[_Leaf]) -> None:
        self.theme, self.chain, self.leaves = theme, chain, leaves
        above = [*chain.items()][:-1]
        self.openings = {
            path: [one for one in tree.body if isinstance(one, _NAMING)] for path, tree in above
        }

    def keys(self) -> list[tuple[str, str, tuple[str, ...], frozenset[str]]]:
        """What each leaf says, the blocks that its names belong to, and the macros that it uses."""
        imported = Imported(self.theme, self.openings)
        return [
            (path, repr(node), blocks, imported.key(path, node))
            for path, node, blocks in self.leaves
        ]

    def imported(self) -> tuple[str, ...]:
        """The templates that are imported before anything is said."""
        every = ((path, one) for path, opening in self.openings.items() for one in opening)
        its = (leads(self.theme, path, [one]) for path, one in every)
        return tuple(place for places in its for place in places)

    def reached(self) -> set[str]:
        """The templates that may say more than their macros: but for imports at the top, all that are met."""
        known = {one for opening in self.openings.values() for one in opening}
        its = (
            place
            for path, tree in self.chain.items()
            for place in leads(
                self.theme, path, (one for one in tree.find_all(_LEADS) if one not in known)
            )
        )
        return {*reached(self.theme, its)}


def patch(before: Theme, now: Theme, name: str) -> Patch | None:
    """The patch for pages of a template; None where they have to be drawn whole.

    It is enough where what changed stands in the template, in those that it extends or in macros, and
    where it has nothing to do with the rest: it gives names to nothing, and knows none that something
    else on the page was given.
    """
    was, its = before.sources(), now.sources()
    if was.keys() != its.keys():
        return None
    changed = {path for path, text in its.items() if was[path] != text}
    old, new = _side(before, name), _side(now, name)
    if not old or not new or _told(old) != _told(new):
        return None
    if changed & (old.reached() | new.reached()):
        return None
    if not import_alike(before, now, new.imported()):
        return None
    if not all(can_draw(now, path) for path in reached(now, new.chain)):
        return None
    swaps = [_swap(old, new, *where) for where in _changes(old, new)]
    return Patch([*filter(None, swaps)]) if all(swaps) else None


def _side(theme: Theme, name: str) -> _Side | None:
    """A template and those that it extends; None where that cannot be known before a page is."""
    found: dict[str, nodes.Template] = {}
    path = theme.find(name)
    while path and path not in found:
        tree = read_again(theme, path)
        if tree is None or any(one.name in _BLOCKS_AGAIN for one in tree.find_all(nodes.Name)):
            return None
        found[path] = tree
        match [*tree.find_all(nodes.Extends)], tree.body:
            case [], _:
                leaves = _leaves(found)
                return _Side(theme, found, leaves) if leaves else None
            case [extends], [first, *_] if extends is first:
                above = extends.template
                named = above.value if isinstance(above, nodes.Const) else ""
                path = theme.find(named, path) if isinstance(named, str) else ""
            case _:
                return None
    return None


def _told(side: _Side) -> list[list[str]]:
    """What names stand for before anything is said."""
    return [[path, *map(repr, opening)] for path, opening in side.openings.items()]


def _leaves(chain: _Chain) -> list[_Leaf] | None:
    """What a page says, statement by statement; None where that is not known of a block."""
    *above, (path, root) = chain.items()
    plain = (nodes.Block, nodes.Output, nodes.Extends, nodes.Macro, *IMPORTS)
    tops = [one for _, tree in above for one in tree.body]
    if any(not isinstance(one, plain) for one in tops):
        return None
    if any(one.find(nodes.Block) for one in tops if isinstance(one, nodes.Macro)):
        return None
    blocks: dict[str, tuple[str, nodes.Block]] = {}
    for place, tree in chain.items():
        blocks = {one.name: (place, one) for one in tree.find_all(nodes.Block)} | blocks
    found = [*_said(path, root.body, blocks, ())]
    if any(isinstance(node, nodes.Block) or node.find(nodes.Block) for _, node, _ in found):
        return None
    return found


def _said(
    path: str, statements: Iterable[nodes.Node], blocks: _Blocks, inside: tuple[str, ...]
) -> Iterator[_Leaf]:
    """What statements say; a block that pages tell something, or that has to be replaced, stays one."""
    for node in statements:
        if isinstance(node, nodes.Output):
            yield from ((path, one, inside) for one in node.nodes)
        elif isinstance(node, nodes.Block) and not (
            node.name in inside or node.scoped or node.required
        ):
            place, block = blocks[node.name]
            yield from _said(place, block.body, blocks, (*inside, node.name))
        else:
            yield path, node, inside


def _changes(before: _Side, now: _Side) -> Iterator[tuple[slice, slice]]:
    """Where their leaves differ, each place with what stands around it: by that it is known in a page."""
    same = SequenceMatcher(None, before.keys(), now.keys(), autojunk=False).get_matching_blocks()
    old = before.leaves
    found: list[tuple[slice, slice]] = []
    for above, below in pairwise((Match(0, 0, 0), *same)):
        (start, its), (end, stop) = (above.a + above.size, above.b + above.size), (below.a, below.b)
        if (start, its) == (end, stop):
            continue
        is_known = any(_is_telling(node) for _, node, _ in old[start:end])
        up = 0 if is_known else _around(reversed(old[above.a : start]))
        down = 0 if is_known else _around(old[end : end + below.size])
        start, its = start - up, its - up
        if found and start < found[-1][0].stop:
            start, its = (one.start for one in found.pop())
        found.append((slice(start, end + down), slice(its, stop + down)))
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


def _swap(old: _Side, new: _Side, first: slice, second: slice) -> Swap | None:
    """What leaves said and what they say; None where it is not known what the names in them stand for."""
    own = (*old.leaves[first], *new.leaves[second])
    its = [node for _, node, _ in own]
    if not all(map(_is_apart, its)):
        return None
    around = [*old.leaves[: first.start], *old.leaves[first.stop :]]
    around += [*new.leaves[: second.start], *new.leaves[second.stop :]]
    rest = [node for _, node, _ in around]
    asked = read_from_outside(new.theme, its)
    homes = [path for path, opening in new.openings.items() if asked & _named(opening)]
    if len(homes) > 1 or asked & _named(rest):
        return None
    if homes and not _is_home(new, homes[0], own, rest):
        return None
    path = homes[0] if homes else own[0][0]
    says = partial(_saying, path=path, is_home=bool(homes))
    return says(old, first), says(new, second)


def _is_home(side: _Side, home: str, own: Iterable[_Leaf], rest: Iterable[nodes.Node]) -> bool:
    """Whether the names that a template gives at its top stand for the same where nothing else is said.

    And whether no statement of another template asks for them.
    """
    opening = side.openings[home]
    before = takewhile(lambda path: path != home, side.openings)
    earlier = [one for path in before for one in side.openings[path]]
    strangers = [node for path, node, _ in own if path != home]
    return not (
        read_from_outside(side.theme, opening) & _named((*earlier, *rest))
        or read_from_outside(side.theme, strangers) & _named(opening)
        or _looks_around(opening, earlier)
    )


def _looks_around(opening: Iterable[nodes.Node], earlier: Sequence[nodes.Node]) -> bool:
    """Whether what an opening leads to may see names of the page beside its own, or of those `earlier`."""
    for one in opening:
        if isinstance(one, nodes.Import | nodes.FromImport):
            if earlier and one.with_context:
                return True
        elif any(one.find_all(_LEADS)):
            return True
    return False


def _saying(side: _Side, where: slice, path: str, *, is_home: bool) -> bytes | Said:
    """How to know what leaves say, as if they stood there; a home has told before what names stand for."""
    its = [node for _, node, _ in side.leaves[where]]
    plain = [one.data for one in its if isinstance(one, nodes.TemplateData)]
    if len(plain) == len(its):
        return "".join(plain).encode()
    opening = side.openings[path] if is_home else []
    return partial(_drawn, drawing(side.theme, path, [*opening, *its]))


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
        found.update(given_by(one))
        if isinstance(one, nodes.Assign | nodes.AssignBlock):
            its = _every([one.target])
            found |= {it.name for it in its if isinstance(it, nodes.Name | nodes.NSRef)}
    return found
