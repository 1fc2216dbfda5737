"""What a process that stays keeps in hand from one build to the next."""

from generator.edge.cache import Loaded


class Stay:
    """The packs of its last build, and which files were touched since that one left its note.

    `program` tells which program this is, if it is known. `touched` are absolute paths; None when
    anything may have been.
    """

    def __init__(self, program: str = "") -> None:
        self.program = program
        self.packs: Loaded = {}
        self.touched: frozenset[str] | None = None
        self._note = ""

    def hear(self, touched: frozenset[str] | None) -> None:
        """These files were touched since this was last said; None when nobody knows."""
        known = self.touched is not None and touched is not None
        self.touched = (self.touched or frozenset()) | (touched or frozenset()) if known else None

    def since(self, note: str) -> frozenset[str] | None:
        """The files that were touched since the build that left this note; None when nobody knows."""
        return self.touched if note == self._note else None

    def rest(self, note: str) -> None:
        """A build has left its note, if there is one: from here on it is told what is touched."""
        if note:
            self._note, self.touched = note, frozenset()
