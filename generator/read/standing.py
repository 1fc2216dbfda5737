"""A page of the site itself: a small head, and a text that is read as an entry's is."""

from datetime import date

from generator.model import standing as model
from generator.model.address import address_of
from generator.model.attachment import Beside
from generator.model.site import Shown, Withheld
from generator.model.standing import Standing
from generator.read import attachments, frontmatter, markdown, punctuation, yamldoc
from generator.read.fields import Reader
from generator.read.source import Source
from generator.read.yamldoc import Mapping
from generator.values.read import Read


def read_standing(
    source: Source, today: date, files: tuple[Beside, ...] = (), *, is_preview: bool = False
) -> Read[Standing | Withheld | Shown]:
    """The page in `source`, with the files of the folder that bears its name; None when it is wrong.

    A preview shows a draft, too.
    """
    cut = frontmatter.split(source)
    if cut.value is None:
        return Read(None, cut.problems)
    parts = cut.value
    found = yamldoc.load(source, parts.head, parts.head_line)
    if not isinstance(found.value, Mapping):
        return Read(None, found.problems or (source.problem("head/no-keys", parts.head_line),))
    reader = Reader(source, shift=parts.head_line - 1)
    got = reader.group(found.value, model.FIELDS)
    reader.problems += punctuation.in_head(got)
    is_draft = got.text("status") == "draft"
    if is_draft and not is_preview:
        stops = any(one.severity == "stop" for one in reader.problems)
        draft = Withheld(source.path, "draft", got.text("title"))
        return Read(None if stops else draft, tuple(reader.problems))
    updated = got.day("updated")
    if updated and updated > today:
        told = got.problem("date/future", "updated", "warn", value=updated.isoformat())
        reader.problems.append(told)
    address = address_of(source.path, model.FOLDER)
    own = attachments.attached(reader, got, files, address)
    if not parts.body.strip():
        reader.problems.append(source.problem("body/empty", parts.body_line))
        return Read(None, tuple(reader.problems))
    text = markdown.render(source, parts.body, parts.body_line, own)
    problems = [*reader.problems, *text.problems]
    body = text.value
    if body:
        problems += attachments.unused(own, body.files)
    if body is None or any(one.severity == "stop" for one in problems):
        return Read(None, tuple(problems))
    page = Standing(
        source=source.path,
        address=address,
        title=got.text("title"),
        summary=got.text("summary"),
        order=got.one("order", int) or 0,
        updated=updated,
        attachments=own,
        body=body.html,
        links=body.links,
    )
    return Read(Shown(page, "draft") if is_draft else page, tuple(problems))
