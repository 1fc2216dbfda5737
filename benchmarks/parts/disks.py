"""On what kind of disk a comparison runs: some make files slowly after others were removed."""

from pathlib import Path

BARE = "ext4 without a journal"
SLOW = {
    BARE: "for a minute after a file is removed, and for six where its place is not yet written down,"
    " each new file passes over it, one by one; ratios say little here (--work: another disk)"
}
"""Kinds on which builds that remove files spoil the ones after them, and why."""


def name(folder: Path) -> str:
    """The kind of file system at a folder, which may not exist yet."""
    there = folder.resolve()
    with open("/proc/self/mountinfo", encoding="utf-8") as stream:
        mounted = dict(_mount(line) for line in stream)
    place = max((one for one in mounted if there.is_relative_to(one)), key=len)
    kind, device = mounted[place]
    if kind != "ext4":
        return kind
    journal = Path("/sys/fs/ext4", device.rpartition("/")[2], "journal_task")
    if not journal.exists():
        return kind
    return BARE if journal.read_text("ascii").strip() == "<none>" else "ext4 with a journal"


def _mount(line: str) -> tuple[str, tuple[str, str]]:
    """Where a file system is seen, its kind and its device; a later one at one place hides the first."""
    place, _, rest = line.partition(" - ")
    kind, device = rest.split()[:2]
    return place.split()[4], (kind, device)
