"""Where a built site and its undo live on the disk."""

from generator.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Store:
    """A site's `output/` and `.releases/`, both absolute; `shown` names the output in messages.

    The names under `.releases/` tell the state of what they hold: `retired` is always a whole
    site that reached the disk, `staging` and `fresh` may be anything, `journal.json` is a promise to
    finish. For a site that need not outlast a power cut (`is_lasting`) nobody waits until it has.
    """

    output: str
    releases: str
    shown: str
    is_lasting: bool = True

    @property
    def retired(self) -> str:
        """A whole site, the one before: the undo, and the base of the next build."""
        return self.releases + "/retired"

    @property
    def staging(self) -> str:
        """A tree under work; what an interrupted build left here is a base like any other."""
        return self.releases + "/staging"

    @property
    def fresh(self) -> str:
        """Files of a site that is being made; what an interrupted build left here is worth nothing."""
        return self.releases + "/fresh"

    @property
    def journal(self) -> str:
        """A promise: what a commit by files has still to do."""
        return self.releases + "/journal.json"

    @property
    def lock(self) -> str:
        """A file whose lock says that a build is at work."""
        return self.releases + "/lock"

    @property
    def holder(self) -> str:
        """Who holds the lock, in words: Windows lets nobody read a locked file itself."""
        return self.releases + "/holder"
