"""The keys of declared fields, in both languages: which are known, and which are still to be written."""

import functools

from generator.model import fields as f
from generator.read import rowlabels
from generator.read.yamlnodes import Mapping
from generator.values.dataclass import replace

_FEW = 16
"""Keys that a message lists; where there are more, another place has them."""


class Known:
    """What a declaration says, worked out once; `words` are its fields by their keys in both languages."""

    def __init__(self, declared: tuple[f.Field, ...]) -> None:
        self.declared = declared
        self.words = {word: one for one in declared for word in (one.key, one.zh)}
        self.required = tuple(one for one in declared if one.required)

    @functools.cached_property
    def optional(self) -> tuple[f.Field, ...]:
        """The same fields, none of which must be there."""
        return tuple(replace(one, required=False) for one in self.declared)

    @functools.cached_property
    def columns(self) -> rowlabels.Columns:
        """What the fields say of a table's rows."""
        return rowlabels.Columns(self.declared)


_known: dict[int, list[Known]] = {}
"""By how many fields there are."""


def known(declared: tuple[f.Field, ...]) -> Known:
    """What is known of a declaration, which is told by being the same object: all of them last."""
    alike = _known.setdefault(len(declared), [])
    for one in alike:
        if one.declared is declared:
            return one
    alike.append(Known(declared))
    return alike[-1]


def absent(node: Mapping, known: dict[str, f.Field]) -> dict[str, f.Field]:
    """The known keys of which neither language is written."""
    written = {known[key.text].key for key, _ in node.items if key.text in known}
    return {word: one for word, one in known.items() if one.key not in written}


def offered(rest: dict[str, f.Field]) -> str:
    """The keys that may still be written, in both languages; nothing where they are many."""
    names = {one.key: f"{one.zh}（{one.key}）" for one in rest.values()}
    return "、".join(names.values()) if len(names) <= _FEW else ""
