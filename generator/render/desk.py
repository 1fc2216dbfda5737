"""What a look over a theme has at hand, and what it notes down."""

from collections.abc import Mapping
from dataclasses import field

from generator.render.engine import SyntaxMistakeError, nodes, parsed
from generator.render.pointing import in_template
from generator.render.shapes import Contract, Shape
from generator.render.theme import Theme
from generator.values.dataclass import dataclass, replace
from generator.values.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Scope:
    """What the names of a template mean at one spot of it.

    `sure` holds the expressions that a test has found to be something; `page` is the class of the
    page that is drawn; `outer` are the names outside of all loops, None where that is here.
    """

    path: str
    page: str
    names: Mapping[str, Shape]
    sure: frozenset[str] = frozenset()
    outer: Mapping[str, Shape] | None = None

    def within(self, names: Mapping[str, Shape]) -> "Scope":
        """The scope inside a loop; a block in it sees only what is known outside."""
        outer = self.names if self.outer is None else self.outer
        return replace(self.knowing(names), outer=outer)

    def knowing(self, names: Mapping[str, Shape]) -> "Scope":
        """The scope with more names; what was known of older ones of the same name is forgotten."""
        kept = frozenset(one for one in self.sure if one.split(".")[0].split("[")[0] not in names)
        return Scope(self.path, self.page, {**self.names, **names}, kept, self.outer)

    def trusting(self, sure: frozenset[str]) -> "Scope":
        """The scope behind a test."""
        if sure <= self.sure:
            return self
        return Scope(self.path, self.page, self.names, self.sure | sure, self.outer)


@dataclass(slots=True)
class Desk:
    """The theme's trees, the contract, the known words and assets; `problems` gathers what is wrong."""

    theme: Theme
    contract: Contract
    keys: Mapping[str, Mapping[str, Shape]]
    sources: Mapping[str, str]
    trees: dict[str, nodes.Template | None] = field(default_factory=dict)
    known_blocks: dict[str, tuple[nodes.Block, ...]] = field(default_factory=dict)
    known_macros: dict[str, dict[str, nodes.Macro]] = field(default_factory=dict)
    problems: dict[tuple[Problem, str], tuple[Problem, list[str]]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    """The words that templates ask for."""
    fields: set[tuple[str, str]] = field(default_factory=set)
    """The fields that templates ask for, by class and name."""
    used: set[str] = field(default_factory=set)
    """The templates that pages are drawn with."""
    called: set[tuple[str, str]] = field(default_factory=set)
    """The macros that are called, by template and name."""

    def tree(self, path: str) -> nodes.Template | None:
        """A template's tree; None, and told, where it cannot be read."""
        if path not in self.trees:
            self.used.add(path)
            try:
                self.trees[path] = parsed(self.theme, path)
            except SyntaxMistakeError as error:
                self.trees[path] = None
                detail = error.message or ""
                self.problem("theme/template", error.lineno, path, "", detail=detail, page="")
        return self.trees[path]

    def macro(self, path: str, name: str) -> nodes.Macro | None:
        """The macro of a template, also one that stands within something else."""
        if path not in self.known_macros:
            tree = self.tree(path)
            found = reversed(list(tree.find_all(nodes.Macro))) if tree else ()
            self.known_macros[path] = {one.name: one for one in found}
        return self.known_macros[path].get(name)

    def blocks(self, path: str) -> tuple[nodes.Block, ...]:
        """Every block of a template, those within others too."""
        if path not in self.known_blocks:
            tree = self.tree(path)
            self.known_blocks[path] = tuple(tree.find_all(nodes.Block)) if tree else ()
        return self.known_blocks[path]

    def problem(  # noqa: PLR0913, PLR0917 - a place is many things
        self,
        code: str,
        line: int,
        path: str,
        at: str,
        /,
        severity: Severity = "stop",
        owner: str = "",
        **facts: str,
    ) -> None:
        """Note what is wrong with the name `at` in a template's line; `owner` is what it was asked of."""
        found = in_template(code, path, self.sources[path], line, at, severity, **facts)
        key = (replace(found, facts=_without_near(found)), at)
        first, owners = self.problems.setdefault(key, (found, []))
        if first != found:  # what is near to it depends on the page: then nothing is
            unsure = tuple((name, "" if name == "near" else text) for name, text in first.facts)
            self.problems[key] = (replace(first, facts=unsure), owners)
        if owner not in owners:
            owners.append(owner)

    def told(self) -> tuple[Problem, ...]:
        """Everything noted, each once, with all that it was asked of."""
        return tuple(
            replace(one, facts=(*one.facts, ("owner", "、".join(filter(None, owners)))))
            for one, owners in self.problems.values()
        )


def _without_near(problem: Problem) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in problem.facts if one[0] != "near")
