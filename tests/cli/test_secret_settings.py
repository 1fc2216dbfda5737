"""Passwords that somebody writes into `site.yaml`: they are refused, and stand in no message."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.test_words_in import typed
from tests.promises.conftest import ROOT

PASSWORD = "S3cret"


def checked(folder: Path, target: str, form: str) -> tuple[int, str]:
    """The exit code of a check with these lines of a target, and everything that is said."""
    copytree(ROOT / "generator/starter/content", folder / "content")
    with (folder / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"发布:\n{target}\n")
    code, out, err = typed("check", "--format", form, here=folder)
    return code, out + err


def target(way: str, place: str, more: str = "") -> str:
    """A target of the settings."""
    return f"  - 名称: web\n    方式: {way}\n    位置: {place}\n{more}"


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
@pytest.mark.parametrize(
    "written",
    [
        target("SFTP", "sftp://clerk:S3cret@host/www"),
        target("SFTP", "sftp://clerk:S3cret#x@host/www"),
        target("SFTP", "sftp://clerk:S3c/S3cret@host/www"),
        target("SFTP", "sftp://clerk:what?S3cret@host/www"),
        target("SFTP", "sftp://clerk:is S3cret@host/www"),
        target("SFTP", "sftp://clerk:12/S3cret@host/www"),
        target("SFTP", "sftp://clerk：S3cret@host/www"),
        target("SFTP", "clerk:S3cret@host/www"),
        target("SFTP", "sftp:/clerk:S3cret@host/www"),
        target("FTP", "sftp://clerk:S3cret@host/www"),
        target("文件夹", "ftp://clerk:S3cret@host/www"),
        target("压缩包", "ftp://clerk:S3cret@host/www"),
        target("对象存储", "s3://AKID:abc/S3cret+@bucket", "    服务地址: https://oss.example"),
        target("对象存储", "s3://AKID@bucket", "    服务地址: https://AKID:S3cret@oss.example"),
        target("对象存储", "s3://AKID@bucket", "    服务地址: http://AKID:S3/cret=S3cret@oss/x"),
    ],
)
def test_a_password_in_an_address_is_all_that_is_said(
    tmp_path: Path, form: str, written: str
) -> None:
    """Whatever else is wrong with it, for every way, and to every listener."""
    code, said = checked(tmp_path, written, form)

    assert (1, True) == (code, "site/target-secret" in said)
    assert PASSWORD not in said
    assert "site/target-address" not in said
    assert "site/target-endpoint" not in said


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
@pytest.mark.parametrize("key", ["密码", "口令", "password", "Passwd", "密钥", "secret_access_key"])
def test_a_password_in_a_key_of_its_own_is_not_shown(tmp_path: Path, form: str, key: str) -> None:
    """Also where something else is wrong on the same line."""
    place = "sftp://clerk@host/www"
    code, said = checked(tmp_path, target("SFTP", place, f"    {key}: S3cret"), form)
    assert (1, True, False) == (code, "key/secret" in said, PASSWORD in said)

    in_line = f"  - {{名称: web, 方式: SFTP, {key}: S3cret, 位置: nowhere}}"
    code, said = checked(tmp_path / "two", in_line, form)
    assert (1, True, False) == (code, "site/target-address" in said, PASSWORD in said)


@pytest.mark.parametrize(
    "wrong",
    [
        "    位 置: sftp://clerk:S3cret@host/www",
        "    位置 sftp://clerk:S3cret@host/www",
        "    位置: 'sftp://clerk:S3cret@host/www",
        "\t位置: sftp://clerk:S3cret@host/www",
        "    位置: sftp://clerk:is #S3cret@host/www",
        "    密码: 'S3cret",
    ],
)
def test_a_line_that_cannot_be_read_does_not_show_it(tmp_path: Path, wrong: str) -> None:
    """A misspelt key, YAML that is none."""
    code, said = checked(tmp_path, f"  - 名称: web\n    方式: SFTP\n{wrong}", "json")

    assert (1, False) == (code, PASSWORD in said)
    assert "**@host" in said or "host" not in said


@pytest.mark.parametrize(
    "written",
    [
        target("SFTP", "sftp://clerk@host:22/www/a@b"),
        target("SFTP", "sftp://www.host.example:2222/a@b"),
        target("SFTP", "sftp://clerk@[::1]:2222/a@b"),
        target("WebDAV", "https://clerk@host/a:b@c"),
        target("文件夹", "D:\\www\\a@b"),
        target("文件夹", "//server/a:b@c"),
        target("对象存储", "s3://b", "    服务地址: https://oss.example:9000"),
    ],
)
def test_a_port_is_no_password(tmp_path: Path, written: str) -> None:
    """Nor is an `@` in a folder's name."""
    code, said = checked(tmp_path, written, "text")

    assert (0, False) == (code, "site/target" in said)
