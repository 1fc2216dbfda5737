"""What we say in English of the site's own files."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "site/no-folder": Sentence(
        "there is no such content folder",
        "",
        "check the path behind --site, or run in the project folder",
    ),
    "site/absent": Sentence(
        "there is no site.yaml",
        "without it nobody knows who publishes what",
        "run {program} new-site with the name of a new folder, and copy its content/site.yaml",
    ),
    "site/empty": Sentence(
        "the file is empty or not written as `key: value`", "", "write one `key: value` a line"
    ),
    "site/schema": Sentence(
        "unknown version {value} of the settings",
        "this program knows 1 only",
        "write `schema: 1`, or update the program",
    ),
    "site/placeholder": Sentence(
        "placeholders of a new site are left ({count}), in lines {lines}",
        "citizens would read 某某镇 (some town) and a telephone number of zeros; it cannot be published",
        "write your own; delete the line of what you do not have and need not write, as of `supervision`",
    ),
    "site/unit-twice": Sentence(
        "`{value}` stands for two units",
        "entries could mean either",
        "give them different ids, names and short names",
    ),
    "site/target-twice": Sentence(
        "`{value}` stands for two targets",
        "a command could mean either",
        "give them different names",
    ),
    "site/target-name": Sentence(
        "no target may be called `{value}`",
        "the signing key goes by this name, and the host would get its password",
        "give it another name, like web",
    ),
    "site/target-since": Sentence(
        "a folder takes no `since`",
        "a folder is always sent what has changed and nothing else",
        "remove this line, or write `bundle` as the way",
    ),
    "site/public-key": Sentence(
        "the public key is none of minisign's",
        "without it no signature can be checked",
        "copy the whole line that begins with RW from the .pub file: 56 characters",
    ),
    "site/target-zip": Sentence(
        "the place of a bundle, `{value}`, is no .zip file", "", "write a path such as usb/site.zip"
    ),
    "site/target-address": Sentence(
        "the place is no address of this way",
        "a host on a network is found by how, as whom and where to connect",
        "write {scheme}://user@host/folder; the password does not stand here",
    ),
    "site/target-endpoint": Sentence(
        "this is no endpoint", "", "write it like https://s3.example.com, without a folder"
    ),
    "site/target-fingerprint": Sentence(
        "this fingerprint has no effect",
        "nothing is encrypted on this way, so the host shows none, and anybody can pass for it",
        "use a way that encrypts: SFTP, FTPS, WebDAV with https://, S3 with an endpoint of https://; or remove this line",
    ),
    "site/target-digits": Sentence(
        "this is no whole fingerprint",
        "with a character missing the host cannot be known by it",
        "copy all of what was shown on the first connection: {form}; SFTP has SHA256: and 43 characters, the others 64 hexadecimal digits in pairs, with or without colons",
    ),
    "site/target-secret": Sentence(
        "a password stands in the address",
        "others see this file, and it stays in copies",
        "remove the colon and the password, and have it changed; put the new one into the environment variable {variable}, or type it when you publish",
    ),
    "site/category-name": Sentence(
        "a category folder cannot be called {value}",
        "it becomes part of addresses, or the site uses it itself",
        "use lower-case letters, digits and hyphens; avoid assets, calendar, catalog, changes, data, files, issues, manifest, notices, pages, records, units",
    ),
    "site/url": Sentence(
        "this is not the whole address of a site: {value}",
        "feeds, the sitemap and search engines find the pages by it",
        "write the address of the site's root, such as https://www.example.gov.cn/ or https://www.example.gov.cn/gongkai/, without ? # or a page's name; a Chinese domain in its xn-- form; leave it out while it is not known",
    ),
    "site/code": Sentence(
        "a site's code has 10 characters, this has {count}: {value}",
        "the code is assigned; one wrong digit is another site",
        "write it as assigned: 10 digits, or two letters and 8 digits; delete the line where the site is no government site (a village's)",
    ),
    "site/mark": Sentence(
        "the mark of party and government bodies is no address on bszs.conac.cn: {value}",
        "the mark must lead to the record there; any other does not count",
        "write the record's whole address, beginning with https://bszs.conac.cn/; delete the line where there is none",
    ),
    "site/link": Sentence(
        "this is no whole address: {value}",
        "nobody could open it",
        "write the whole address, beginning with https://; delete the line where there is none",
    ),
    "site/masthead": Sentence(
        "`{value}` has no place in a name",
        "a township has no gazette (国办发〔2018〕22号), and only a licensed serial has a number",
        "choose another name, such as 政务公开信息（月度汇编）",
    ),
    "site/masthead-serial": Sentence(
        "`{value}` in the name looks like a licensed publication",
        "internal material without a number may not call itself a journal or published (内部资料性出版物管理办法)",
        "choose another name, such as 政务公开信息（月度汇编）; ask the local press authority before printing",
    ),
    "site/output": Sentence(
        "the output folder overlaps the content, the themes or .releases",
        "the site would mix with what people wrote",
        "choose a folder of its own with --output",
    ),
    "site/category-twice": Sentence("the category {value} stands twice", "", "keep one"),
    "site/unread": Sentence(
        "other files have not been looked at: {count}",
        "site.yaml could not be understood",
        "correct site.yaml first, then run again",
    ),
    "category/absent": Sentence(
        "the category {name} has no category.yaml",
        "without it nobody knows its title and what it takes",
        "copy and change another category's, or take it out of `categories` in site.yaml",
    ),
    "category/seal": Sentence(
        "the seal `{value}` is more than one character",
        "it is printed in a box for one",
        "write one character",
    ),
    "category/unread": Sentence(
        "files of this category have not been looked at: {count}",
        "its category.yaml could not be understood",
        "correct category.yaml first, then run again",
    ),
    "unit/unknown": Sentence(
        "there is no unit `{value}`",
        "somebody has to answer for the entry",
        "write the id, name or short name of a unit of site.yaml",
    ),
    "calendar/missing-year": Sentence(
        "no official calendar for {year}: counted Monday to Friday only",
        "holidays, and weekends that are worked, move the last day; the page says that it may move",
        "add content/calendar/{year}.yaml from the official notice, like the other years there",
    ),
    "calendar/name": Sentence(
        "the folder `calendar` holds files named after years only",
        "without the year in its name nobody knows which one it is of",
        "rename it, to 2027.yaml or the like; move away what is no calendar",
    ),
    "calendar/other-year": Sentence(
        "{value} is no day of {year}",
        "a file is one year's; holidays across two years stand in both",
        "correct the day, or write it into that year's file",
    ),
    "calendar/twice": Sentence(
        "{value} stands twice, first in line {first}",
        "",
        "compare with the notice; correct or delete one",
    ),
    "calendar/both": Sentence(
        "{value} is a day of rest and worked; the rest is in line {first}",
        "nobody can tell whether it counts",
        "compare with the notice; delete one",
    ),
    "calendar/weekday": Sentence(
        "{value} is a Monday to Friday and makes up for nothing",
        "`work` holds weekends that are worked; most likely the day is mistyped",
        "compare with the notice and correct the day",
    ),
    "calendar/backwards": Sentence(
        "the rest ends before it begins", "", "compare with the notice and correct the day"
    ),
    "calendar/long": Sentence(
        "days of rest in a row from {value}: {days}",
        "no holiday is that long; most likely a day is wrong, and working days would be counted wrongly",
        "compare with the notice and correct the day",
    ),
    "issues/name": Sentence(
        "the folder `issues` holds files named after months only",
        "without the month in its name nobody knows which issue it is for",
        "rename it, to 2026-10.yaml or the like; entries belong into a category's folder",
    ),
    "issues/before-series": Sentence(
        "the month lies before {start}, where the series begins",
        "there was no issue yet",
        "correct the file's name, or `series` in site.yaml",
    ),
    "issues/future": Sentence(
        "{month} has not come yet: this file is not shown",
        "",
        "leave it, and it will be shown; rename it if the month is wrong",
    ),
    "issues/not-empty": Sentence(
        "{month} has entries, and yet a `reason`",
        "`reason` says why nothing was published in the month",
        "delete `reason`; what is to be explained belongs into `foreword`",
    ),
    "issues/no-issue": Sentence(
        "{month} has no entries: this is not shown",
        "a month without entries has no issue that could show it",
        "check the month; write `reason` to say why it has none",
    ),
}
