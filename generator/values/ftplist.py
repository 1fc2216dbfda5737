"""What an FTP server tells of a folder: the lines of MLSD, and of LIST as unix and Windows write them."""

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from generator.values.dataclass import dataclass

MINUTE, DAY = 60, 86_400


@dataclass(frozen=True, slots=True)
class Listed:
    """What stands in a folder: `.` is the folder itself. A `size` is -1 for all but files.

    `stamp` is the time as it was told, `at` the same in seconds, true to `grain` seconds.
    """

    name: str
    kind: Literal["file", "folder", "other"]
    size: int
    stamp: str
    at: int
    grain: int


def of_mlsd(text: str) -> Iterator[Listed]:
    """The lines of MLSD, which every server writes alike; `ValueError` names one that nobody can read."""
    for line in _lines(text):
        told, _, name = line.lstrip().partition(" ")
        facts = dict(one.partition("=")[::2] for one in told.lower().split(";") if one)
        kind = facts.get("type", "")
        written = facts.get("modify", "")
        if not name or not kind or (kind == "file" and not facts.get("size", "").isdecimal()):
            raise ValueError(line)
        if kind in {"cdir", "pdir"}:
            name = "." if kind == "cdir" else ".."
        yield Listed(
            name,
            "file" if kind == "file" else "folder" if kind in {"dir", "cdir", "pdir"} else "other",
            int(facts["size"]) if kind == "file" else -1,
            f"{written} {facts.get('unique', '')}".strip() if written else "",
            _seconds(line, written) if written else 0,
            1,
        )


def _seconds(line: str, written: str) -> int:
    try:
        return timegm(datetime.strptime(written[:14], "%Y%m%d%H%M%S").timetuple())  # noqa: DTZ007 - UTC
    except ValueError as error:
        raise ValueError(line) from error


_LAST = r"(?:\d{1,2}:\d\d|\d{4})"
_UNIX = re.compile(
    r"(?P<kind>[a-zA-Z-])[-rwxsStTlL]{9}\S*\s+(?:\S.*?\s+)??(?:\d+,\s*)?(?P<size>\d+)\s+"
    rf"(?P<when>[A-Za-z]{{3}}\s+\d{{1,2}}\s+{_LAST}|\d{{1,2}}\s+[A-Za-z]{{3}}\s+{_LAST}"
    rf"|\d{{1,2}}月\s*\d{{1,2}}日?\s+{_LAST}|\d{{4}}-\d\d-\d\d\s+\d\d:\d\d)\s(?P<name>.+)"
)
_WINDOWS = re.compile(
    r"(?P<when>(?:\d\d-\d\d-\d{2}(?:\d\d)?|\d{4}[-/]\d\d[-/]\d\d)\s+\d\d:\d\d\s?(?:[AaPp][Mm])?)\s+"
    r"(?:<(?P<kind>[A-Z]+)>\s+|(?P<size>\d+)\s)(?P<name>.+)"
)
_TOTAL = re.compile(r"(?:total|总用量|总计|总数)\s*\d+\s*(?:[KMG]B?)?", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def of_list(text: str, now: datetime) -> Iterator[Listed]:
    """The lines of LIST; `ValueError` names one that is of neither form.

    Where no year is told, it is the last time before `now` that there was such a day.
    """
    for line in _lines(text):
        if _TOTAL.fullmatch(line):
            continue
        if found := _UNIX.fullmatch(line):
            yield _of_unix(found, now)
        elif found := _WINDOWS.fullmatch(line):
            yield _of_windows(found)
        else:
            raise ValueError(line)


def _of_unix(found: re.Match[str], now: datetime) -> Listed:
    kind, name = found["kind"], found["name"]
    if kind == "l":
        name = name.partition(" -> ")[0]
    at, grain = _unix_time(found, now)
    stamp = " ".join(found["when"].split())
    if kind == "-":
        return Listed(name, "file", int(found["size"]), stamp, at, grain)
    return Listed(name, "folder" if kind == "d" else "other", -1, stamp, at, grain)


def _unix_time(found: re.Match[str], now: datetime) -> tuple[int, int]:
    """When, and how exactly; the tables of months are the same in every language but their names."""
    when = found["when"]
    *day, last = re.findall(r"[A-Za-z]+|[\d:]+", when) if "-" not in when else ["", when]
    try:
        if not day[0]:
            return _since_1970(datetime.fromisoformat(" ".join(when.split()))), MINUTE
        numbers = [int(word) for word in day if word.isdecimal()]
        months = [_MONTHS.index(word.lower()) + 1 for word in day if word.isalpha()]
        month, number = (*months, *numbers)
        if ":" not in last:
            return _since_1970(datetime(int(last), month, number)), DAY  # noqa: DTZ001 - as told
        hour, _, minute = last.partition(":")
        clock = timedelta(hours=int(hour), minutes=int(minute))
        return _since_1970(_latest(month, number, now) + clock), MINUTE
    except ValueError as error:
        raise ValueError(found.string) from error


def _latest(month: int, number: int, now: datetime) -> datetime:
    """The last such day that is not after tomorrow: a host's clock may be of another zone."""
    tomorrow = now.replace(tzinfo=None) + timedelta(days=1)
    leap = 8  # so many years may lie between two 29ths of February
    for year in range(tomorrow.year, tomorrow.year - leap - 1, -1):
        if (month, number) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)):
            continue
        day = datetime(year, month, number)  # noqa: DTZ001 - as told
        if day <= tomorrow:
            return day
    raise ValueError(month)


def _of_windows(found: re.Match[str]) -> Listed:
    stamp = " ".join(found["when"].split()).upper()
    day, clock = stamp.split(" ", 1)
    clock = clock.replace(" ", "")
    half = "%I:%M%p" if clock.endswith("M") else "%H:%M"
    year = "%Y" if len(day) == 10 else "%y"
    form = "%Y-%m-%d" if day[4] in "-/" and day[:4].isdecimal() else f"%m-%d-{year}"
    try:
        at = datetime.strptime(f"{day.replace('/', '-')} {clock}", f"{form} {half}")  # noqa: DTZ007 - as told
    except ValueError as error:
        raise ValueError(found.string) from error
    name, seconds = found["name"], _since_1970(at)
    if found["kind"]:
        is_folder = found["kind"] == "DIR"
        return Listed(name, "folder" if is_folder else "other", -1, stamp, seconds, MINUTE)
    return Listed(name, "file", int(found["size"]), stamp, seconds, MINUTE)


def _since_1970(at: datetime) -> int:
    return timegm(at.timetuple())


def _lines(text: str) -> Iterator[str]:
    """As servers end them; only these two characters end a line, a name may hold others."""
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip():
            yield line
