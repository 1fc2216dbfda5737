"""Passwords that somebody wrote into the settings, where they must not stand: found, and never shown."""

import posixpath
from re import Match

from generator.values.pattern import pattern

_SETTINGS = "site.yaml"
_WORD = r"密\s*码|口\s*令|密\s*钥|凭[据证]|passw|passphrase|\bpass\b|pwd|secret|token|access_?key(?!_?id)"
_KEY = pattern(rf"(?i){_WORD}")
_IN_ADDRESS = pattern(
    r"(?i)(?:^(?:[a-z0-9]+:/+|(?![a-z0-9]+:[/\\]))|//)"
    r"(?!\[)(?![^@/?#:]*\.[^@/?#:]*:\d{1,5}(?:[/\s]|$))"
    r"[^@/?#]*[:：][^@＠]*[@＠]"
)
"""`//user:password@`, with anything in the password, also where the address is torn; no port of a
named host, no number in brackets."""
_IN_LINE = pattern(
    r"(?P<before>//(?!\[)[^@/?#:：]{0,80}[:：])(?P<address>[^@＠]{1,200})(?=[@＠])"
    rf"|(?P<key>(?i:{_WORD})[^:：=]{{0,20}}[:：=]\s*)(?P<value>\S.*)"
)


def is_key(written: str) -> bool:
    """Whether what stands under such a key is a password."""
    return bool(_KEY.search(written))


def stands_in(address: str) -> bool:
    """Whether a password stands in what was written for an address, whatever else is wrong with it."""
    return bool(_IN_ADDRESS.search(address.strip()))


def is_settings(path: str) -> bool:
    """Whether the file is the one into which people write passwords."""
    return posixpath.basename(path) == _SETTINGS


def hidden(path: str, text: str) -> str:
    """A line of the file, as long as it was, without the passwords in it."""
    return _IN_LINE.sub(_covered, text) if is_settings(path) else text


def _covered(found: Match[str]) -> str:
    kept = found["before"] or found["key"]
    return kept + "*" * (len(found.group()) - len(kept))
