"""The declarations as JSON Schema (draft 7), so that an editor can offer keys and mark mistakes.

A schema says less than the reader, which has the last word: sums, dates of the calendar and
whatever lies between two fields are not in it.
"""

from collections.abc import Sequence

from generator.model import category, entry, issue, settings, workyear
from generator.model import fields as f
from generator.model.kind import Kind, kinds
from generator.values.dates import DAY_FORM, MOMENT_FORM, MONTH_FORM

Schema = dict[str, object]
DRAFT7 = "http://json-schema.org/draft-07/schema#"
_SCALAR = ["string", "number", "boolean", "null"]
"""What an editor takes an unquoted text for; to us all of them are the text that was written."""
_DIGIT = "[0-9０-９]"
_PATTERNS: dict[type, str] = {
    f.Day: rf"^\s*{DAY_FORM}\s*$",
    f.When: rf"^\s*{MOMENT_FORM}\s*$",
    f.Span: rf"^\s*{MONTH_FORM}\s*$",
    f.Amount: rf"^[^A-Za-z\u4e00-\u9fff]*{_DIGIT}[^A-Za-z\u4e00-\u9fff]*(元|万元)?[)）\s]*$",
    f.Tally: rf"^\s*({_DIGIT}|[,，])+\s*$",
    f.Measure: rf"^\s*({_DIGIT}|[.,．，])+[^0-9０-９]*$",
    f.Name: r"^[a-z0-9]+(-[a-z0-9]+)*$",
}


def schemas() -> dict[str, Schema]:
    """Every schema by its file name: an entry of any kind, a category, a site, a year, an issue."""
    return {
        "entry.json": _entry(kinds()),
        "category.json": _whole("栏目（category.yaml）", category.FIELDS),
        "site.json": _whole("网站设置（site.yaml）", settings.FIELDS),
        "calendar.json": _whole("放假安排（calendar/2026.yaml）", workyear.FIELDS),
        "issue.json": _whole("编辑的话（issues/2026-10.yaml）", issue.FIELDS),
    }


def _whole(title: str, fields: tuple[f.Field, ...]) -> Schema:
    return {"$schema": DRAFT7, "title": title, **_object(fields, _required(fields))}


def _entry(all_kinds: Sequence[Kind]) -> Schema:
    """One schema for all: the kind that is written decides which fields there may be."""
    choices, definitions = [], {}
    for one in all_kinds:
        fields = entry.fields_of(one)
        gaps: Schema = {"if": _has("status", "状态", ("draft", "草稿")), "else": _required(fields)}
        definitions[one.id] = {"title": one.zh, **_object(fields, gaps)}
        ref = {"$ref": f"#/definitions/{one.id}"}
        choices.append({"if": _has("kind", "类型", (one.id, one.zh)), "then": ref})
    refs = [{"$ref": f"#/definitions/{name}"} for name in definitions]
    known = {"enum": [*(word for one in all_kinds for word in (one.zh, one.id)), None]}
    named = {"anyOf": [{"required": ["kind"]}, {"required": ["类型"]}]}
    return {
        "$schema": DRAFT7,
        "title": "条目",
        "type": "object",
        "properties": {"类型": known, "kind": known},
        "allOf": [*choices, {"if": named, "else": {"anyOf": refs}}],
        "definitions": definitions,
    }


def _has(key: str, zh: str, words: tuple[str, ...]) -> Schema:
    """Whether the key, in either language, has one of the words."""
    return {
        "anyOf": [
            {"required": [name], "properties": {name: {"enum": list(words)}}} for name in (key, zh)
        ]
    }


def _object(fields: tuple[f.Field, ...], more: Schema) -> Schema:
    properties = {name: _property(one) for one in fields for name in (one.zh, one.key)}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **more,
    }


def _required(fields: tuple[f.Field, ...]) -> Schema:
    """Each required field under one of its names; a table may stand in a file of its own."""
    wanted = [one for one in fields if one.required and not isinstance(one.type, f.Table)]
    rules = [{"anyOf": [{"required": [one.zh]}, {"required": [one.key]}]} for one in wanted]
    return {"allOf": rules} if rules else {}


def _property(one: f.Field) -> Schema:
    law = f"\n{one.law}" if one.law else ""
    return {"description": f"{one.zh} {one.key}：{one.help}{law}", **_type(one.type)}


def _type(kind: f.Type) -> Schema:
    match kind:
        case f.Group(fields):
            return {**_object(fields, _required(fields)), "type": ["object", "null"]}
        case f.Groups(fields, short):
            item = _object(fields, _required(fields))
            items = {"anyOf": [item, {"type": "string"}]} if short else item
            return {"type": ["array", "null"], "items": items}
        case f.Table(fields):
            # a line of sums has no date and no voucher: only the reader can tell it
            return {"type": ["array", "null"], "items": _object(fields, {})}
        case f.Texts():
            return {"type": ["array", *_SCALAR], "items": {"type": _SCALAR}}
        case f.Choice(options):
            return {"enum": [*(one.zh for one in options), *(one.key for one in options), None]}
        case _:
            pattern = _PATTERNS.get(type(kind))
            return {"type": _SCALAR} | ({"pattern": pattern} if pattern else {})
