"""Signatures: ours checked by minisign, its own checked by us, and how they come to a host."""

import base64
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from generator.app.verdict import Verdict, is_allowed
from generator.app.verify import verify
from generator.edge import keys, minisign
from generator.edge.minisign import LockedError, UnreadableError
from generator.exports.manifest import ROOT, SIGNATURE
from generator.values.problem import Stop
from tests.targets.office import Office, files_of, site

BODY = b'{"format": 1}\n'
NAMES = (ROOT, SIGNATURE)
WORD = "开门 sesame"
SALT = bytes(range(32))
WORK, ROOM = 32768, 16 * 1024 * 1024
"""What opening a key costs; minisign takes a thousand times as much."""
ONE, TWO = site("one"), site("two")


def key_files(folder: Path, seed: int, password: str = "") -> tuple[Path, str]:
    """A key file as minisign writes it, and the line of the public key."""
    secret = bytes([seed]) * 32
    public = Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
    number = bytes([seed]) * 8
    held = number + secret + public
    held += hashlib.blake2b(b"Ed" + held, digest_size=32).digest()
    if password:
        stream = hashlib.scrypt(password.encode(), salt=SALT, n=1024, r=8, p=1, dklen=104)
        held = bytes(one ^ two for one, two in zip(held, stream, strict=True))
    costs = WORK.to_bytes(8, "little") + ROOM.to_bytes(8, "little")
    head = b"Ed" + (b"Sc" if password else b"\0\0") + b"B2" + SALT + costs
    path = folder / f"{seed}.key"
    line = base64.b64encode(head + held).decode()
    path.write_text(f"untrusted comment: minisign encrypted secret key\n{line}\n")
    return path, base64.b64encode(b"Ed" + number + public).decode()


def ran(*words: str | Path, typed: str = "") -> int:
    """The exit code of a program."""
    return subprocess.run(
        words, input=typed, text=True, capture_output=True, check=False
    ).returncode


@pytest.mark.browser("minisign")
@pytest.mark.parametrize("password", ["", WORD])
def test_minisign_takes_what_we_sign(
    tmp_path: Path, tool: Callable[[str], str], password: str
) -> None:
    """With a key of its own form, locked or open; not when a byte of either is another."""
    path, line = key_files(tmp_path, 7, password)
    secret = minisign.read_secret(path.read_text(), lambda: password)
    file, signature = (tmp_path / name for name in NAMES)
    file.write_bytes(BODY)
    signature.write_bytes(minisign.sign(secret, BODY, "file:manifest.json\trelease:3"))
    check = (tool("minisign"), "-Vm", file, "-P", line)

    assert 0 == ran(*check)
    signature.write_bytes(signature.read_bytes().replace(b"release:3", b"release:4"))
    assert 0 != ran(*check)
    signature.write_bytes(minisign.sign(secret, BODY + b" ", ""))
    assert 0 != ran(*check)


@pytest.mark.browser("minisign")
@pytest.mark.parametrize("words", [(), ("-l",)])
@pytest.mark.parametrize("password", ["", WORD])
def test_we_take_what_minisign_signs(
    tmp_path: Path, tool: Callable[[str], str], words: tuple[str, ...], password: str
) -> None:
    """Also with the same locked key, and in the form of its early versions."""
    path, line = key_files(tmp_path, 7, password)
    file, signature = (tmp_path / name for name in NAMES)
    file.write_bytes(BODY)
    assert 0 == ran(tool("minisign"), "-Sm", file, "-s", path, *words, typed=f"{password}\n")
    made, public = signature.read_bytes(), minisign.read_public(line)

    assert minisign.is_signed(public, BODY, made)
    assert public.name == minisign.signer(made)
    assert not minisign.is_signed(public, BODY + b" ", made)
    assert not minisign.is_signed(public, BODY, made.replace(b"file:", b"pile:"))
    assert not minisign.is_signed(public, BODY, made[:-60])
    assert not minisign.is_signed(public, BODY, b"\xff")
    other = minisign.read_public(key_files(tmp_path, 8)[1])
    assert not minisign.is_signed(other, BODY, made)


@pytest.mark.browser("minisign")
def test_a_key_of_minisigns_own_is_read(tmp_path: Path, tool: Callable[[str], str]) -> None:
    """With the public one that it wrote beside."""
    secret, public = tmp_path / "a.key", tmp_path / "a.pub"
    assert 0 == ran(tool("minisign"), "-G", "-W", "-s", secret, "-p", public)

    assert minisign.read_secret(secret.read_text(), str).public == minisign.read_public(
        public.read_text()
    )


def test_what_is_no_key_is_none(tmp_path: Path) -> None:
    """Another password, a public key, a torn line."""
    path, line = key_files(tmp_path, 7, WORD)
    text = path.read_text()

    with pytest.raises(LockedError):
        minisign.read_secret(text, lambda: "another")
    for wrong in (
        line,
        text[:-9],
        "",
        "untrusted comment: alone",
        text.replace("RWRT", "AAAA"),
    ):
        with pytest.raises(UnreadableError):
            minisign.read_secret(wrong, lambda: WORD)
    for wrong in (text, line[:-4], "=" + line[1:]):
        with pytest.raises(UnreadableError):
            minisign.read_public(wrong)


class Signing:
    """An office that signs what it publishes."""

    def __init__(self, office: Office, patch: pytest.MonkeyPatch) -> None:
        self.office, self._patch = office, patch
        self.key, self.line = key_files(office.folder, 7, WORD)
        self.use(self.key, WORD)
        self.want(self.line)

    def use(self, path: Path | None, password: str = "") -> None:
        """Name a key in the environment, or none."""
        for name, value in (("KEY", str(path) if path else ""), ("PASSWORD", password)):
            self._patch.setenv(f"GONGKAI_SIGN_{name}", value)

    def want(self, line: str) -> None:
        """Let the settings have a public key, or none."""
        settings = self.office.folder / "content/site.yaml"
        rows = [one for one in settings.read_text("utf-8").splitlines() if "公钥:" not in one]
        settings.write_text(
            "\n".join([*rows, *([f"公钥: {line}"] if line else [])]) + "\n", "utf-8"
        )

    def stopped(self) -> str:
        """The code of what stops a delivery; nothing was brought, and no secret is told."""
        before = files_of(self.office.www)
        with pytest.raises(Stop) as caught:
            self.office.publish()
        assert before == files_of(self.office.www)
        assert WORD not in repr(caught.value)
        assert str(self.office.folder) not in str(caught.value.problem.facts)
        return caught.value.problem.code

    def verdict(self, what: str = "") -> Verdict:
        """What verify finds."""
        found = verify(self.office.order, what, str(self.office.folder))[0]
        assert isinstance(found, Verdict)
        return found


@pytest.fixture(name="signing")
def _signing(office: Office, monkeypatch: pytest.MonkeyPatch) -> Signing:
    """Its first site is built; no system keeps a password."""
    monkeypatch.setattr(keys, "kept", lambda _: "")
    monkeypatch.setattr("generator.edge.signing.kept", lambda _: "")
    office.build(ONE)
    return Signing(office, monkeypatch)


@pytest.mark.browser("minisign")
def test_a_signed_site_is_proven(signing: Signing, tool: Callable[[str], str]) -> None:
    """By us and by minisign; each new site has a signature of its own."""
    for files in (ONE, TWO):
        signing.office.build(files)
        signing.office.publish()
        root = signing.office.www / ROOT

        assert {*files, SIGNATURE} == {*files_of(signing.office.www)}
        assert 0 == ran(tool("minisign"), "-Vm", root, "-P", signing.line)
        assert ("good", True) == (signing.verdict().signature, signing.verdict().is_well)


def test_the_key_is_asked_for_once(signing: Signing) -> None:
    """The same site is published again without it, and it is a signature of a release and not of a day."""
    signing.office.publish()
    before = files_of(signing.office.www)
    signing.use(None)
    outcome = signing.office.publish()

    assert (False, before) == (outcome.done, files_of(signing.office.www))
    signing.office.build(TWO)
    assert "sign/no-key" == signing.stopped()


@pytest.mark.parametrize(
    ("how", "said"), [("gone", "missing"), ("manifest", "wrong"), ("forged", "wrong")]
)
def test_a_signature_that_is_not_ours_is_told(signing: Signing, how: str, said: str) -> None:
    """Also where everything else holds together."""
    signing.office.publish()
    www = signing.office.www
    if how == "gone":
        (www / SIGNATURE).unlink()
    elif how == "manifest":
        (www / ROOT).write_bytes((www / ROOT).read_bytes() + b" ")
    else:
        forger = minisign.read_secret(key_files(www.parent, 8)[0].read_text(), str)
        (www / SIGNATURE).write_bytes(minisign.sign(forger, (www / ROOT).read_bytes(), ""))
    found = signing.verdict()

    assert (said, False) == (found.signature, found.is_well)


def test_without_a_public_key_nothing_is_claimed(signing: Signing) -> None:
    """A signature is then said to be there, and not to be good."""
    signing.want("")
    signing.office.publish()
    assert ("unchecked", True) == (signing.verdict().signature, signing.verdict().is_well)
    signing.use(None)
    signing.office.build(TWO)
    signing.office.publish()

    assert TWO == files_of(signing.office.www)
    assert ("", True) == (signing.verdict().signature, signing.verdict().is_well)


def test_output_is_signed_on_its_way_out_only(signing: Signing) -> None:
    """So nobody misses a signature there."""
    signing.office.publish()
    found = signing.verdict("output")

    assert ("", True) == (found.signature, found.is_well)


def test_a_wrong_key_stops(signing: Signing) -> None:
    """Before anything is sent, and each in its own words."""
    public = signing.office.folder / "7.pub"
    public.write_text(signing.line)
    cases = {
        "sign/password": (signing.key, "another"),
        "sign/other-key": (key_files(signing.office.folder, 8)[0], ""),
        "sign/key": (public, WORD),
        "sign/no-key": (None, ""),
    }
    for code, (path, password) in cases.items():
        signing.use(path, password)
        assert code == signing.stopped()
    signing.use(signing.key)
    assert "sign/password" == signing.stopped()
    signing.use(signing.office.folder / "nowhere.key")
    assert "sign/key" == signing.stopped()


def test_another_computer_replaces_a_signature(signing: Signing) -> None:
    """It knows by the manifest that the one there is ours."""
    signing.office.publish()
    shutil.rmtree(signing.office.folder / ".releases")
    signing.office.build(TWO)
    signing.office.publish()

    assert ("good", True) == (signing.verdict().signature, signing.verdict().is_well)


def test_a_bundle_brings_its_signature(signing: Signing, tmp_path: Path) -> None:
    """Also the second, over the first; one without takes away that of another site."""
    far = tmp_path / "far"
    far.mkdir()
    for files in (ONE, TWO):
        signing.office.build(files)
        signing.office.publish(target="usb")
        bundle = signing.office.usb / "site.zip"

        assert "good" == signing.verdict(str(bundle)).signature
        assert 0 == ran(sys.executable, "-I", "-S", bundle, far)
        assert {*files, SIGNATURE} == {*files_of(far)}
        assert "good" == signing.verdict(str(far)).signature
    signing.want("")
    signing.use(None)
    signing.office.build(ONE)
    signing.office.publish(target="usb")

    assert 0 == ran(sys.executable, "-I", "-S", signing.office.usb / "site.zip", far)
    assert ONE == files_of(far)


def test_files_that_others_may_put_there_are_not_told(office: Office) -> None:
    """Those that are listed; all else still is."""
    settings = office.folder / "content/site.yaml"
    text = settings.read_text("utf-8")
    more = "位置: www\n    别人的文件: [MP_verify_*.txt, .well-known/]"
    settings.write_text(text.replace("位置: www", more), "utf-8")
    office.build(ONE)
    office.publish()
    for name in ("MP_verify_x.txt", ".well-known/acme/token", "finance/MP_verify_y.txt", "a.php"):
        path = office.www / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("theirs")
    for what in ("", str(office.www)):
        found = verify(office.order, what, str(office.folder))[0]
        assert isinstance(found, Verdict)
        assert (("a.php", "finance/MP_verify_y.txt"), False) == (found.added, found.is_well)


def test_a_pattern_means_one_folder() -> None:
    """`*` does not reach into another."""
    assert is_allowed("a/b.txt", ("a/*.txt",))
    assert not is_allowed("a/c/b.txt", ("a/*.txt",))
    assert not is_allowed("ab/c", ("a/",))
    assert not is_allowed("b.txt", ())
