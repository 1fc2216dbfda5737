"""What we say in English of what is typed, and what every command says."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "usage/command": Sentence("there is no command `{value}`", "", "commands: {offered}"),
    "usage/option": Sentence("there is no option `{value}`", "", "see {program} {command} --help"),
    "usage/category": Sentence('there is no category "{value}"', "", "categories: {offered}"),
    "usage/kind": Sentence(
        'the category {category} does not take "{value}"', "", "kinds: {offered}"
    ),
    "usage/path": Sentence(
        "neither the site nor the content folder has `{value}`",
        "",
        "name a file that is there, such as output/index.html or content/site.yaml",
    ),
    "usage/folder": Sentence("`{value}` is a folder", "", "name a file in it"),
    "usage/verify": Sentence(
        "`{value}` is no folder and no bundle here, no address and no fingerprint",
        "",
        "write a folder, a .zip file, an address that begins with http, or a fingerprint (eight digits or more)",
    ),
    "usage/not-ours": Sentence(
        "`{value}` was not made by us",
        "we write and remove nothing but what we made, and cannot tell where others come from",
        "move it elsewhere; what belongs to the site goes to `files` in the content folder",
    ),
    "usage/no-memory": Sentence(
        "there are no notes of the last build that tell where `{value}` comes from",
        "nothing was built yet, the program is another version, or the folder .cache was deleted",
        "build once, and there are",
    ),
    "usage/value": Sentence(
        "`{typed}` is not right",
        "",
        "write {form}, once; {program} {command} --help tells what each option means",
    ),
    "usage/missing": Sentence(
        "{what} is missing", "", "write: {program} {form}; for example: {program} {example}"
    ),
    "new-site/exists": Sentence(
        "{path} is not empty", "we do not write over other people's work", "choose an empty folder"
    ),
}

SAY = {
    "why": "why",
    "how": "fix",
    "count_stop": "{n} to correct. Nothing was written; the site is as it was.",
    "count_stop_first": "{n} to correct. Nothing was written; there is no site yet.",
    "live_none": "the site is not there yet, and nothing was spoilt",
    "live_old": "the site is as it was",
    "live_part": "a part of the site is new; the next run finishes it",
    "live_new": "the site is new already",
    "count_warn": "{n} to look at.",
    "done": "Done. Pages: {pages}; files: {written} written, {kept} unchanged, {removed} removed.",
    "checked": "Checked, nothing to correct. Pages that can be built: {pages}.",
    "published": "Entries published: {n} ({parts})",
    "part": "{title} {n}",
    "join": ", ",
    "publishable": "Entries that can be published: {n} ({parts})",
    "next_future": "What waits for its day is published when you run this again on it.",
    "ended": "{n} of them withdrawn or superseded: a page stays, no list shows it.",
    "withheld": "Files not published ({n}):",
    "ahead": "{n} not in effect yet; public as before until this is run again on the day:",
    "ahead_withdrawn": "withdrawn from {on} on",
    "ahead_superseded": "replaced by {by} from {on} on",
    "today_fixed": "Today is fixed to {today} (`today` in site.yaml, for samples only).",
    "today": "Reckoned on {today}.",
    "paths_from": "The files above are in the folder {folder}.",
    "recovered": "The last build was interrupted; it has been finished or undone.",
    "forgot": "The notes in .cache were damaged and dropped; everything was made anew, the site is right.",
    "stages": "{whole:.1f} s: {parts}",
    "stage_read": "read",
    "stage_check": "check",
    "stage_render": "render",
    "stage_commit": "write",
    "seconds": "{name} {n:.1f}",
    "stages_join": ", ",
    "pace_read": "{n:>6} entries/s",
    "pace_render": "{n:>6} pages/s",
    "left": "about {minutes:>3} min {seconds:02} s left",
    "stage_send": "sending",
    "pace_send": "{n:>9} bytes/s",
    "sent_of": "{size:>7}/{whole} MB",
    "next_open": "Next: open {path} in a browser",
    "no_sitemap": "site.yaml names no `url`: there is no sitemap.xml; all the rest is there.",
    "next_fix": "Next: correct the above and run it again",
    "next_build": "Next: {command} builds the site",
    "strict": "(--strict: warnings count too)",
    "our_fault": "This is our fault, not yours. Please send this to the developers:",
    "interrupted": "Stopped. The next run finishes what was begun, or begins again.",
    "new_site_done": "Made {path}: settings, four categories and a sample draft.",
    "new_site_next": "Next: edit {file}, then run {command}",
    "new_done": "Wrote a draft: {path}",
    "new_others": "This category also takes: {offered}. Write {command}",
    "new_next": "Next: fill it in as it says inside, run {command}; when done, delete the line `{draft}`",
    "usage": "Usage: {program} {form}",
    "commands": "Commands",
    "options": "Options",
    "tests_not_here": "The tests come with the source tree, not with an installed gongkai.",
    "tests_no_dev": "The development dependencies are missing; run python3 build.py test.",
}
