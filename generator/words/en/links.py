"""What we say in English of links, attachments and images."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "link/scheme": Sentence(
        "the link {target} cannot be used",
        "only web, mail, phone and inner links open",
        "use https://, or a relative path to an entry; if it is no link, put \\ before the [",
    ),
    "link/form": Sentence(
        "the brackets of this link hold more than an address: {target}",
        "spaces and what stands in quotes are not shown, and the address would not open",
        "keep the address alone in the round brackets, and say the rest in the square ones",
    ),
    "link/end": Sentence(
        "a Chinese character follows directly behind {target}",
        "nobody can tell where the address ends",
        "put a space behind it, or write [name](address)",
    ),
    "link/anchor": Sentence(
        "no heading for the link {target}",
        "a reader who follows it does not get there",
        "write the heading's words behind the #; for the whole page, delete the # and what follows",
    ),
    "link/broken": Sentence(
        "the link's target {target} does not exist",
        "readers would see an empty page",
        "correct the path, or remove the link; if it is no link, put \\ before the [",
    ),
    "gone/missing": Sentence(
        "a published entry is gone ({address})",
        "what was public may not disappear silently",
        "put the file back; if it was renamed, write `aliases: {address}` into the new one; to take it down, write `status: withdrawn` with date and reason. If the site was never online, empty the output folder and build again",
    ),
    "gone/draft": Sentence(
        "a published entry would disappear ({address}): it is a draft now",
        "what was public may not disappear silently",
        "delete the line `status: draft`; to take it down, write `status: withdrawn` with date and reason",
    ),
    "gone/internal": Sentence(
        "a published entry would disappear ({address}): it is for internal readers now",
        "what was public may not disappear silently",
        "delete the line `audience: internal`; to take it down, write `status: withdrawn` with date and reason",
    ),
    "gone/future": Sentence(
        "a published entry would disappear ({address}): it is dated in the future now",
        "what was public may not disappear silently",
        "put the old date back (or leave --today out); to take it down, write `status: withdrawn` with date and reason",
    ),
    "attachment/missing": Sentence(
        "there is no such attachment or image: {name}",
        "citizens would open an empty page",
        "put the file into the folder {folder} under exactly this name; when the entry was renamed, rename its folder too; an entry can only use files of its own folder",
    ),
    "attachment/twice": Sentence("the attachment {name} is listed twice", "", "keep one"),
    "attachment/unused": Sentence(
        "{name} stands in the folder and is not used",
        "nobody said that it may be published, and a misplaced file would go online with it",
        "to publish it, link it in the text, or name it under the entry's 附件 (attachments); otherwise move it out of the content folder",
    ),
    "attachment/type": Sentence(
        "a file such as {name} cannot be attached",
        "pages and programs would run on the reader's computer",
        "use a PDF, a sheet, a document or an image; accepted types: {offered}",
    ),
    "attachment/content": Sentence(
        "this file is called {ending} and is none (it seems to be: {seems})",
        "another ending does not make another file: citizens cannot open it, and it may be a program",
        "open it with the program that made it and save it as {ending}; take a password off first",
    ),
    "attachment/empty": Sentence(
        "this attachment is empty (0 bytes)",
        "copying was probably cut off",
        "copy the file again",
    ),
    "attachment/heavy": Sentence(
        "this file is {size}",
        "it opens slowly on a phone and costs the reader data",
        "bring images below 2 MB and attachments below 20 MB",
    ),
    "image/unreadable": Sentence(
        "this image cannot be read",
        "the file is damaged, or only its ending was changed",
        "open it in an image program and save it as PNG or JPG",
    ),
    "image/type": Sentence(
        "{target} is not an image",
        "",
        "images are PNG, JPG, WebP or GIF; list other files as attachments",
    ),
    "image/outside": Sentence(
        "the image is on another site: {target}",
        "it changes here when that site changes or closes, and that site learns who reads this page",
        "download it into the folder {folder} and write its name",
    ),
    "image/no-alt": Sentence(
        "the image has no description: {target}",
        "whoever cannot see it does not know what it shows",
        "write what it shows between the brackets: ![description]({target})",
    ),
}
