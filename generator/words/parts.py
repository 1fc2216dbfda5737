"""Which part of a language says what: each is loaded when something of it is first said."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")

PARTS = {
    "files": "text/ file/",
    "tables": "table/ csv/ xlsx/ sum/ total/",
    "settings": "site/ category/ unit/ calendar/ issues/",
    "writing": "yaml/ head/ key/ value/ date/ money/ measure/ private/ kind/ list/ body/",
    "entries": (
        "status/ superseded/ relation/ related/ display/ correction/ address/ index/"
        " ledger/ appointment/ benefit/ land-approval/ land-compensation/ resolution/"
    ),
    "links": "link/ gone/ attachment/ image/",
    "theme": "theme/",
    "computer": "disk/ workers/",
    "publishing": "publish/ sign/ host/ verify/ publish_ secret_ verify_",
    "preview": "preview/ serve_ mistake_ bar_ desk_ sum_ grave_ state_",
    "check": "check_",
    "why": "why_",
    "commands": "usage/ new-site/",
}
"""By part: the families in it, as their keys begin; `commands` has whatever is of no family."""
_PART_OF = {family: part for part, families in PARTS.items() for family in families.split()}


class Parts(Mapping[str, T]):
    """The tables of one name in all parts of a language, as if they were one.

    In a key, `sign` ends the name of its family.
    """

    def __init__(self, language: str, table: str, sign: str) -> None:
        self._language, self._table, self._sign = language, table, sign

    def __getitem__(self, key: str) -> T:
        name, sign, _ = key.partition(self._sign)
        return self._held(_PART_OF.get(name + sign, "commands"))[key]

    def __iter__(self) -> Iterator[str]:
        return (key for part in PARTS for key in self._held(part))

    def __len__(self) -> int:
        return sum(len(self._held(part)) for part in PARTS)

    def _held(self, part: str) -> Mapping[str, T]:
        module = import_module(f"generator.words.{self._language}.{part}")
        held: Mapping[str, T] = getattr(module, self._table, {})
        return held
