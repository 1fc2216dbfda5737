"""What we say in English of entries as a whole: of every kind, and of each."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "status/withdrawn": Sentence(
        "a withdrawn entry lacks `{key}`", "citizens must learn when and why", "add it"
    ),
    "status/not-withdrawn": Sentence(
        "a date or reason of withdrawal, but the status is not withdrawn",
        "",
        "write `status: withdrawn`, or delete it",
    ),
    "status/superseded": Sentence(
        "a superseded entry lacks `{key}`",
        "whoever opens the old one must learn which one holds, and since when",
        "add it; `superseded_by` takes the path of the new entry's file, such as land/2026/11-notice.md",
    ),
    "status/not-superseded": Sentence(
        "an entry that replaces it, its day or its reason, but the status is not superseded",
        "",
        "write `status: superseded`, or delete it",
    ),
    "superseded/withheld": Sentence(
        "{value}, which replaces it, is not public",
        "citizens would see what no longer holds, and not what does",
        "publish the new entry first: a draft becomes ready; of one dated later write its day as `superseded_on`, and until then nothing is replaced",
    ),
    "superseded/circle": Sentence(
        "entries replace each other in a circle: {value}",
        "nobody can tell which one holds",
        "delete `status: superseded` and `superseded_by` in the newest of them",
    ),
    "superseded/withdrawn": Sentence(
        "{value}, which replaces it, is withdrawn",
        "whoever follows from here meets an entry that was taken back",
        "name the new entry where there is one; else withdraw this one too, or set it to `ready`",
    ),
    "superseded/early": Sentence(
        "replaced from {value}, before the new entry's publication on {published}",
        "on the days between, the old one no longer holds and the new one is not public",
        "check `superseded_on`",
    ),
    "relation/unknown": Sentence(
        "{value} (in `{key}`) is no published entry",
        "the link would lead nowhere",
        "write the path of the entry's file (such as land/2026/11-notice.md), its address or its id",
    ),
    "relation/several": Sentence(
        "{value} (in `{key}`) may be several entries: {others}",
        "",
        "write the path of the one that is meant",
    ),
    "relation/self": Sentence(
        "{value} (in `{key}`) is the entry itself", "", "name another entry, or delete it"
    ),
    "related/twice": Sentence(
        "{value} and {other} before it, both related, are one entry",
        "the page lists it once",
        "delete one of the lines",
    ),
    "related/withheld": Sentence(
        "the related {value} is not public",
        "until it is, the page does not list it",
        "leave it, and it will be listed; delete the line if it is never to be public",
    ),
    "display/end": Sentence(
        "a display period needs `until`, `days` or `working_days`, one of them",
        "several may differ, and without any nobody knows when it ends",
        "write `until: 2026-11-24`, `days: 7` or `working_days: 5`; keep one if there are several",
    ),
    "display/backwards": Sentence(
        "the display period ends on {value}, before it begins", "", "check the dates"
    ),
    "display/early": Sentence(
        "the display begins on {value}, and is published on {published} only",
        "on the days before, nobody sees it here or can object",
        "check the display and the date of publication",
    ),
    "correction/parts": Sentence(
        "the correction names a cell of a table without `{absent}`",
        "with row, column and was together, the table shows the old value struck through",
        "add what is missing, or write none of the three",
    ),
    "correction/no-table": Sentence(
        "the correction names a cell of a table, and the entry has none",
        "tables in the text have no names of rows and columns to compare with",
        "delete `row`, `column` and `was`, and say in `what` what it was and what it is",
    ),
    "correction/row": Sentence(
        "no table has a row {value}",
        "the cell to strike through is not found",
        "write the voucher or name as it stands in the table, or `row 3`; what is in no table has `what` alone",
    ),
    "correction/rows": Sentence(
        "the rows {rows} of the table are all called {value}",
        "it is not known which one was corrected",
        "write the number of one of them, such as `row 2`",
    ),
    "correction/column": Sentence(
        "the table has no column {value}",
        "its columns are {offered}",
        "write one of them; for what is in no table delete `row`, `column` and `was`, and say it in `what`",
    ),
    "correction/same": Sentence(
        "the former value {value} is what the table says now",
        "after a correction the table says the new value",
        "write the new value in the table, or delete `row`, `column` and `was`",
    ),
    "correction/twice": Sentence(
        "two corrections of this cell in turn have the former value {value}",
        "after the first of them the cell was no longer that",
        "check both: the later one's former value is what the earlier one made of it; delete a repeated one",
    ),
    "address/taken": Sentence(
        "the address {address} is taken by {other}",
        "only one of them could be seen",
        "rename one of the files, or give it another `id`",
    ),
    "address/alias-form": Sentence(
        "the old address {value} is no address of a page",
        "it is a former address of this site, from the front page's folder on",
        "write it like finance/2026/10-old-name.html: letters, digits, - and _, ending in .html or .htm",
    ),
    "address/alias-taken": Sentence(
        "the old address {address} is taken by {other}",
        "an address opens one page",
        "check the old address; correct or delete this one",
    ),
    "index/taken": Sentence(
        "the index number {value} is used at {other} already",
        "it may be used once",
        "correct one of them",
    ),
    "ledger/both-sides": Sentence(
        "voucher {voucher} has both an income and an expense", "", "write one a line"
    ),
    "ledger/no-amount": Sentence(
        "voucher {voucher} has no amount", "", "write an income or an expense"
    ),
    "ledger/other-month": Sentence(
        "voucher {voucher} is of {day}, outside the period {period}",
        "",
        "check the date, or move it to that month",
    ),
    "ledger/closing": Sentence(
        "the closing balance is {written}, but adds up to {expected}: {difference} off",
        "opening {opening} + income {income} − expense {expense}",
        "check the lines and the closing balance",
    ),
    "ledger/balance": Sentence(
        "the balance of voucher {voucher} is {written}, up to this line it comes to {expected}, a difference of {difference}",
        "opening plus income minus expense holds in every line",
        "check this line and those above, and correct the wrong one",
    ),
    "appointment/display": Sentence(
        "an appointment without `display`",
        "it is shown for five working days at least (Regulations on Appointing Leading Cadres, "
        "article 42)",
        "add `display:` with `from: 2026-11-18` and `until: 2026-11-24`",
    ),
    "appointment/short": Sentence(
        "the working days of the display are fewer than five: {days}",
        "the rules ask for five working days at least (art. 42 of the regulations on appointing officials); they are counted by the files in content/calendar",
        "write `working_days: 5`, or `until: {until}` (or later); only one of the two",
    ),
    "appointment/nobody": Sentence(
        "`people` is empty",
        "without a name there is nothing to object to",
        "add the people; while it is undecided, add `status: draft`",
    ),
    "benefit/nothing": Sentence(
        "no `policy`, `standards` or `totals`",
        "the page would be empty",
        "add one of them at least",
    ),
    "benefit/no-number": Sentence(
        "the row of `{row}` has no persons, households or amount",
        "a row with a name alone discloses nothing",
        "give one number at least, 0 if there was none",
    ),
    "land-approval/display": Sentence(
        "a notice in the village without `display`",
        "nobody knows on which days to object",
        "add `display:` with `from: 2026-11-18` and `days: 7`",
    ),
    "land-compensation/over": Sentence(
        "{shared} was shared out, {difference} more than the total of {total}",
        "no more can be shared out than came in, so one number is wrong",
        "check the rows, `paid` and `total`, and correct the one that is wrong",
    ),
    "land-compensation/kept": Sentence(
        "the shares make {shared}, {difference} less than the total of {total}",
        "people will ask where the rest is, also where the collective keeps it",
        "add the row that is missing, or one for what the collective keeps, or write `paid`",
    ),
    "resolution/nothing": Sentence(
        "`items` is empty",
        "without a matter put to the vote there is no resolution",
        "give each matter and its votes; if the meeting is yet to come, add `status: draft`",
    ),
    "resolution/present": Sentence(
        "{present} present, {difference} more than the {entitled} entitled",
        "no more can come than are entitled; one of the numbers is wrong",
        "compare `entitled` and `present` with the list of attendance, without guests",
    ),
    "resolution/later": Sentence(
        "the meeting of {held} is later than {key} {day}",
        "before a meeting there is no resolution",
        "check both days and correct the one that is wrong",
    ),
    "resolution/votes": Sentence(
        "the votes on `{matter}` make {votes}, present were {present}: {difference} apart",
        "everybody present has one vote: for, against and abstained make those present",
        "check the votes and `present` with the minutes, and add what was left out",
    ),
    "resolution/half": Sentence(
        "`{matter}` is said to have passed with {ayes} in favour, not more than half of {present}",
        "people will ask why that was enough",
        "check the votes and the result; if another rule holds, say so in `note`",
    ),
}
