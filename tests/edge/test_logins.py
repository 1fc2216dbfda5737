"""How a host is told who asks: as the standards write it, and by no way that gives more away."""

import secrets

import pytest

from generator.edge.logins import Login
from generator.values.host import HostFault, Keys

TOLD = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={name}, '
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", '
    'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)
SECRET = "Circle of Life"


def login(password: str = SECRET, user: str = "Mufasa") -> Login:
    """One with these keys."""
    return Login(Keys("far", user, "GONGKAI_FAR_PASSWORD", lambda: password))


def learned(*told: str, password: str = SECRET) -> str:
    """What is said after a host told this."""
    found = login(password)
    found.learn(told, found.said("GET", "/")[1])
    return found.said("GET", "/dir/index.html")[0]["Authorization"]


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_example_of_the_standard(
    name: str, response: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RFC 7616, 3.9.1; the password is not sent."""
    ours = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    monkeypatch.setattr(secrets, "token_hex", lambda _: ours)
    said = learned(TOLD.format(name=name))

    assert f'response="{response}"' in said
    assert {"qop=auth", "nc=00000001", f"algorithm={name}"} <= {*said.split(", ")}
    assert 'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"' in said
    assert SECRET not in said


def test_a_host_of_before_the_standard_is_answered_as_it_asks() -> None:
    """RFC 2069: without a quality of protection."""
    said = learned('Digest realm="x", nonce="y"')

    assert "qop" not in said
    assert 'response="' in said


@pytest.mark.parametrize(
    "told",
    [
        ('Basic realm="a, Digest b"', TOLD.format(name="MD5")),
        ('Basic realm="x", ' + TOLD.format(name="MD5"),),
        (TOLD.format(name="MD5") + ', Basic realm="x"',),
        ("Negotiate", 'Basic realm="x"', TOLD.format(name="MD5")),
    ],
)
def test_the_way_that_gives_less_away_is_taken(told: tuple[str, ...]) -> None:
    """However the host lists its ways."""
    assert learned(*told).startswith("Digest ")


def test_basic_is_said_where_nothing_else_is_offered() -> None:
    """Also for names and passwords that are not ASCII."""
    assert "Basic TXVmYXNhOuWPo+S7pA==" == learned("Negotiate", 'basic realm="x"', password="口令")
    assert learned('Basic realm="x"', TOLD.format(name="MD4")).startswith("Basic ")


def test_a_way_that_is_not_known_is_told() -> None:
    """With its name."""
    with pytest.raises(HostFault) as caught:
        learned("Negotiate", "NTLM")

    assert ("host/login-kind", (("value", "negotiate、ntlm"),)) == (
        caught.value.code,
        caught.value.facts,
    )


@pytest.mark.parametrize(("password", "code"), [("", "host/no-login"), ("wrong", "host/login")])
def test_keys_that_are_not_taken_are_told(password: str, code: str) -> None:
    """Nobody knows any; or the same question comes again."""
    found = login(password)
    told = [TOLD.format(name="MD5")]
    if password:
        found.learn(told, found.said("GET", "/")[1])
    with pytest.raises(HostFault) as caught:
        found.learn(told, found.said("GET", "/")[1])

    assert code == caught.value.code
    assert "wrong" not in str(caught.value)


def test_an_old_nonce_is_no_wrong_password() -> None:
    """Said so, or told by it having been good until now; once for all who asked with it."""
    found = login()
    first, second = TOLD.format(name="MD5"), 'Digest realm="x", nonce="2", qop="auth"'
    found.learn([first], found.said("GET", "/")[1])
    how = found.said("GET", "/")[1]
    found.learn([f"{second}, stale=true"], how)
    found.learn([f"{second}, stale=true"], how)
    assert 'nonce="2"' in found.said("GET", "/")[0]["Authorization"]

    found.is_taken = True
    found.learn([first], found.said("GET", "/")[1])
    assert 'nonce="7ypf' in found.said("GET", "/")[0]["Authorization"]
