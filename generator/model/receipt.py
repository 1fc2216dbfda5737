"""The record of a site brought to where citizens read it."""

from typing import Literal

from generator.values.dataclass import dataclass

Act = Literal["publish", "rollback"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A delivery that was completed (回执): what was done `at` a moment `by` whom, to which target.

    `release` is its number, `fingerprint` the digest of the site's root manifest; then how many
    files were added, changed and removed, and how many bytes were sent.
    """

    act: Act
    at: str
    by: str
    target: str
    release: int
    fingerprint: str
    added: int
    changed: int
    removed: int
    sent: int
