"""Targets in `site.yaml`: what is said of a fingerprint that nobody would look at."""

import pytest

from generator.read.site import read_settings
from generator.read.source import Source
from tests.read.test_identity import SITE

HEX = "0f" * 32
KEY = "SHA256:" + "Ab+/" * 10 + "abc"


def codes(way: str, place: str, more: str = "", name: str = "web") -> set[str]:
    """What is said of a target."""
    target = f"发布:\n  - 名称: {name}\n    方式: {way}\n    位置: {place}\n{more}\n"
    told = read_settings(Source("content/site.yaml", SITE % "月度汇编" + target)).problems
    return {one.code for one in told if one.code.startswith("site/target")}


def named(fingerprint: str) -> str:
    """The line in which it is written."""
    return f"    指纹: '{fingerprint}'\n"


S3 = "    服务地址: {}://oss.example\n"


@pytest.mark.parametrize(
    ("way", "place", "more"),
    [
        ("WebDAV", "http://clerk@host/dav", ""),
        ("FTP", "ftp://clerk@host/www", ""),
        ("文件夹", "www", ""),
        ("压缩包", "usb/site.zip", ""),
        ("对象存储", "s3://bucket", S3.format("http")),
        ("对象存储", "s3://bucket", ""),
    ],
)
@pytest.mark.parametrize("fingerprint", [HEX, KEY])
def test_a_fingerprint_without_effect_is_told(
    way: str, place: str, more: str, fingerprint: str
) -> None:
    """Whoever wrote it believes that the host is known."""
    assert set() == codes(way, place, more)
    assert {"site/target-fingerprint"} == codes(way, place, more + named(fingerprint))


def test_no_target_is_called_like_the_signing_key() -> None:
    """The one's password would be sent to the other."""
    assert {"site/target-name"} == codes("文件夹", "www", name="sign")
    assert set() == codes("文件夹", "www", name="signs")


@pytest.mark.parametrize(
    ("way", "place", "more", "right", "wrong"),
    [
        ("SFTP", "sftp://clerk@host/www", "", [KEY, KEY + "="], [HEX, KEY[:-1], KEY[7:]]),
        ("FTPS", "ftps://clerk@host/www", "", [HEX, HEX.upper()], [KEY, HEX[:-1], HEX + "0"]),
        ("WebDAV", "https://clerk@host/", "", [":".join(["AB"] * 32)], ["SHA256", HEX[:62]]),
        ("对象存储", "s3://b", S3.format("https"), [f"SHA256:{HEX}"], [":".join(["AB"] * 31)]),
    ],
)
def test_a_fingerprint_is_a_whole_one(
    way: str, place: str, more: str, right: list[str], wrong: list[str]
) -> None:
    """In the form in which that kind of host is known."""
    assert set() == set().union(*(codes(way, place, more + named(one)) for one in right))
    for one in wrong:
        assert {"site/target-digits"} == codes(way, place, more + named(one))
