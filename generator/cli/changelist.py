"""What a release would change, as lists: entries one by one, other pages and files counted and named."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.app.changes import Change, How
from generator.app.release import ReleaseCheck
from generator.cli.deskparts import row, section
from generator.cli.markup import href, joined, tag
from generator.cli.voice import Voice
from generator.values.html import Html
from generator.values.text import mask, mask_path

LIMIT = 50
"""So many rows of a sort are shown unless all are asked for."""
_COLOUR: Mapping[How, str] = MappingProxyType({"new": "ok", "changed": "warn", "gone": "stop"})


def changes_section(voice: Voice, check: ReleaseCheck, today: str, *, is_whole: bool) -> Html:
    """The part of the page."""
    said = [key for key, is_so in _said(check).items() if is_so]
    told = (tag("p", voice.say(f"check_changes_{key}", n=check.stops), class_=key) for key in said)
    lists = _Lists(voice, today, is_whole).every(check.changes) if check.changes else None
    return section("changes", voice.say("check_changes"), *told, lists)


def _said(check: ReleaseCheck) -> Mapping[str, bool]:
    """What is to be said before the lists: above all that they are of no use yet where something stops."""
    is_known = check.changes is not None
    return {
        "unknown": not is_known,
        "stopped": is_known and check.stops > 0,
        "none": check.changes == (),
        "first": bool(check.changes) and check.is_first,
    }


class _Lists(NamedTuple):
    """Makes lists of changes, for a simulated day or none, whole or cut."""

    voice: Voice
    today: str
    is_whole: bool

    def every(self, changes: Sequence[Change]) -> Html:
        """A list for every sort of which there is something: what people wrote comes first."""
        text = [one for one in changes if one.seen == "text"]
        entries = [one for one in text if one.of == "entry"]
        sorts: dict[str, list[Change]] = {
            how: [one for one in entries if one.how == how] for how in _COLOUR
        }
        lists = [self._entries(how, its) for how, its in sorts.items() if its]
        others = {"pages": [one for one in text if one.of == "page"]}
        for seen in ("beside", "frame", "look"):
            others[seen] = [one for one in changes if one.seen == seen]
        others["files"] = [one for one in text if one.of == "file"]
        lists += [self._named(key, its) for key, its in others.items() if its]
        return joined(*lists)

    def _entries(self, key: str, its: Sequence[Change]) -> Html:
        """Entries, each with its source and the way to what is otherwise."""
        rows = [
            row(
                _COLOUR[one.how],
                self.voice.say(f"check_how_{one.how}"),
                mask(one.title),
                tag("p", tag("code", mask_path(one.source)), class_="place"),
                link=tag("a", self.voice.say(f"check_see_{one.how}"), href=self._page(one)),
            )
            for one in self._cut(its)
        ]
        title = self.voice.say(f"check_entries_{key}", n=len(its))
        return joined(
            tag("h3", title, class_="sort"), tag("ol", *rows, class_="rows"), self._more(its)
        )

    def _named(self, key: str, its: Sequence[Change]) -> Html:
        """Pages or files, counted; their names are a click away."""
        counts = {how: sum(one.how == how for one in its) for how in _COLOUR}
        parts = [self.voice.say(f"check_count_{how}", n=n) for how, n in counts.items() if n]
        title = self.voice.say(f"check_list_{key}", n=len(its))
        told = tag("small", self.voice.say("join").join(parts))
        rows = [tag("li", self._name(one)) for one in self._cut(its)]
        return tag(
            "details",
            tag("summary", title, " ", told),
            tag("p", self.voice.say(f"check_list_{key}_why")),
            tag("ul", *rows),
            self._more(its),
        )

    def _name(self, one: Change) -> Html:
        path = tag("code", mask_path(one.path))
        if one.of == "file":
            links = [
                tag(
                    "a",
                    self.voice.say(f"check_side_{side}"),
                    href=href("_desk", side, *day, one.path),
                )
                for side, day, without in (
                    ("before", (), "new"),
                    ("after", (self.today or "today",), "gone"),
                )
                if one.how != without
            ]
            return joined(path, *(joined(" ", link) for link in links))
        link = tag("a", mask(one.title) or mask_path(one.path), href=self._page(one))
        return joined(link, " ", path, " ", tag("small", self.voice.say(f"check_how_{one.how}")))

    def _page(self, one: Change) -> str:
        return href("_desk", "page", one.path, today=self.today)

    def _cut(self, its: Sequence[Change]) -> Sequence[Change]:
        return its if self.is_whole else its[:LIMIT]

    def _more(self, its: Sequence[Change]) -> Html | None:
        """How many are not shown, and the way to all."""
        if self.is_whole or len(its) <= LIMIT:
            return None
        address = href("_desk", "", today=self.today)
        whole = f"{address}{'&' if self.today else '?'}whole=1"
        link = tag("a", self.voice.say("check_whole"), href=whole)
        return tag("p", self.voice.say("check_more", n=len(its) - LIMIT), " ", link)
