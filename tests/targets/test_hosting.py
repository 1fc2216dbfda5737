"""The configurations in `docs/hosting`: whichever host it is, readers get the same."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.app.headers import advice, odd
from tests.targets.office import ROOT

HOSTING = ROOT / "docs/hosting"
YEAR = 365 * 24 * 3600
PATHS = (
    "index.html",
    "finance/2026/01-budget.html",
    "assets/bulletin-f9a28903.css",
    "assets/bulletin-abdf64ef.js",
    "assets/icon-9d215e0e.svg",
    "finance/2026/01-budget.csv",
    "finance/2026/01-budget.json",
    "sitemap.xml",
    "manifest.json.minisig",
)
BINARY = (".svg",)
Headers = dict[str, str]
Site = tuple[dict[str, Headers], str, bool, bool]
"""Headers by path; the page for what is missing; whether our stage and lists of files are hidden."""


def nginx(text: str) -> Site:
    """As nginx understands it; types that the system's list has are taken from it."""
    usual = {"html": "text/html", "css": "text/css", "js": "application/javascript"}
    usual |= {"svg": "image/svg+xml", "json": "application/json", "xml": "text/xml"}
    assert "include /etc/nginx/mime.types;" in text
    for kind, endings in re.findall(r"^        (\S+/\S+) +([a-z ]+);", text, re.MULTILINE):
        usual |= dict.fromkeys(endings.split(), kind)
    found = re.search(r"charset_types ([^;]+);", text)
    assert found
    texts = {*found[1].split(), "text/html"}
    cached = dict(re.findall(r'^    (\S+) +"([^"]+)";', text, re.MULTILINE))
    always = {
        name.lower(): value for name, value in re.findall(r'add_header (\S+) "([^"]+)"', text)
    }
    assert "add_header Cache-Control $gongkai_cache;" in text

    def headers(path: str) -> Headers:
        kind = usual[path.rpartition(".")[2]]
        charset = "; charset=utf-8" if kind in texts and "charset utf-8;" in text else ""
        held = next((cached[one] for one in cached if re.match(one[1:], f"/{path}")), "")
        return {
            **always,
            "content-type": kind + charset,
            "cache-control": held or cached["default"],
        }

    missing = re.search(r"error_page 404 (\S+);", text)
    hides = re.search(r"location \^~ /\.gongkai/ {\s+return 404;", text)
    pages = {path: headers(path) for path in PATHS}
    return pages, missing[1] if missing else "", bool(hides), "autoindex off;" in text


def apache(text: str) -> Site:
    """As Apache understands it."""
    types = {
        ending: kind
        for kind, endings in re.findall(r"AddType (\S+) +(.+)", text)
        for ending in endings.split()
    }
    found = re.search(r"AddCharset (\S+) (.+)", text)
    assert found
    charset, texts = found[1], found[2].split()
    always = {
        name.lower(): value
        for name, value in re.findall(r'Header always set (\S+) "([^"]+)"', text)
    }
    usual = re.search(r'^    Header set Cache-Control "([^"]+)"', text, re.MULTILINE)
    special = re.search(r'<LocationMatch "([^"]+)">[^<]*Header set Cache-Control "([^"]+)"', text)
    assert usual
    assert special

    def headers(path: str) -> Headers:
        ending = path[path.rindex(".") :]
        kind = types[ending] + (f"; charset={charset}" if ending in texts else "")
        held = special[2] if re.match(special[1], f"/{path}") else usual[1]
        return {**always, "content-type": kind, "cache-control": held}

    missing = re.search(r"ErrorDocument 404 (\S+)", text)
    hides = re.search(r'RedirectMatch 404 "\^/\\.gongkai', text)
    pages = {path: headers(path) for path in PATHS}
    return pages, missing[1] if missing else "", bool(hides), "Options -Indexes" in text


def iis(text: str) -> Site:
    """As IIS understands it."""
    tree = ET.fromstring(text)
    types = {one.get("fileExtension"): one.get("mimeType", "") for one in tree.iter("mimeMap")}
    removed = {one.get("fileExtension") for one in tree.iter("remove")}
    assert types.keys() <= removed, "what stands there already must go first"
    always = {
        one.get("name", "").lower(): one.get("value", "")
        for one in tree.findall("./system.webServer/httpProtocol/customHeaders/add")
    }
    usual = tree.find("./system.webServer/staticContent/clientCache")
    special = tree.find("./location[@path='assets']/system.webServer/staticContent/clientCache")
    assert usual is not None
    assert special is not None
    assert (usual.get("cacheControlMode"), special.get("cacheControlMode")) == (
        "DisableCache",
        "UseMaxAge",
    )
    days = int(special.get("cacheControlMaxAge", "").partition(".")[0])
    held = f"{special.get('cacheControlCustom')}, max-age={days * 24 * 3600}"

    def headers(path: str) -> Headers:
        cache = held if path.startswith("assets/") else "no-cache"
        kind = types[path[path.rindex(".") :]]
        return {**always, "content-type": kind, "cache-control": cache}

    error = tree.find(".//httpErrors/error[@statusCode='404']")
    hides = tree.find(".//hiddenSegments/add[@segment='.gongkai']")
    browse = tree.find(".//directoryBrowse")
    assert error is not None
    assert browse is not None
    pages = {path: headers(path) for path in PATHS}
    return pages, f"/{error.get('path')}", hides is not None, browse.get("enabled") == "false"


def tomcat(text: str) -> Site:
    """As Tomcat understands it: of two filters the inner one, which is named last, has its way."""
    text = re.sub(r' xmlns="[^"]+"', "", text)
    tree = ET.fromstring(text)
    types = {
        one.findtext("extension", ""): one.findtext("mime-type", "")
        for one in tree.iter("mime-mapping")
    }
    said = {
        one.findtext("filter-name", ""): {
            param.findtext("param-name", ""): param.findtext("param-value", "")
            for param in one.iter("init-param")
        }
        for one in tree.iter("filter")
    }
    order = [
        (one.findtext("filter-name", ""), one.findtext("url-pattern", ""))
        for one in tree.iter("filter-mapping")
    ]
    assert ("headers", "/*") == order[0]
    secure = said["headers"]
    always = {
        "strict-transport-security": f"max-age={secure['hstsMaxAgeSeconds']}",
        "x-frame-options": secure["antiClickJackingOption"],
        "x-content-type-options": "nosniff",
    }
    assert secure["hstsEnabled"] == secure["blockContentTypeSniffingEnabled"] == "true"

    def headers(path: str) -> Headers:
        of = [name for name, pattern in order[1:] if f"/{path}".startswith(pattern.rstrip("*"))]
        number, unit = said[of[-1]]["ExpiresDefault"].split()[-2:]
        seconds = int(number) * {"days": 24 * 3600, "seconds": 1}[unit]
        kind = types[path.rpartition(".")[2]]
        return {**always, "content-type": kind, "cache-control": f"max-age={seconds}"}

    missing = tree.findtext("error-page/location", "")
    hidden = {one.text for one in tree.findall("security-constraint//url-pattern")}
    pages = {path: headers(path) for path in PATHS}
    return pages, missing, "/.gongkai/*" in hidden, True  # it lists no folders unless told to


HOSTS = {
    "nginx.conf": nginx,
    "apache.conf": apache,
    "web.config": iis,
    "tomcat-web.xml": tomcat,
}


@pytest.mark.parametrize("name", HOSTS)
def test_a_site_is_served_as_verify_wants_it(name: str) -> None:
    """Nothing that it would call odd, nothing that it would advise; what is hashed stays, pages do not."""
    pages, missing, hides, lists_nothing = HOSTS[name]((HOSTING / name).read_text("utf-8"))

    assert ("/404.html", True, True) == (missing, hides, lists_nothing)
    for path, headers in pages.items():
        assert odd(path, headers) is None, path
        assert () == advice("https://www.example.gov.cn/", headers)
        if not path.endswith(BINARY):
            assert headers["content-type"].replace(" ", "").endswith(";charset=utf-8"), path
        lasting = re.search(r"max-age=(\d+)", headers["cache-control"])
        seconds = int(lasting[1]) if lasting else 0
        assert (YEAR if path.startswith("assets/") else 0) == seconds, path
        assert seconds or headers["cache-control"] in {"no-cache", "max-age=0"}


def test_every_configuration_is_looked_at() -> None:
    """Also one that somebody adds."""
    there = {path.name for path in Path(HOSTING).iterdir() if path.suffix != ".md"}

    assert there == HOSTS.keys()
