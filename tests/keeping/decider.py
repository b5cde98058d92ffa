"""A process that decides on the only report of the desk of DUIZHAO_DATABASE_URL and says each decision's note.

``python decider.py NAME COUNT``: the notes are NAME-0, NAME-1, …; every third decision is undone at once.
"""

import sys
from dataclasses import replace

from onpaper import confirm

from analysis.keeping.decisions import decide, undo
from analysis.keeping.opening import address, open_desk
from analysis.keeping.reports import reports
from analysis.keeping.rights import REVIEWER, Person


def say(*words):
    print(*words, flush=True)  # noqa: T201 - what is said here is what the test is about


def main():
    name, count = sys.argv[1], int(sys.argv[2])
    desk = replace(open_desk(address()), person=Person(name, REVIEWER))
    (kept,) = reports(desk)
    say("open")
    for number in range(count):
        made = decide(desk, [confirm(kept, note=f"{name}-{number}")])
        say("decided", made[0].note)
        if number % 3 == 0:
            undo(desk, made)
            say("undone", made[0].note)


if __name__ == "__main__":
    main()
