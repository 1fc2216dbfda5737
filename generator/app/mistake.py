"""The page that stands in a preview for one that could not be drawn: what is wrong with its template."""

import base64
from html import escape

from generator.plan import routes
from generator.values.digest import sha256
from generator.values.problem import Excerpt, Problem, safe
from generator.values.text import mask_path

_STYLE = """\
:root{color-scheme:light dark}
body{margin:0;font:17px/1.75 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 6rem;border-top:4px solid #c7332b}
h1{font-size:1.4rem;line-height:1.4;margin:.5rem 0}
p{margin:.75rem 0}
pre{margin:1rem 0;padding:.75rem 1rem;border-left:4px solid #c7332b;background:rgb(128 128 128/.14);\
font:15px/1.7 ui-monospace,monospace;white-space:pre-wrap}
mark{padding:0 .1em;background:#c7332b;color:#fff}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1rem;margin:1rem 0}
dt{opacity:.75}
dd{margin:0}
code{font:.92em ui-monospace,monospace}
a{color:inherit}
"""
_SHEETS = " ".join(
    f"'sha256-{base64.b64encode(bytes.fromhex(sha256(one))).decode()}'"
    for one in (_STYLE.encode(), b"")
)
_POLICY = (
    f"default-src 'none'; style-src {_SHEETS}; script-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""As strict as any page's: the one style sheet that stands here, also while it is still empty (the
preview's script makes a copy of the page), and that script."""


def mistake_page(problem: Problem, path: str, template: str, language: str) -> bytes:
    """The page at `path`, which its template could not draw, in the site's language.

    It holds a script that is none: whoever comes from another page to this one, or back, has to
    load it anew, because each is under its own policy.
    """
    if language.startswith("en"):
        from generator.words import en as words  # noqa: PLC0415 - one language, for a mistake only
    else:
        from generator.words import zh as words  # type: ignore[no-redef]  # noqa: PLC0415 - as above

    def say(key: str) -> str:
        return escape(words.SAY[key])

    sentence = words.PROBLEMS[problem.code].fill(
        {name: safe(name, value) for name, value in problem.facts}
    )
    place = problem.place
    where = f"{mask_path(place.path)}:{place.line}" if place.line else mask_path(place.path)
    rows = [
        (say("mistake_file"), f"<code>{escape(where)}</code>"),
        (say("mistake_template"), f"<code>{escape(template)}</code>"),
        (say("mistake_page"), f"<code>{escape(path)}</code>"),
        (say("why"), escape(sentence.why)),
        (say("how"), escape(sentence.how)),
    ]
    told = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in rows if text)
    title, home = say("mistake_title"), f"{routes.root(path)}{routes.HOME}"
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{_STYLE}</style>
<script id="mistake" type="application/json">{{}}</script>
</head>
<body>
<main id="main">
<h1>{title}</h1>
<p>{escape(sentence.what)}</p>
{_quoted(problem.excerpt, place.line) if problem.excerpt else ""}<dl>{told}</dl>
<p>{say("mistake_back")}<a href="{home}">{say("serve_home")}</a></p>
</main>
</body>
</html>
""".encode()


def _quoted(excerpt: Excerpt, line: int) -> str:
    """The line of the template with what is wrong in it."""
    text, start, end = excerpt.text, excerpt.start, excerpt.start + excerpt.length
    before, wrong, after = escape(text[:start]), escape(text[start:end]), escape(text[end:])
    return f"<pre>{line} | {before}<mark>{wrong}</mark>{after}</pre>\n"
