"""What we say in English of the disk, and processes that end too soon."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "disk/busy": Sentence(
        "another build is running (process {pid} on {host}, since {since})",
        "",
        "wait until it has ended",
    ),
    "disk/foreign": Sentence(
        "the output folder holds files that we did not make: {names}",
        "we remove only what we made",
        "move them away, or choose an empty folder with --output",
    ),
    "disk/full": Sentence("the disk is full: {error}", "{live}", "free some space and run again"),
    "disk/io": Sentence(
        "reading or writing the disk failed: {error}",
        "{live}",
        "check the disk and run again",
    ),
    "disk/denied": Sentence(
        "no permission: {error}", "{live}", "choose a folder that can be written"
    ),
    "disk/readonly": Sentence(
        "the disk is read-only: {error}", "{live}", "copy the project to a disk that can be written"
    ),
    "disk/link": Sentence(
        "the output folder is a link",
        "it could lead to somebody else's folder",
        "delete the link and run again: a real folder will be made",
    ),
    "disk/memory": Sentence(
        "the notes of this build cannot be written",
        "the site is right, only the next build takes longer",
        "see whether the disk is full and whether this folder can be written, and close other programs; "
        "if that does not help, delete it and run again",
    ),
    "disk/read": Sentence(
        "cannot be read: {error}",
        "",
        "close it where another program has it open; else check its permissions",
    ),
    "workers/died": Sentence(
        "a process that shared the work was ended midway, most likely for want of memory",
        "{live}",
        "close other programs and run it again; if it happens again, add --jobs 1 for a single process",
    ),
    "workers/short": Sentence(
        "there was not enough memory, or no process left: {error}",
        "{live}",
        "close other programs and run it again; if it happens again, add --jobs 1 for a single process",
    ),
}
