"""Keys and columns that a kind must never have: told with a reason of their own."""

from generator.model.privacy import Guard
from generator.read.source import Source
from generator.read.yamldoc import Scalar
from generator.values.problem import Problem


def forbidden(
    source: Source, guard: Guard | None, key: Scalar, near: str, shift: int = 0
) -> Problem | None:
    """What the unknown `key` would show of a person; None when it is merely unknown.

    `near` is the known key that may have been meant: a slip for one that may be written
    (`电话号码` for `电话`) is no more than a slip. `shift` is added to the line of the key.
    """
    if guard is None or (near and guard.reason(near)):
        return None
    reason, line, column = guard.reason(key.text), key.line + shift, key.column
    if reason == "own":
        return source.problem("private/own", line, column, key.length, "stop", key=key.text)
    if reason == "totals":
        return source.problem("private/totals", line, column, key.length, "stop", key=key.text)
    return None
