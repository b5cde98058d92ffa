"""Makes text safe before it leaves: nothing that breaks a file, nothing that a spreadsheet would run.

Every exporter takes its words through here: `clean` for a cell of a CSV file, `printable` where the format itself
says that a cell or a run holds text, `file_name` for what a file is called.

A spreadsheet takes a cell that starts with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return for a
formula, also after a quotation mark or a space, and some take the full-width forms too (OWASP, "CSV
Injection"). A leading apostrophe makes it text. So does a full-width space: the reading stage puts one
before a report that starts with such a sign, and therefore that text passes unchanged and its offsets hold.
"""

import re
import unicodedata

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile("(?!')[ \"'“”‘’＂＇]*[=+\\-@\t\r＝＋－＠﹣−]")
FORBIDDEN = re.compile(r'[\\/:*?"<>|\s\x00-\x1f\x7f]+')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
LONGEST_NAME, LONGEST_CELL = 80, 32_767
CUT = "……（原文过长，此处截断）"
"""What stands at the end of a text that a spreadsheet's cell cannot hold."""


def clean(text: str) -> str:
    """`text` without control characters and lone surrogates, an apostrophe before what looks like a formula.

    Cleaning twice gives what cleaning once gives.
    """
    safe = printable(text)
    return f"'{safe}" if FORMULA.match(safe) else safe


def printable(text: str) -> str:
    """`text` without control characters and lone surrogates, which no XML file may hold."""
    return UNPRINTABLE.sub("", text)


def cell(text: str) -> str:
    """`printable` text for a cell of a workbook, which holds 32,767 characters and loses a longer one whole."""
    safe = printable(text)
    return safe if len(safe) <= LONGEST_CELL else safe[: LONGEST_CELL - len(CUT)] + CUT


def file_name(text: str) -> str:
    """`text` as the name of a file on Windows and elsewhere, without extension, at most 80 characters.

    Microsoft, "Naming Files, Paths, and Namespaces": no reserved signs or names, no space or dot at the end.
    """
    visible = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn"))
    name = FORBIDDEN.sub("_", unicodedata.normalize("NFC", visible))[:LONGEST_NAME].strip("._ ")
    return f"_{name}" if RESERVED.match(name) else name or "未命名"
