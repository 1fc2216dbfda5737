"""What we say in English of files and the characters in them."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "text/encoding": Sentence(
        "byte {offset} cannot be read as text: the file is neither UTF-8 nor GB18030 (ANSI)",
        "read in the wrong encoding, text turns to garbage; two encodings may have been joined, or the file is damaged",
        "open it in an editor; if the text looks right there, save it as UTF-8, else find the undamaged file",
    ),
    "text/gb18030": Sentence(
        "the file is in GB18030 (ANSI) and was read as that",
        "other computers and programs show it as garbage",
        "open it in an editor and save it as UTF-8; a table: in Excel, as “CSV UTF-8” or .xlsx",
    ),
    "text/utf16": Sentence(
        "the file is in UTF-16 (Unicode) and was read as that",
        "many programs do not know this encoding",
        "open it in an editor and save it as UTF-8",
    ),
    "text/control": Sentence(
        "the file holds the invisible character {char}",
        "it breaks a line in two or hides text",
        "delete it and type the text around it again",
    ),
    "text/turning": Sentence(
        "the file holds the invisible character {char}, which turns the direction of text",
        "readers see another order than was written, also of digits",
        "delete it and type the text around it again",
    ),
    "text/hidden": Sentence(
        "the file holds the invisible character {char} of no width, most likely copied from a web page",
        "words that look the same differ when they are searched or compared",
        "delete it and type the text around it again",
    ),
    "text/half-width": Sentence(
        "half-width sign “{written}” among Chinese words",
        "half-width signs crowd Chinese text, and some may begin a line",
        "use full-width signs: {fixed}",
    ),
    "text/full-width": Sentence(
        "“{written}” is full-width, where letters and digits are half-width",
        "full-width letters and digits are not found by a search, and cannot be copied to dial or to add up",
        "write them half-width: {fixed}",
    ),
    "text/width-more": Sentence(
        "{count} more signs, letters or digits of the wrong width in this file",
        "the first lines were told one by one",
        "change them all by search and replace, then check again",
    ),
    "text/no-link": Sentence(
        "no links can be written here: the brackets and the address would be printed as they stand",
        "only a text below the head holds links; titles, summaries and notes are words alone",
        "keep the words; put the link into the text, or name the entry under `related`",
    ),
    "text/lost-char": Sentence(
        "what stood here is lost; {char} only stands in its place",
        "most likely a sign or an image copied from Word, or a file once saved in another encoding; others see a box, a question mark or nothing",
        "type it again as the original has it; write bullets as `-`, and save images as files",
    ),
    "text/too-slow": Sentence(
        "after {seconds} seconds this file was still being read",
        "it holds too many signs, or too tangled ones, to ever finish the site",
        "split it into several entries and delete surplus signs; all other files were checked",
    ),
    "text/crashed": Sentence(
        "the program crashed while it read this file",
        "something in it is more than a parser can take; all other files were checked",
        "split it to find the paragraph, and send that to whoever maintains the program",
    ),
    "text/too-large": Sentence(
        "the text is longer than {limit} characters",
        "a page of that length opens slowly, and nobody reads it to the end",
        "split it into several entries, or attach it as a PDF",
    ),
    "text/nesting": Sentence(
        "lists or quotes are nested {limit} deep or more",
        "readers cannot follow that",
        "make them flat",
    ),
    "text/more": Sentence(
        "from this line on {count} more are not listed",
        "too many at once hide each other",
        "correct those above and run again",
    ),
    "text/mask": Sentence(
        "the stars of `{written}` may hide a name or make it bold",
        "taken for bold the stars vanish, and nobody sees that something is hidden",
        "for hidden characters write {masked}; for bold put a space before the first **",
        "for hidden characters put a backslash before each star; for bold put a space before the first **",
    ),
    "text/bold": Sentence(
        "the two stars ** begin bold here, and nothing in this line ends it",
        "bold does not go on in the next line, and the stars would be shown",
        "write ** behind the bold words too, a pair for each line; for stars that are meant write \\*\\*",
    ),
    "text/lost": Sentence(
        "what is shown differs from what was written: `{written}` became `{shown}`",
        "a disclosure shows its text to the letter",
        "write it in another way, and send the developers what you wrote",
    ),
    "file/unknown": Sentence(
        "unknown file {name}",
        "nothing would use it, so it would silently stay unpublished",
        "write entries as .md or .yaml in a category; attachments stand in a folder of the entry's name, its table bears that name too, and both follow when it is renamed; move other files out",
    ),
    "file/folder-unknown": Sentence(
        "the folder {name} is no category",
        "its files would not be published",
        "add it to `categories` in site.yaml, or move the files",
    ),
    "file/root-name": Sentence(
        "{name} in `files` cannot stand on the site as it is",
        "files there keep their names at the site's root, and some hosts do not know Chinese, spaces or signs",
        "use ASCII letters, digits, dots, hyphens and underscores only",
    ),
    "file/root-taken": Sentence(
        "the address {address} is the site's own or another file's",
        "one of the two would be lost",
        "give this file in `files` another name, or move it away",
    ),
    "file/link": Sentence(
        "this is a link or a device, not a regular file",
        "a link can carry foreign files to the web",
        "delete it and copy the file that it leads to here",
    ),
    "file/copy": Sentence(
        "by its name this is a copy of {other}, with the same title, unit and day",
        "one matter would be published twice, and nobody would know which of the two to believe",
        "move it out of the content folder, or give it its own title and name",
    ),
    "file/name": Sentence(
        "the name holds invisible characters or is not UTF-8",
        "other computers cannot open it",
        "rename it to a short ASCII name",
    ),
    "file/name-windows": Sentence(
        "no file can bear this name on Windows",
        "other computers cannot copy or open it",
        'rename it without < > : " | ? * and backslashes, no full stop or space at its end, not con, aux or nul',
    ),
    "file/too-large": Sentence(
        "the file is larger than {limit}",
        "no phone and no village's connection opens so large a file",
        "split it, or save it smaller; films are put elsewhere, and the text gives their address",
    ),
}
