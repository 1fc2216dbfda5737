"""Addresses of hosts: what is understood, what is refused, and that no password is ever shown."""

import pytest

from generator.values.address import Address, NoAddressError, address


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "sftp://clerk@www.qingxi.example/var/www",
            Address("sftp", "clerk", "www.qingxi.example", 0, "/var/www"),
        ),
        ("ftp://HOST.example:2121", Address("ftp", "", "host.example", 2121, "/")),
        ("ftps://a%40b@[::1]:21/x", Address("ftps", "a@b", "::1", 21, "/x")),
        ("sftp://clerk@host/公开 网站/", Address("sftp", "clerk", "host", 0, "/公开 网站/")),
        ("sftp://clerk@host/%E5%85%AC", Address("sftp", "clerk", "host", 0, "/公")),
    ],
)
def test_an_address_is_taken_apart(written: str, meant: Address) -> None:
    """Names may be quoted or not; a host's name is the same in capitals."""
    assert meant == address(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "www",
        "www.qingxi.example/var",
        "sftp:///var/www",
        "sftp://host:port/",
        "sftp://host/?a=1",
        "ftp://clerk@www..example/",
        f"ftp://{'w' * 64}.example/",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(NoAddressError):
        address(written)


@pytest.mark.parametrize("secret", ["sesame", "", "p%40ss"])
def test_a_password_is_noticed_and_never_shown(secret: str) -> None:
    """Also an empty one: somebody thought that it belongs there."""
    found = address(f"sftp://clerk:{secret}@host/www")

    assert found.has_secret
    assert str(found) == "sftp://clerk@host/www"
    assert not secret or secret not in repr(found)


def test_an_address_is_shown_as_it_is_written() -> None:
    """So that a person knows it again."""
    assert str(address("ftps://clerk@[::1]:2121/公开")) == "ftps://clerk@[::1]:2121/公开"
