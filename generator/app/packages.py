"""A release as packages for a column of somebody else's portal: a folder an entry, one list over all.

They are cut out of the files of the release, nothing is drawn anew. What was packed of the same page
and record before is taken as it was.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from generator.app.committed import REFUSED, site_listing
from generator.edge.releases import Release
from generator.exports import card, importlist, manifest
from generator.exports.fragment import STYLE, fragment
from generator.exports.importlist import Row
from generator.values.dataclass import dataclass, field
from generator.values.digest import sha256
from generator.values.host import Filed
from generator.values.pattern import pattern
from generator.values.place import Place
from generator.values.problem import Problem, Stop

TEXT, FILES, DATA = "fragment.html", "files/", "data/"
_NTH = pattern(r"--[0-9]+$")
_CARDS = ("meta.json", "meta.xml")
Read = Callable[[str], bytes]
"""Gives a file by the digest of its bytes."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was delivered: the list, and what each package was made of and holds, by the entry's address.

    `program` is the one that made it: another one may make it differently.
    """

    program: str
    rows: tuple[Row, ...] = ()
    packs: Mapping[str, tuple[str, tuple[Filed, ...]]] = field(default_factory=dict)

    def body(self) -> bytes:
        """As it is kept."""
        rows, packs = [asdict(one) for one in self.rows], self.packs
        said = {"program": self.program, "rows": rows, "packs": packs}
        return json.dumps(said, ensure_ascii=False).encode()


def remembered(body: bytes | None) -> Memory:
    """The memory that was kept so, or as the list that stands with the packages; else an empty one."""
    try:
        said = json.loads(body or b"{}")
        rows = tuple(Row(**one) for one in said.get("rows") or said.get("packages") or ())
        packs = {
            address: (str(of), tuple(Filed(*one) for one in files))
            for address, (of, files) in said.get("packs", {}).items()
        }
        return Memory(str(said.get("program", "")), rows, packs)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Memory("")


@dataclass(frozen=True, slots=True)
class Packed:
    """The packages of a release, as a release of their own, and what is to be remembered of them."""

    release: Release
    read: Read
    memory: Memory


def packed(release: Release, read: Read, before: Memory, program: str, at: Place) -> Packed:
    """The packages of a release, after those that were delivered before."""
    shelf = _Shelf(release, read)
    known = before.packs if before.program == program else {}
    rows = {one.address: one for one in before.rows}
    packs: dict[str, tuple[str, tuple[Filed, ...]]] = {}
    listed = []
    for address in shelf.entries(at):
        of = shelf.made_of(address)
        if address in known and known[address][0] == of and address in rows:
            packs[address] = known[address]
            listed.append(rows[address])
        else:
            pack, row = shelf.pack(address, at)
            packs[address] = (of, pack)
            listed.append(row)
    memory = Memory(program, importlist.follow(before.rows, listed), packs)
    bodies = _bodies(memory)
    files = {one.path: one for _, pack in packs.values() for one in pack}
    files |= {path: Filed(path, sha256(body), len(body)) for path, body in bodies.items()}
    root = files[manifest.ROOT].sha256
    by_digest = {sha256(body): body for body in bodies.values()}
    owners = {one.sha256: address for address, (_, pack) in packs.items() for one in pack}

    def give(digest: str) -> bytes:
        if digest in by_digest:
            return by_digest[digest]
        return shelf.made(owners.get(digest, ""), digest, at) or read(digest)

    return Packed(Release(release.number, release.at, root, files), give, memory)


class _Shelf:
    """The files of a release, by the entries that they belong to."""

    def __init__(self, release: Release, read: Read) -> None:
        self._files, self._read = release.files, read
        self._own: dict[str, list[str]] = {}
        self._last: tuple[str, Mapping[str, bytes]] = ("", {})

    def entries(self, at: Place) -> Iterable[str]:
        """The addresses of the entries that have a record; a page that only says where one went has none."""
        listing = site_listing(self._body)
        pages = sorted(one for one in (listing.titles if listing else ()) if one.endswith(".html"))
        found = [page for page in pages if f"{_stem(page)}.json" in self._files]
        if pages and not found:
            raise Stop(Problem("publish/no-records", at), REFUSED)
        self._own = {_stem(page): [] for page in found}
        for path in self._files:
            owner = self._owner(path)
            if owner and not path.endswith(".html"):
                self._own[owner].append(path)
        return found

    def made_of(self, address: str) -> str:
        """What tells a package from what it was before."""
        made = (self._files[one].sha256 for one in (address, f"{_stem(address)}.json"))
        return sha256(" ".join(made).encode())

    def pack(self, address: str, at: Place) -> tuple[tuple[Filed, ...], Row]:
        """The files of a package, and its row in the list."""
        made, said = self._made(address, at)
        folder = f"{_stem(address)}/"
        texts = [Filed(folder + name, sha256(body), len(body)) for name, body in made.items()]
        own = [
            Filed(folder + _beside(address, path), one.sha256, one.size)
            for path in self._own[_stem(address)]
            if (one := self._files[path])
        ]
        files = tuple(sorted((*texts, *own)))
        digest = sha256("\n".join(f"{one.path} {one.sha256}" for one in files).encode())
        return files, importlist.row(said, digest, folder)

    def made(self, address: str, digest: str, at: Place) -> bytes | None:
        """The text or card of an entry with that digest; None where it is a file of the release."""
        if not address or any(
            self._files[path].sha256 == digest for path in self._own[_stem(address)]
        ):
            return None
        if self._last[0] != address:
            self._last = (address, self._made(address, at)[0])
        return next((one for one in self._last[1].values() if sha256(one) == digest), None)

    def _made(self, address: str, at: Place) -> tuple[dict[str, bytes], dict[str, object]]:
        """What is written for a package, and what its card says."""
        stem = _stem(address)
        record = json.loads(self._text(f"{stem}.json"))
        names = {path: _beside(address, path) for path in self._own[stem]}
        folder = stem.rpartition("/")[0]

        def own(href: str) -> str:
            return names.get(_resolved(folder, href), "")

        cut = fragment(self._text(address), own)
        if cut is None:
            raise Stop(Problem("publish/no-article", at, (("value", address),)), REFUSED)
        text = cut.html.encode()
        titles = {one["address"]: one["title"] for one in record.get("attachments", ())}
        files = [
            {
                "name": name,
                "role": _role(name, cut.pictures),
                "title": titles.get(path, ""),
                "bytes": self._files[path].size,
                "sha256": self._files[path].sha256,
            }
            for path, name in sorted(names.items())
        ]
        said = card.card(
            record,
            {
                "fingerprint": self._files[f"{stem}.json"].sha256,
                "fragment": {"name": TEXT, "bytes": len(text), "sha256": sha256(text)},
                "files": files,
                "tags": dict(cut.tags),
            },
        )
        bodies = (text, card.as_json(said), card.as_xml(said))
        return dict(zip((TEXT, *_CARDS), bodies, strict=True)), said

    def _owner(self, path: str) -> str:
        """The entry whose data or attachment a file is; empty for one that is the site's own."""
        whole = _stem(path)
        for stem in (whole, _NTH.sub("", whole)):
            if stem in self._own:
                return stem
        folder = path.rpartition("/")[0]
        while folder and folder not in self._own:
            folder = folder.rpartition("/")[0]
        return folder

    def _body(self, path: str) -> bytes | None:
        one = self._files.get(path)
        return self._read(one.sha256) if one else None

    def _text(self, path: str) -> str:
        return self._read(self._files[path].sha256).decode()


def _bodies(memory: Memory) -> dict[str, bytes]:
    """What stands there for all packages: the list, what it means, the style, and the manifest."""
    bodies = {
        importlist.SHEET: importlist.sheet(memory.rows),
        importlist.LIST: importlist.listed(memory.rows),
        importlist.READ_ME: b"\xef\xbb\xbf" + importlist.HELP.replace("\n", "\r\n").encode(),
        "gongkai.css": STYLE,
    }
    shards: dict[str, list[manifest.Row]] = {}
    for path, body in bodies.items():
        row = manifest.Row(path, sha256(body), len(body))
        shards.setdefault(manifest.SITE, []).append(row)
    titles = {one.fragment: (one.title, one.address) for one in memory.rows}
    for address, (_, pack) in memory.packs.items():
        name = "-".join(address.split("/")[:-1])
        for one in pack:
            row = manifest.Row(*one, name, *titles.get(one.path, ("", "")))
            shards.setdefault(name, []).append(row)
    made = {name: manifest.shard(name, found) for name, found in shards.items()}
    root = manifest.root({name: sha256(one.body) for name, one in made.items()})
    return {**bodies, **{one.path: one.body for one in (*made.values(), root)}}


def _stem(path: str) -> str:
    """`finance/2026/03-budget` of `finance/2026/03-budget.html`."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name.rpartition('.')[0]}" if folder else name.rpartition(".")[0]


def _beside(address: str, path: str) -> str:
    """Where a file of an entry stands in its package."""
    folder = f"{_stem(address)}/"
    if path.startswith(folder):
        return FILES + path.removeprefix(folder)
    return DATA + path.rpartition("/")[2]


def _resolved(folder: str, href: str) -> str:
    """The address in the site that a link on a page in that folder means."""
    parts = folder.split("/") if folder else []
    for part in href.partition("#")[0].split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts = [*parts, part]
    return "/".join(parts)


def _role(name: str, pictures: frozenset[str]) -> str:
    if name.startswith(DATA):
        return "data"
    return "picture" if name in pictures else "attachment"
