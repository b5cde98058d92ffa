"""A process that writes to the desk of DUIZHAO_DATABASE_URL and acknowledges each action on standard output.

``python writer.py FIRST COUNT``: adds the reports FIRST, FIRST + 1, …, and corrects each after it was added.
"""

import sys

from onpaper import incoming

from analysis.corrections import Correction
from analysis.keeping.changes import add_reports, correct_reports
from analysis.keeping.opening import address, open_desk


def say(*words):
    print(*words, flush=True)  # noqa: T201 - what is said here is what the test is about


def main():
    first, count = map(int, sys.argv[1:])
    desk = open_desk(address())
    say("open")
    for number in range(first, first + count):
        kept = add_reports(desk, [incoming(number, name=f"{number}.txt")])
        say("added", number)
        correct_reports(desk, [(kept[0], Correction(unit=f"第{number}家"))])
        say("corrected", number)


if __name__ == "__main__":
    main()
