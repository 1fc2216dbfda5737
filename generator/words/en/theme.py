"""What we say in English of themes."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "theme/absent": Sentence(
        "there is no theme called {name}",
        "",
        "check `theme` in site.yaml, or put the theme into themes",
    ),
    "theme/incomplete": Sentence(
        "the theme lacks this file", "some pages need it", "copy the default theme's"
    ),
    "theme/empty": Sentence(
        "the file holds no `key: value`", "", "write it as docs/theme-guide.md shows, or delete it"
    ),
    "theme/contract": Sentence(
        "the theme was written for version {value} of the page contract, this program has version {ours}",
        "pages hand other things to templates now, and some would be missing",
        "correct the templates by docs/theme-reference.md, then write `contract: {ours}`",
    ),
    "theme/parent": Sentence(
        "there is no theme called {value}, on which this one builds",
        "",
        "`parent` is the name of a folder in themes; ours is default",
    ),
    "theme/cycle": Sentence(
        "the themes lead in a circle back to {value}: {chain}",
        "",
        "take `parent` out of one of them, or name another theme",
    ),
    "theme/deep": Sentence(
        "more than {limit} themes build on each other: {chain}", "", "make one of those between"
    ),
    "theme/stray": Sentence(
        "the theme holds a file that nobody knows: {name}",
        "what is in it would not be used",
        "give it a known name, or move it away; known are {known}",
    ),
    "theme/no-words": Sentence(
        "the theme has no words in this language", "", "copy the default theme's words"
    ),
    "theme/words": Sentence(
        "the words file is not a flat list of `key: text`", "", "one key a line, none twice"
    ),
    "theme/word-missing": Sentence(
        "words are missing: {keys}", "", "take them from the default theme's words"
    ),
    "theme/word-unknown": Sentence(
        "nothing uses the word `{key}`",
        "what stands here would not be shown",
        "use a known key (docs/theme-reference.md), ask for this one in a template, or delete it",
    ),
    "theme/token": Sentence(
        "{name} cannot be written so: {value}",
        "a browser would take it for nothing",
        "write it like this: {example}",
    ),
    "theme/contrast": Sentence(
        "{front} is hard to read on {back} ({mode}): contrast {ratio}, at least {needed} is needed",
        "people with weak eyes could not read it",
        "make the colour of the text darker or lighter, or change the ground",
    ),
    "theme/asset": Sentence(
        "the style sheet uses {value}, which the theme does not have",
        "there would be a gap on the page",
        "put it into the theme's assets, or write a name that is there",
    ),
    "theme/outside": Sentence(
        "the style sheet fetches something from elsewhere: {value}",
        "a page fetches nothing from elsewhere, and is whole without a network",
        "put the file into the theme's assets and write url(its-name); more rules go into extra.css",
    ),
    "theme/name": Sentence(
        "the page {page} has no `{name}`, which the template asks for",
        "what it is to show would be missing",
        "write a name that the page has, or ask with `if` first; compare with the default theme",
    ),
    "theme/template": Sentence(
        "the template failed: {detail}", "", "correct it; compare with the default theme"
    ),
    "theme/attribute": Sentence(
        "{owner} has no `{name}`, which the template asks for",
        "what it is to show would be missing",
        "write a name that is there: docs/theme-reference.md",
    ),
    "theme/no-template": Sentence(
        "there is no template called {name}",
        "",
        "write a name that is there; behind `parent/` stands one of the theme that this builds on",
    ),
    "theme/circle": Sentence(
        "the template leads back to itself: {name}",
        "drawing it would never end",
        "for the template of the same name in the theme that this builds on, write `parent/` before it",
    ),
    "theme/block": Sentence(
        "no template above this one has a block called {name}",
        "what stands in it would not be shown",
        "write the name of a block that is there",
    ),
    "theme/outside-block": Sentence(
        "this stands outside of every block",
        "of a template that extends another only blocks are shown",
        "move it into a block, or delete it",
    ),
    "theme/filter": Sentence(
        "there is no filter or test called {name}", "", "docs/theme-reference.md lists them"
    ),
    "theme/use": Sentence(
        "`{name}` is {kind} and cannot be used so",
        "what is shown would be no text for people",
        "show a field of it; `for` goes over a tuple, `|html` shows html: docs/theme-reference.md",
    ),
    "theme/arguments": Sentence(
        "{name} is called with other arguments than it takes", "", "it takes: {wanted}"
    ),
    "theme/autoescape": Sentence(
        "a template cannot turn escaping off",
        "what somebody wrote would run as part of the page",
        "take autoescape out; `|html` shows an entry's text",
    ),
    "theme/maybe": Sentence(
        "`{name}` may be nothing, and no test stands before it",
        "without it the page cannot be drawn",
        "test it first: `if {name}`",
    ),
    "theme/unchecked": Sentence(
        "whether `{name}` is right is known only when a page is drawn",
        "a mistake in it could not be told beforehand",
        "write it so that it can be checked: with the name itself",
    ),
    "theme/unused": Sentence(
        "no page uses {name}",
        "what stands in it would not be shown, and was not checked",
        "use it, or delete it",
    ),
}
