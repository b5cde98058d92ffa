"""Where the desk lies: the user's own folder, and whether a file is on a drive of another machine.

There SQLite's locks cannot be relied on (sqlite.org/howtocorrupt.html).
"""

import ctypes
import os
from pathlib import Path

from platformdirs import user_data_path

REMOTE = 4  # DRIVE_REMOTE of Windows' GetDriveType
KINDS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "fuse.sshfs", "davfs", "glusterfs"})
MOUNTS = Path("/proc/self/mounts")


def own_folder() -> Path:
    """The folder of this product's data, made by the system's rules: below %LOCALAPPDATA% or ~/.local/share."""
    return user_data_path("duizhao", appauthor=False)


def on_network(file: Path) -> bool:
    """Whether `file`, which need not exist, is on such a drive; False where the system does not tell."""
    return _windows(file) if os.name == "nt" else mounted_as(file.resolve(), _mounts()) in KINDS


def _windows(file: Path) -> bool:
    anchor = file.absolute().anchor
    return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == REMOTE  # type: ignore[attr-defined,unused-ignore]


def _mounts() -> str:
    return MOUNTS.read_text(encoding="utf-8", errors="replace") if MOUNTS.exists() else ""


def mounted_as(file: Path, mounts: str) -> str:
    """The kind of file system `file` lies on, by the lines of /proc/mounts; the deepest place to mount decides."""
    found = [line.split()[1:3] for line in mounts.splitlines()]
    places = {place.replace("\\040", " "): kind for place, kind in found}
    return next((places[str(place)] for place in (file, *file.parents) if str(place) in places), "")
