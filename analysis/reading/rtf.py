"""Reads an RTF file by striprtf, whose gaps are closed before it starts.

Numbers stand in the file as text. Tracked deletions are not told from text, and text boxes are not read.
"""

import re

from striprtf.striprtf import rtf_to_text

from analysis.reading.base import Read, UnreadableError, losses

DOUBLE = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")  # a Chinese character that was not escaped, as it should be
CELL = re.compile(rb"\\(?:nest)?cell(?![a-z])")
OLD_NUMBER = b"{\\pntext"  # striprtf drops it; the newer name of the same is kept
DAMAGED = "这个 RTF 文件已损坏：请用 WPS 或 Word 打开后另存为 .docx，或向报送单位重新索取。"


def read_rtf(data: bytes) -> Read:
    """The text of the RTF in `data`, a line for each paragraph and each row of a table, and how much was lost.

    Raises:
        UnreadableError: `damaged` where a control word cannot be understood.
    """
    escaped = DOUBLE.sub(lambda hit: b"".join(b"\\'%02x" % byte for byte in hit[0]), data)
    source = CELL.sub(rb"\\tab", escaped).replace(OLD_NUMBER, b"{\\listtext")
    try:
        text = rtf_to_text(source.decode("latin-1"), encoding="gb18030", errors="replace")
    except (ValueError, LookupError) as error:
        raise UnreadableError("damaged", DAMAGED) from error
    return text, losses(text.count("\ufffd"))
