"""Asks for the password of a host, on a terminal only, and offers to let the system keep it."""

import sys

from generator.cli.voice import Voice, tell
from generator.edge.keys import entry, keep, typed


class Secrets:
    """The passwords that were typed; each is asked for once."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._typed: dict[str, str] = {}

    def __call__(self, name: str, place: str) -> str:
        """The password of a target; "" where nobody sits at a terminal."""
        said = typed(self._voice.say("secret_ask", target=name, address=place))
        if said:
            self._typed[entry(name, place)] = said
        return said

    def offer(self) -> None:
        """Now that they were right: ask whether the system shall keep them."""
        for name, password in self._typed.items():
            tell(self._voice.say("secret_keep", target=name))
            if sys.stdin.readline().strip().lower() in {"y", "yes", "是"}:
                is_kept = keep(name, password)
                tell(self._voice.say("secret_kept" if is_kept else "secret_not_kept"))
