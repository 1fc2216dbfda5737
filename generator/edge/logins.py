"""How a host of the web is told who asks: Basic, or Digest, in which the password is not sent."""

import hashlib
import secrets
import threading
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence

from generator.values.host import HostFault, Keys
from generator.values.pattern import pattern

_SCHEME = pattern(r"(?:^|,)\s*([A-Za-z]+)(?=\s+[\w-]+\s*=|\s*(?:,|$))")
_PART = pattern(r'([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_ESCAPED = pattern(r"\\(.)")
_DIGESTS = {"MD5": "md5", "SHA-256": "sha256"}
How = Mapping[str, str]
"""What a host told of the way in which it wants to be told; with a `nonce` it is Digest."""


class Login:
    """What is said with every request, after the host's first refusal has told how.

    It `is_taken` since the host has answered to it.
    """

    def __init__(self, keys: Keys) -> None:
        self._keys, self.is_taken = keys, False
        self._how: How = {}
        self._count = 0
        self._lock = threading.Lock()

    def said(self, verb: str, target: str) -> tuple[Mapping[str, str], How]:
        """The header for a request, and what the host had told; none before it told anything."""
        with self._lock:
            if not self._how:
                return {}, self._how
            self._count += 1
            text = self._digest(verb, target) if "nonce" in self._how else self._basic()
            return {"Authorization": text}, self._how

    def learn(self, told: Sequence[str], said: How) -> None:
        """Do as the host told in its refusals of a request in which `said` was heeded.

        What was good until now may be so old that the host wants to have it said anew.
        """
        offered = dict(one for text in told for one in _offers(text))
        with self._lock:
            if said is not self._how:
                return  # another request has learned it meanwhile
            is_old = "nonce" in said and (
                self.is_taken or offered.get("digest", {}).get("stale", "").lower() == "true"
            )
            if (said and not is_old) or not self._keys.user or not self._keys.password():
                raise self.refused()
            self._how, self._count, self.is_taken = _chosen(offered), 0, False

    def refused(self) -> HostFault:
        """That the host does not take what was said, or that there is nothing to say."""
        return self._keys.refused()

    def _basic(self) -> str:
        pair = f"{self._keys.user}:{self._keys.password()}"
        return f"Basic {b64encode(pair.encode()).decode()}"

    def _digest(self, verb: str, target: str) -> str:
        """RFC 7616, with or without `qop=auth`."""
        asked, user = self._how, self._keys.user
        name = asked.get("algorithm", "MD5").upper()
        realm, nonce = asked.get("realm", ""), asked.get("nonce", "")
        count, ours = f"{self._count:08x}", secrets.token_hex(8)

        def hashed(*parts: str) -> str:
            text = ":".join(parts).encode()
            return hashlib.new(_DIGESTS[name], text, usedforsecurity=False).hexdigest()

        who, what = hashed(user, realm, self._keys.password()), hashed(verb, target)
        said = {"username": user, "realm": realm, "nonce": nonce, "uri": target}
        bare = {"algorithm": name}
        if "auth" in {one.strip() for one in asked.get("qop", "").split(",")}:
            said |= {"response": hashed(who, nonce, count, ours, "auth", what), "cnonce": ours}
            bare |= {"qop": "auth", "nc": count}
        else:
            said["response"] = hashed(who, nonce, what)
        if "opaque" in asked:
            said["opaque"] = asked["opaque"]
        quoted = (f'{key}="{_quoted(value)}"' for key, value in said.items())
        text = "Digest " + ", ".join((*quoted, *(f"{key}={value}" for key, value in bare.items())))
        return text.encode().decode("latin-1")  # headers are sent as bytes of that charset


def _chosen(offered: Mapping[str, How]) -> How:
    """The way that gives least away, of those that we know."""
    digest = offered.get("digest", {})
    if "nonce" in digest and digest.get("algorithm", "MD5").upper() in _DIGESTS:
        return digest
    if "basic" in offered:
        return {"scheme": "basic"}
    raise HostFault("host/login-kind", value="、".join(sorted(offered)) or "?")


def _offers(text: str) -> Iterator[tuple[str, How]]:
    """The ways of one refusal, by their names in lower case, with what the host adds."""
    found = list(_SCHEME.finditer(text))
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        parts = _PART.findall(text[one.end() : end])
        yield (
            one[1].lower(),
            {key.lower(): _ESCAPED.sub(r"\1", text) or bare for key, text, bare in parts},
        )


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
