"""A bucket of an object store that speaks S3: an object is whole or not there, and served as it is stored."""

import errno
import os
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, InvalidPathError
from obstore.store import S3Store

from generator.edge import certificate
from generator.edge.served import content_type
from generator.model.target import ENDPOINT, Target
from generator.values.address import Address, NoAddressError, address
from generator.values.host import HostFault, Keys, Trace
from generator.values.pattern import pattern

if TYPE_CHECKING:
    from re import Pattern

    from obstore.store import ClientConfig, S3Config

WHOLE = "600s"
"""In so long any file has to be through, and answered."""
_STATUS = pattern(r"status code: ([0-9]{3})")
_CODE = pattern(r"<Code>\s*(\w+)\s*</Code>")
_ODD = pattern(r'Path "([^"]*)"')
_KIND = pattern(r"kind: (Connect|Timeout|Interrupted|Request|Decode|Unknown)\b")
_CERTIFICATE = pattern(r"InvalidCertificate\(\s*(?:Other\(\s*OtherError\(\s*)?(\w+)")
_SAID = pattern(r'(?:message|error): "([^"]+)"')
_MOVED = "BareRedirect"
_LOGIN = pattern(
    "InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken|Unauthenticated"
)
_CLOCK = "RequestTimeTooSkewed"
_FULL = pattern("Quota|StorageFull|InsufficientCapacity|NotEnoughSpace")
_NUMBERS = {"403": errno.EACCES, "404": errno.ENOENT, "507": errno.ENOSPC}


def host(place: str, target: Target, keys: Keys) -> "Bucket":
    """The objects below a prefix."""
    return Bucket(address(place), target, keys)


class Bucket:
    """Objects whose keys begin with a prefix; there are no folders, so none has to be made or removed."""

    width = 16

    def __init__(self, there: Address, target: Target, keys: Keys) -> None:
        self._endpoint = _checked(target.endpoint or os.environ.get(ENDPOINT, ""))
        self.name = f"{there} {self._endpoint}"
        if not keys.user or not keys.password():
            raise keys.refused()
        self._keys, self._has_answered = keys, False
        config: S3Config = {
            "access_key_id": keys.user,
            "secret_access_key": keys.password(),
            "region": target.region or "us-east-1",
            "virtual_hosted_style_request": _is_named(self._endpoint, there.host),
            "disable_bulk_delete": True,  # not every store has it
        }
        if self._endpoint:
            config["endpoint"] = self._endpoint
        try:
            self._store = S3Store(
                there.host,
                prefix=there.path.strip("/") or None,
                config=config,
                client_options=_line(self._endpoint, target.fingerprint),
                retry_config={"max_retries": 1},
            )
        except BaseError as error:
            raise HostFault("host/unreachable", self._endpoint) from error

    def holds_part(self) -> bool:
        """A bucket has the whole site."""
        return False

    def list(self) -> Mapping[str, Trace]:
        """A stamp is the digest that the store keeps of the bytes, or its number of the version."""
        with self._told():
            every = [one for page in obstore.list(self._store) for one in page]
        return {
            one["path"]: Trace(one["size"], one["e_tag"] or "")
            for one in every
            if one["size"] or self._is_object(one["path"])
        }

    def read(self, path: str) -> bytes:
        """As it is stored there."""
        with self._told():
            return bytes(obstore.get(self._store, path).bytes())

    def put(self, path: str, body: bytes) -> None:
        """Whole or not at all."""
        with self._told():
            self._put(path, body, is_new=False)

    def claim(self, path: str, body: bytes) -> bool:
        """The store makes an object or finds one; one that cannot is looked at before and after."""
        with suppress(FileNotFoundError):
            self.read(path)  # a refusal of this is explained, that of a look is not
            return False
        with self._told():
            try:
                self._put(path, body, is_new=True)
            except AlreadyExistsError:
                return False
            except BaseError as error:
                if "NotImplemented" not in str(error):
                    raise
                self._put(path, body, is_new=False)
        return self.read(path) == body

    def rename(self, path: str, target: str) -> None:
        """The store copies the object, in one step, with what it knows of it; then the other one goes."""
        with self._told():
            obstore.copy(self._store, path, target)
        self.remove(path)

    def remove(self, path: str) -> None:
        """An object less."""
        with self._told():
            obstore.delete(self._store, path)

    def settle(self) -> None:
        """What a store has said yes to stays."""

    def close(self) -> None:
        """Lines are kept and closed by the library."""

    def _put(self, path: str, body: bytes, *, is_new: bool) -> None:
        obstore.put(
            self._store,
            path,
            body,
            attributes={"Content-Type": content_type(path)},
            mode="create" if is_new else "overwrite",
            use_multipart=False,
        )

    def _is_object(self, path: str) -> bool:
        """Whether it is none of the empty objects by which some programs mark a folder."""
        try:
            with self._told():
                return bool(path and obstore.head(self._store, path))
        except FileNotFoundError:
            return False

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Every failure as an `OSError`, by what the library's text says of it."""
        try:
            yield
        except FileNotFoundError as error:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from error
        except InvalidPathError as error:
            found = _ODD.search(str(error))
            raise HostFault("host/odd-name", value=found[1] if found else "?") from error
        except (BaseError, ValueError) as error:
            raise self._fault(str(error)) from error
        self._has_answered = True

    def _fault(self, text: str) -> OSError:
        kind, status, code = _found(_KIND, text), _found(_STATUS, text), _found(_CODE, text)
        if kind:
            return self._of_line(kind, text)
        if status == "401" or _LOGIN.search(code):
            return self._keys.refused(code)
        if _MOVED in text:
            return HostFault("host/moved", value="HTTP 301")
        if code == _CLOCK:
            return HostFault("host/clock", code)
        number = errno.ENOSPC if _FULL.search(code) else _NUMBERS.get(status)
        if number:
            return OSError(number, os.strerror(number))
        return HostFault("host/io", code or (f"HTTP {status}" if status else "S3"))

    def _of_line(self, kind: str, text: str) -> HostFault:
        """What went wrong before there was an answer."""
        refused = _found(_CERTIFICATE, text)
        if refused:
            return certificate.unknown(*_door(self._endpoint), refused)
        if kind == "Connect" and not self._has_answered:
            said = _SAID.findall(text)
            return HostFault("host/unreachable", said[-1] if said else kind)
        return HostFault("host/lost", kind)


def _found(what: "Pattern[str]", text: str) -> str:
    found = what.search(text)
    return found[1] if found else ""


def _checked(endpoint: str) -> str:
    """The library would fall over one that is none."""
    try:
        return endpoint and str(address(endpoint)).rstrip("/")
    except NoAddressError as error:
        raise HostFault("host/unreachable", endpoint) from error


def _is_named(endpoint: str, bucket: str) -> bool:
    """Whether the bucket's name is part of the host's: `https://bucket.oss.example.com`."""
    return (urlsplit(endpoint).hostname or "").startswith(f"{bucket}.")


def _door(endpoint: str) -> tuple[str, int]:
    parts = urlsplit(endpoint)
    return parts.hostname or "", parts.port or 443


def _line(endpoint: str, fingerprint: str) -> "ClientConfig":
    """How to speak with the store: as long as a slow line needs, with the one that was written down."""
    options: ClientConfig = {"connect_timeout": f"{certificate.PATIENCE}s", "timeout": WHOLE}
    if endpoint.startswith("http://"):
        options["allow_http"] = True
    elif fingerprint:
        shown = certificate.seen(*_door(endpoint))
        if shown is None:  # the next one to answer might be somebody else
            raise HostFault("host/unreachable", endpoint)
        certificate.demand(shown, fingerprint)
        options["root_certificate"] = ssl.DER_cert_to_PEM_cert(shown)
    return options
