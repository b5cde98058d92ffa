"""Opens zip archives and zip-based documents only after their directory has been judged harmless.

The limits are checked against the archive's directory before one byte is unpacked. That is enough, because
`zipfile` never hands out more bytes for a member than the directory declares.
"""

import io
import zipfile
import zlib
from collections.abc import Sequence

from analysis.reading.base import UnreadableError

MOST_MEMBERS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
SMALL = 1024 * 1024  # a member this small cannot hurt, and a form full of blanks may well shrink a hundredfold
ENCRYPTED = 0x1
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the others unpack without a bound on memory

# What the standard library raises on damaged archives, beside its own error.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    ValueError,
    OSError,
    RuntimeError,
)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`, its limits checked.

    Raises:
        UnreadableError: `damaged`, `hostile` (a bomb) or `archive` (a way of packing that cannot be read).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise UnreadableError("damaged", "文件已损坏，无法打开：请向报送单位重新索取。") from error
    check(archive.infolist(), len(data))
    return archive


def check(members: Sequence[zipfile.ZipInfo], packed: int) -> None:
    """Judges an archive of `packed` bytes by its directory.

    Raises:
        UnreadableError: it holds too many members, unpacks to too much, or is packed in an unusual way.
    """
    if len(members) > MOST_MEMBERS:
        raise UnreadableError("hostile", f"压缩包内文件超过 {MOST_MEMBERS} 个，未打开：请分成几个压缩包提交。")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        raise UnreadableError("hostile", "解压后超过 200 MB，未打开：请分成几个文件提交。")
    if unpacked > max(SMALL, MOST_RATIO * packed) or any(_is_bomb(member) for member in members):
        raise UnreadableError("hostile", "压缩比异常（疑似压缩炸弹），未打开：请核实文件来源。")
    if any(member.compress_type not in METHODS for member in members):
        raise UnreadableError("archive", "压缩方式不受支持：请用 Windows 自带的“压缩(zipped)文件夹”重新打包。")


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > MOST_RATIO * max(1, member.compress_size)


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo | str) -> bytes:
    """The bytes of one member.

    Raises:
        UnreadableError: `password` where it is encrypted, `damaged` where it is missing or cannot be
        unpacked.
    """
    if not isinstance(member, str) and member.flag_bits & ENCRYPTED:
        raise UnreadableError("password", "压缩包设有密码：请去掉密码后重新打包。")
    try:
        return archive.read(member)
    except (KeyError, *ZIP_ERRORS) as error:
        raise UnreadableError("damaged", "文件已损坏，内容不完整：请向报送单位重新索取。") from error
