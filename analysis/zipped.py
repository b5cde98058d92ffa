"""Files in one zip: the same files give the same bytes, whenever it is made."""

import io
import zipfile
from collections.abc import Iterable

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell


def zipped(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of `files` (name and content, a text as UTF-8) in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
