"""The keys of declared fields, in both languages: which are known, and which are still to be written."""

from generator.model import fields as f
from generator.read.yamlnodes import Mapping

_FEW = 16
"""Keys that a message lists; where there are more, another place has them."""


class Known:
    """The words of declarations, gathered once: the rows of a table have one in common."""

    def __init__(self) -> None:
        self._found: list[tuple[tuple[f.Field, ...], dict[str, f.Field]]] = []

    def words(self, declared: tuple[f.Field, ...]) -> dict[str, f.Field]:
        """The fields by their keys in both languages."""
        for one, words in self._found:
            if one is declared:
                return words
        words = {word: one for one in declared for word in (one.key, one.zh)}
        self._found.append((declared, words))
        return words


def absent(node: Mapping, known: dict[str, f.Field]) -> dict[str, f.Field]:
    """The known keys of which neither language is written."""
    written = {known[key.text].key for key, _ in node.items if key.text in known}
    return {word: one for word, one in known.items() if one.key not in written}


def offered(rest: dict[str, f.Field]) -> str:
    """The keys that may still be written, in both languages; nothing where they are many."""
    names = {one.key: f"{one.zh}（{one.key}）" for one in rest.values()}
    return "、".join(names.values()) if len(names) <= _FEW else ""
