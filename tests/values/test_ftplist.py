"""Lists as servers of many years write them; what is of no known form is refused and not guessed."""

from datetime import UTC, datetime

import pytest

from generator.values.ftplist import Listed, of_list, of_mlsd

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
VSFTPD = """\
drwxr-xr-x    3 0        0            4096 Nov 22 09:15 .
drwxr-xr-x    3 0        0            4096 Nov 21 09:15 ..
-rw-r--r--    1 65534    65534        1234 Nov 22 09:14 index.html
-rw-------    1 65534    65534           0 Mar 03  2019 robots.txt
drwxr-xr-x    2 1001     1001         4096 Dec 31 23:59 finance
lrwxrwxrwx    1 0        0              11 Nov 22 09:14 now -> finance/2026
"""
IIS = """\
11-22-26  09:14AM       <DIR>          finance
11-22-26  12:05PM                 1234 index.html
03-03-19  12:05AM                    0 年度 报告.html
"""
IIS_OF_FOUR_DIGITS = """\
11-22-2026  21:14       <DIR>          finance
2026/11/22  21:15                   77 a.html
2026-11-22  21:15       <JUNCTION>     link
"""
OTHERS = [
    ("-rw-rw-rw-   1 user     group        1234 Nov 22 09:14 a  b.html", "a  b.html", 1234),
    ("-rw-r--r--  1 clerk  domain users  1234 Nov 22 09:14 c.html", "c.html", 1234),
    ("-rwx------ owner group 77 Nov 22 2019 d.html", "d.html", 77),
    ("-rw-r--r--+ 1 clerk staff 12 22 Nov 09:14 e.html", "e.html", 12),
    ("-rw-r--r--. 1 clerk staff 12 2026-11-22 09:14 f.html", "f.html", 12),
    ("-rw-r--r--   1 clerk staff   12 11月 22 09:14 第 1 期.html", "第 1 期.html", 12),
    ("-rw-r--r--   1 clerk staff   12 11月22日 09:14 g.html", "g.html", 12),
    ("-rw-r--r--   1 2009 2009   12 Nov 22 09:14 Nov 22 09:14 h", "Nov 22 09:14 h", 12),
    ("crw-rw-rw-   1 root root   1,   3 Nov 22 09:14 null", "null", -1),
]


def names(text: str) -> list[tuple[str, str, int]]:
    """What stands there, of which kind, how long."""
    return [(one.name, one.kind, one.size) for one in of_list(text, NOW)]


def test_unix_lists() -> None:
    """Links are neither files nor folders; `.` tells that hidden names are shown."""
    assert [
        (".", "folder", -1),
        ("..", "folder", -1),
        ("index.html", "file", 1234),
        ("robots.txt", "file", 0),
        ("finance", "folder", -1),
        ("now", "other", -1),
    ] == names("total 24\n" + VSFTPD.replace("\n", "\r\n"))


@pytest.mark.parametrize(("line", "name", "size"), OTHERS)
def test_other_unix_lists(line: str, name: str, size: int) -> None:
    """Groups of two words, marks behind the rights, days before months, months in Chinese."""
    (found,) = of_list(f"{line}\n", NOW)

    assert (name, size) == (found.name, found.size)


def test_windows_lists() -> None:
    """Noon and midnight included."""
    assert [
        ("finance", "folder", -1),
        ("index.html", "file", 1234),
        ("年度 报告.html", "file", 0),
    ] == names(IIS)
    noon, midnight = [one.at for one in of_list(IIS, NOW)][1:]
    assert (12 * 3600 + 300, 300) == (noon % 86400, midnight % 86400)
    assert ["folder", "file", "other"] == [one.kind for one in of_list(IIS_OF_FOUR_DIGITS, NOW)]


def test_a_day_without_a_year_is_the_last_such_day() -> None:
    """December is of last year; tomorrow is still this one, for hosts whose clock is ahead."""
    found = {one.name: datetime.fromtimestamp(one.at, UTC) for one in of_list(VSFTPD, NOW)}
    (ahead,) = of_list("-rw-r--r-- 1 a b 1 Nov 23 09:14 x\n", NOW)
    (leap,) = of_list("-rw-r--r-- 1 a b 1 Feb 29 09:14 x\n", NOW)

    assert datetime(2025, 12, 31, 23, 59, tzinfo=UTC) == found["finance"]
    assert datetime(2019, 3, 3, tzinfo=UTC) == found["robots.txt"]
    assert 2026 == datetime.fromtimestamp(ahead.at, UTC).year
    assert 2024 == datetime.fromtimestamp(leap.at, UTC).year


def test_how_exactly_a_time_is_told() -> None:
    """A second, a minute, a day."""
    (second,) = of_mlsd("type=file;size=1;modify=20261122091400; a\n")
    minute, day = [one for one in of_list(VSFTPD, NOW) if one.kind == "file"]

    assert (1, 60, 86400) == (second.grain, minute.grain, day.grain)
    assert second.at == minute.at


def test_mlsd() -> None:
    """Facts in any order and case; names as they are, with `;` and `=` and spaces."""
    text = (
        "type=cdir;modify=20261122091400; /www\r\n"
        "Type=file;Size=12;Modify=20261122091400.123;UNIQUE=801g1; a; b=c.html\r\n"
        "type=dir;perm=el;  two\r\n"
        "type=OS.unix=slink:/etc;size=4; link\r\n"
    )

    assert [
        Listed(".", "folder", -1, "20261122091400", 1795338840, 1),
        Listed("a; b=c.html", "file", 12, "20261122091400.123 801g1", 1795338840, 1),
        Listed(" two", "folder", -1, "", 0, 1),
        Listed("link", "other", -1, "", 0, 1),
    ] == [*of_mlsd(text)]


@pytest.mark.parametrize(
    "line",
    [
        "INDEX.HTM;3   12/13  22-NOV-2026 09:14  [CLERK]  (RWED,RE,,)",
        "-rw-r--r-- 1 clerk staff 12 Smarch 22 09:14 a",
        "-rw-r--r-- 1 clerk staff 12 Nov 31 09:14 a",
        "-rw-r--r-- 1 clerk staff Nov 22 09:14 a",
        "13-22-26  09:14AM  12 a",
        "<html>",
    ],
)
def test_a_line_of_no_known_form_is_refused(line: str) -> None:
    """With the line, for whoever looks after the server."""
    with pytest.raises(ValueError, match="^" + line[:8].replace("(", r"\(")):
        [*of_list(f"{VSFTPD}{line}\n", NOW)]


@pytest.mark.parametrize(
    "line",
    ["type=file; a", "size=1; a", "type=file;size=x; a", "type=file;size=1;modify=9; a", "a"],
)
def test_a_line_of_mlsd_that_lacks_something_is_refused(line: str) -> None:
    """Above all without a length."""
    with pytest.raises(ValueError, match=line):
        [*of_mlsd(f"{line}\n")]
