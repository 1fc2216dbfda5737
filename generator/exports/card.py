"""What is said about an entry when it is handed on: its record without the text and the tables.

The names are those of the record; the same as JSON and as XML.
"""

from collections.abc import Iterator, Mapping
from html import escape

from generator.plan.dataset import json_of

_BULKY = frozenset({"format", "html", "data", "tables", "attachments"})


def card(record: Mapping[str, object], more: Mapping[str, object]) -> dict[str, object]:
    """The record's facts, and what is said of the package that it comes in."""
    facts = {key: value for key, value in record.items() if key not in _BULKY}
    return {"format": 1, **facts, **more}


def as_json(said: Mapping[str, object]) -> bytes:
    """One fact a line, in the order given."""
    return json_of(said)


def as_xml(said: Mapping[str, object]) -> bytes:
    """An element a fact, named like it; what there are several of has an `item` for each."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (head + "".join(_element("entry", said, ""))).encode()


def _element(name: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        inner = [(str(key), one) for key, one in value.items()]
    elif isinstance(value, list | tuple):
        inner = [("item", one) for one in value]
    else:
        yield f"{indent}<{name}>{escape(str(value), quote=False)}</{name}>\n"
        return
    yield f"{indent}<{name}>\n"
    for key, one in inner:
        yield from _element(key, one, f"{indent} ")
    yield f"{indent}</{name}>\n"
