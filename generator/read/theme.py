"""`theme.yaml`: what a theme says of itself."""

from generator.model import theme
from generator.read.fields import Reader
from generator.read.got import Got
from generator.read.source import Source
from generator.read.yamldoc import Mapping, load
from generator.values.read import Read


def read_declaration(source: Source, contract: int) -> Read[Got]:
    """What the theme says, with its places; None unless it was written for this contract."""
    found = load(source)
    if not isinstance(found.value, Mapping):
        return Read(None, found.problems or (source.problem("theme/empty"),))
    reader = Reader(source)
    got = reader.group(found.value, theme.FIELDS)
    written = got.one("contract", int)
    if written is not None and written != contract:
        told = got.problem("theme/contract", "contract", value=str(written), ours=str(contract))
        reader.problems.append(told)
    return Read(None if reader.problems else got, tuple(reader.problems))
