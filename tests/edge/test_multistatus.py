"""What WebDAV hosts say of their files, in the ways in which they say it."""

import pytest

from generator.edge.multistatus import StrangeError, Thing, things

APACHE = """<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:"><D:href>/www/</D:href>
<D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop>
<D:status>HTTP/1.1 200 OK</D:status></D:propstat>
<D:propstat><D:prop><D:getcontentlength/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>
</D:response>
<D:response xmlns:lp1="DAV:"><D:href>/www/%E4%B8%AD.html</D:href>
<D:propstat><D:prop><lp1:resourcetype/><lp1:getcontentlength>12</lp1:getcontentlength>
<lp1:getetag>"a&amp;b"</lp1:getetag><lp1:getlastmodified>Sun, 22 Nov 2026 10:00:00 GMT</lp1:getlastmodified>
</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>"""
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def test_files_and_folders_are_told_apart() -> None:
    """Whatever prefixes the host likes; what it does not tell stays empty."""
    assert (
        Thing("/www/", is_folder=True, size=-1, etag="", modified=""),
        Thing(
            "/www/%E4%B8%AD.html",
            is_folder=False,
            size=12,
            etag='"a&b"',
            modified="Sun, 22 Nov 2026 10:00:00 GMT",
        ),
    ) == things(APACHE.encode())


def test_others_words_are_passed_over() -> None:
    """An element of the same name in another namespace is another element."""
    body = APACHE.replace("<lp1:getcontentlength>12</lp1:getcontentlength>", "").replace(
        "<lp1:resourcetype/>",
        '<lp1:resourcetype/><x:getcontentlength xmlns:x="urn:x">9</x:getcontentlength>',
    )

    assert -1 == things(body.encode())[1].size


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Welcome</body></html>",
        b"<multistatus/>",
        b'<D:multistatus xmlns:D="DAV:">',
        BOMB.encode() + b'<D:multistatus xmlns:D="DAV:">&b;</D:multistatus>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><D:multistatus xmlns:D="DAV:"/>',
    ],
)
def test_what_is_no_such_answer_is_refused(body: bytes) -> None:
    """Nothing, a page, half an answer, and whatever has a document type."""
    with pytest.raises(StrangeError):
        things(body)
