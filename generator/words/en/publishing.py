"""What we say in English of hosts: publishing, and comparing what is there."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "publish/no-target": Sentence(
        "site.yaml names no place to publish to",
        "",
        "add `publish` with a name, a way (folder or bundle) and a place: see docs/site.md",
    ),
    "publish/which": Sentence(
        "there is more than one target: {offered}",
        "",
        "name one of them: {program} publish {first}",
    ),
    "publish/unknown": Sentence("there is no target called `{value}`", "", "there are: {offered}"),
    "publish/place": Sentence(
        "the place overlaps with the content, the themes, the output, .releases or .cache",
        "the site would mix with what people wrote, or with the program's own files",
        "choose a folder outside of the project",
    ),
    "publish/today": Sentence(
        "`today` is fixed in site.yaml",
        "a fixed day is for samples: days left and days to come would be wrong",
        "remove the line `today`, run {program}, then publish",
    ),
    "publish/placeholder": Sentence(
        "placeholders of a new site are left in site.yaml",
        "citizens would read 某某镇 (some town) and a telephone number of zeros",
        "write your own; {program} check names the lines; then run {program}, and publish",
    ),
    "publish/clock": Sentence(
        "this computer's clock says {now}, before the last delivery at {last}",
        "what is not due would be published, and the record would run backwards",
        "set the clock right and run again; if it is right, the computer that wrote this receipt was ahead: correct the moment `at` in this line",
    ),
    "publish/no-site": Sentence(
        "there is no site in output yet", "", "run {program} first, then publish"
    ),
    "publish/output": Sentence(
        "files in output are not as they were built ({count}): {names}",
        "what is published is what was built, byte for byte; a page edited by hand is lost with the next build",
        "make the change in the content; run {program}, which puts them right, then publish",
    ),
    "publish/stale": Sentence(
        "content, theme or day have changed since the build; files would differ ({count}), such as {names}",
        "what is published would not be what is to be public now",
        "run {program} first, then publish",
    ),
    "publish/content": Sentence(
        "something in the content is to be corrected ({count}): nothing was published",
        "the content and the output are no longer the same",
        "run {program} check, correct what it says, build, then publish",
    ),
    "publish/busy": Sentence(
        "this computer is publishing there already",
        "",
        "wait until it has ended; what is missing then will be sent",
    ),
    "publish/held": Sentence(
        "{who} is publishing there from {host}, since {since}",
        "two at once would leave a mixture of old and new",
        "wait until it has ended; if nobody is publishing, delete lock in the folder .gongkai of that place",
    ),
    "publish/overtaken": Sentence(
        "stopped half way: while this one stood still, .gongkai/lock was removed or replaced; now {who} is there ({host}, since {since})",
        "to go on would mix the sites of two people; from that moment on no file there was touched",
        "wait until the other one has ended, bring content/records over from that computer and publish again; if nobody else published, publish again and it goes on",
    ),
    "publish/other": Sentence(
        "the site there is not the one that was published from here last",
        "somebody may have published it from another computer",
        "bring content/records over from that computer and publish again; to drop that site, move its files away first",
    ),
    "publish/taken": Sentence(
        "files that are not ours stand in the way ({count}): {names}",
        "files of others are neither replaced nor removed",
        "find out whose they are, move them away and publish again; or choose an empty folder",
    ),
    "publish/zip": Sentence(
        "{names} stands there already and is no bundle of ours, or is damaged",
        "files of others are neither replaced nor removed",
        "find out whose it is, move it away and publish again; or give the bundle another name in site.yaml",
    ),
    "publish/touched": Sentence(
        "somebody touched the site there: files changed: {altered}, gone: {gone}: {names}",
        "the change did not come from here; once it is covered up nobody can look into it",
        "find out who it was; to put back what we published, run {program} publish {target} --rollback {release}, then publish as usual",
    ),
    "publish/deletions": Sentence(
        "more files than {most} would be removed there ({count}): {names}",
        "so many at once are most likely a slip",
        "look at it with --dry-run; if it is meant, add --allow-delete {count}",
    ),
    "publish/no-release": Sentence(
        "there is no release {value} to go back to",
        "the last five are kept",
        "these can be brought back: {offered}",
    ),
    "publish/no-records": Sentence(
        "the site has no data files of its entries, so no packages can be made",
        "titles, index numbers and dates of packages come from the data files",
        "set open_data to yes in site.yaml, or remove the line; run {program}, then publish",
    ),
    "publish/no-article": Sentence(
        "the page {value} has no article element",
        "the text of a package is taken from the page's article",
        "let the theme put what an entry says into <article>, see docs/theme-guide.md; run {program}, then publish",
    ),
    "publish/receipts": Sentence(
        "this line of the record makes no sense",
        "what was published last is not known, so nothing is touched",
        "bring the file back from a copy; a merge or an edit by hand may have damaged the line",
    ),
    "publish/no-receipt": Sentence(
        "the site has arrived, but the receipt could not be written: {error}",
        "this delivery is missing from the record",
        "check the folder's permissions and space, and publish again, which adds it",
    ),
    "sign/no-key": Sentence(
        "site.yaml has a public key, so what is published must be signed, but nobody says where the key is",
        "verify complains of a site without a signature",
        "set the environment's {variable} to the path of the key file and publish again; to sign no more, remove `public_key`",
    ),
    "sign/key": Sentence(
        "what {variable} names is no key file of minisign, or cannot be read",
        "",
        "check the path and the permissions; where there is no key yet, make a pair with minisign -G",
    ),
    "sign/password": Sentence(
        "the password of the key is wrong, or there is none",
        "without it the key cannot be opened",
        "run in a terminal and type it; for runs by a timer put it into GONGKAI_SIGN_PASSWORD or the system's keyring",
    ),
    "sign/other-key": Sentence(
        "the key {value} does not belong to the public key {wanted} in site.yaml",
        "whoever checks would take the site for somebody else's",
        "use the key of that pair; if the key was replaced, write the new public key into site.yaml and tell who checks",
    ),
    "host/away": Sentence(
        "the place to publish to is not there: {error}",
        "{live}",
        "make the folder; connect the share or the stick; or correct the place in site.yaml",
    ),
    "host/unreachable": Sentence(
        "the host cannot be reached: {error}",
        "{live}",
        "check the network; if the name or the port in the place is wrong, correct site.yaml",
    ),
    "host/lost": Sentence(
        "the connection to the host was lost: {error}",
        "{live}",
        "publish again, which goes on where it stopped",
    ),
    "host/login": Sentence(
        "the host does not know this user or this password",
        "{live}",
        'check the user (before the @ of the place) and the password; correct the environment variable {variable}, or remove what the system keeps with keyring del gongkai "{target} user@host" (user and host as in the place), and publish again',
    ),
    "host/no-login": Sentence(
        "nobody knows the user or the password of this host",
        "{live}",
        'run it in a terminal, which asks for the password; for a timer, set the environment variable {variable} or let the system keep it with keyring set gongkai "{target} user@host" (user and host as in the place)',
    ),
    "host/key-new": Sentence(
        "this host was never met before, nobody knows whether it is the right one: fingerprint {value}",
        "{live}",
        "have the host's administrator compare the fingerprint; if it is the same, write `fingerprint: {value}` into this item of site.yaml",
    ),
    "host/key-changed": Sentence(
        "the host's fingerprint has changed: it was {known} and is {value}",
        "somebody may pretend to be the host; {live}",
        "do not publish, ask the host's administrator; if the machine was replaced, write the new fingerprint into site.yaml",
    ),
    "host/certificate": Sentence(
        "the host's certificate is not to be trusted: {error}",
        "somebody may pretend to be the host; {live}",
        "ask the host's administrator; if they made it themselves, compare it and write `fingerprint: {value}` into this item of site.yaml",
    ),
    "host/passive": Sentence(
        "the host answers, but not where files are carried (port {value}): {error}",
        "{live}",
        "publish once more; if it stays so, ask the host's administrator to open the ports of FTP's passive mode",
    ),
    "host/crowded": Sentence(
        "the host says that too many are connected: {error}",
        "{live}",
        "quit other FTP programs and publish again in a few minutes; if it stays so, ask for more connections",
    ),
    "host/tls-only": Sentence(
        "the host lets in nobody who does not encrypt: {error}",
        "{live}",
        "write the way ftps into site.yaml, and a place that begins with ftps://",
    ),
    "host/no-tls": Sentence(
        "the host cannot encrypt (FTPS): {error}",
        "{live}",
        "ask its administrator for SFTP; the way ftp goes without, and everybody on the way can read password and files",
    ),
    "host/list": Sentence(
        "the host lists its files in a way that nobody here can read: {error}",
        "{live}",
        "show this line to its administrator and ask for the FTP command MLSD",
    ),
    "host/name": Sentence(
        "the host has no letters for this file name: {error}",
        "its FTP knows GBK only; {live}",
        "give the file a simpler name, or ask the administrator for UTF-8",
    ),
    "host/login-kind": Sentence(
        "the host wants a login that is not known here: {value}",
        "{live}",
        "ask the host's administrator to switch on Basic or Digest for this folder",
    ),
    "host/clock": Sentence(
        "this computer's clock is too far from the host's: {error}",
        "{live}",
        "set the date, the time and the time zone right, and publish again",
    ),
    "host/moved": Sentence(
        "the host sends us elsewhere: {value}",
        "the password is not taken there; {live}",
        "ask the host's administrator, and put the place (of an object store: endpoint and region) right in site.yaml",
    ),
    "host/no-webdav": Sentence(
        "this place is no folder of WebDAV: the host answers {value}",
        "{live}",
        "check the address; ask the host's administrator to switch WebDAV on, or choose another way",
    ),
    "host/odd-name": Sentence(
        "a name on the host cannot be that of a file here: {value}",
        "{live}",
        "rename it on the host or move it away, and publish again",
    ),
    "host/empty": Sentence(
        "not one of the files that were published stands there",
        "most likely the share is not connected, or stands elsewhere",
        "connect it and publish again; to start afresh, run {program} publish {target} --rollback {release}",
    ),
    "host/full": Sentence(
        "the host is full: {error}", "{live}", "make room there and publish again"
    ),
    "host/denied": Sentence(
        "the host does not let us write: {error}",
        "{live}",
        "ask for permission to write there and publish again",
    ),
    "host/readonly": Sentence(
        "the host's disk is read-only: {error}", "{live}", "use one that can be written"
    ),
    "host/io": Sentence(
        "reading or writing there failed: {error}",
        "{live}",
        "check the line and the disk and publish again, which goes on where it stopped",
    ),
    "host/status": Sentence(
        "the host answers {value}: the site cannot be seen",
        "",
        "check the address and the host; where one has to log in, ask the administrator",
    ),
    "verify/no-bundle": Sentence(
        "this file is no bundle, or is damaged",
        "it cannot be opened, and nothing in it was compared",
        "see that it is the right file; a bundle was most likely not copied to its end: copy it again, and if that does not help, publish again to make a new one",
    ),
    "verify/nobody": Sentence(
        "no entry, no file and no release bears this fingerprint",
        "the site in output, the kept releases and the record were searched",
        "compare the number with the original; for an older one, search a copy of that time",
    ),
}

SAY = {
    "publish_resumed": "The last delivery was interrupted; this one goes on where it stopped.",
    "publish_done": "Published to {target}, every file read back and compared: release {release}, {at}, fingerprint {fingerprint}...",
    "publish_back": "{target} shows release {release} again ({at}, fingerprint {fingerprint}...), every file read back and compared; output was left alone, and the next delivery brings what is in it.",
    "publish_packed": "Release {release} ({at}, fingerprint {fingerprint}...) is in {path}, every file compared.",
    "publish_carry": "Next: carry it to the computer that the site stands on and, without unpacking it, run python3 {name} FOLDER",
    "publish_same": "{target} shows release {release} already ({at}, fingerprint {fingerprint}...): nothing to send.",
    "publish_dry": "(--dry-run) release {release} ({at}, fingerprint {fingerprint}...) would be published to {target}; the host was left alone.",
    "publish_counts": "Files: {added} added, {changed} changed, {removed} removed, {kept} as they were; {size} MB sent in all.",
    "publish_batch": "Packages: the last batch is number {batch}, {new} new, {changed} changed, {withdrawn} withdrawn; README.txt says how to import them, import.csv is the list.",
    "publish_signed": "The manifest is signed with the key {name}.",
    "publish_is_added": "add",
    "publish_is_changed": "change",
    "publish_is_removed": "remove",
    "publish_size": "{n} bytes",
    "publish_more": "and {n} more",
    "publish_kept": "Releases that can be brought back (their number behind --rollback): {releases}.",
    "publish_join": ", ",
    "publish_unsealed": "Note: FTP does not encrypt: everybody on the way can read and change password and files; use SFTP or FTPS where the host has them.",
    "publish_unsealed_web": "Note: http:// does not encrypt: everybody on the way can read and change the files, and may see the password; use https:// where the host has it.",
    "publish_next": "Next: look at it in a browser; {command} tells at any time whether somebody touched it.",
    "secret_ask": "Password of {target} ({address}), not shown: ",
    "secret_keep": "Let the system keep the password of {target} for next time? y to keep it, Enter not to: ",
    "secret_kept": "Kept.",
    "secret_not_kept": "This computer has no place for passwords; it was not kept. Type it next time, or use the environment.",
    "verify_well": "OK  {place}  files: {checked}  {standing}",
    "verify_unlike": "DIFFERS  {place}  {changed} changed, {missing} missing, {added} added, of {checked}  {standing}",
    "verify_shows_latest": "release {release} ({at})",
    "verify_shows_stale": "release {release} ({at}), and a later one was published since: this is an old site",
    "verify_shows_unknown": "no site that was published from here",
    "verify_shows_never": "nothing of ours was ever published there: a target that is new or was renamed in site.yaml is published first",
    "verify_shows_unpublished": "not published yet",
    "verify_shows_unrecorded": "compared with its own manifest only: nothing is on record here",
    "verify_unseen": "NOT SEEN  {target}  {told}",
    "verify_unread": " (cannot be read: {why})",
    "verify_is_changed": "changed",
    "verify_is_missing": "missing",
    "verify_is_added": "added",
    "verify_signature_good": "The manifest is signed by the key {name}, as the public key in site.yaml proves.",
    "verify_signature_wrong": "The signature of the manifest is wrong: it names the key {name}; one of the two was changed, or it is not ours.",
    "verify_signature_missing": "The manifest has no signature, and site.yaml has a public key: there should be one.",
    "verify_signature_unchecked": "The manifest has a signature of the key {name}; site.yaml has no public key, so nothing was checked.",
    "verify_program": "The program in the bundle, __main__.py, is not what this version writes: another version made it, or somebody exchanged it. Do not run it; publish once more to make a new bundle.",
    "verify_part": "This bundle holds changed files only; what is not in it is not missing.",
    "verify_header_type": "{path} is sent as {value}, which a browser will not open as it should: correct Content-Type",
    "verify_header_charset": "{path} is sent in the charset {value} and will be garbled: make it utf-8",
    "verify_header_https": "advice: serve it over https, or it can be changed on its way",
    "verify_header_hsts": "advice: add Strict-Transport-Security, so that browsers keep to https",
    "verify_header_csp": "advice: add Content-Security-Policy: frame-ancestors 'self', so that no other site can frame the pages",
    "verify_header_nosniff": "advice: add X-Content-Type-Options: nosniff",
    "verify_of_entry": "{fingerprint}...  {title}  {path}  {where}",
    "verify_of_file": "{fingerprint}...  file {path}  {where}",
    "verify_of_release": "{fingerprint}...  the whole site  {where}",
    "verify_in_release": "in release {release} ({at})",
    "verify_in_output": "in output, not published yet",
}
