"""Makes one cell safe before it leaves: nothing that breaks a file, nothing that a spreadsheet would run.

A spreadsheet takes a cell that starts with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return for a
formula, also after a quotation mark or a space, and some take the full-width forms too (OWASP, "CSV
Injection"). A leading apostrophe makes it text. So does a full-width space: the reading stage puts one
before a report that starts with such a sign, and therefore that text passes unchanged and its offsets hold.
"""

import re

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile("(?!')[ \"'“”‘’＂＇]*[=+\\-@\t\r＝＋－＠﹣−]")


def clean(text: str) -> str:
    """`text` without control characters and lone surrogates, an apostrophe before what looks like a formula.

    Cleaning twice gives what cleaning once gives.
    """
    printable = UNPRINTABLE.sub("", text)
    return f"'{printable}" if FORMULA.match(printable) else printable
