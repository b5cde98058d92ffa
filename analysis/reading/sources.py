"""Finds the files to read: single files, folders with all below them, and zips, never unpacked to disk.

What cannot be taken becomes a failure with its reason; the others go on.
"""

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.reading.archive import open_archive, read_member
from analysis.reading.base import Failure, Source, UnreadableError
from analysis.reading.names import clean, is_system_file, member_name
from analysis.reading.sniff import Format, sniff

MOST_BYTES = 50 * 1024 * 1024
MOST_ARCHIVE_BYTES = 200 * 1024 * 1024
TOO_LARGE = "文件超过 50 MB，未读取：请删去图片、附件后另存，再重新提交。"
NESTED = "压缩包里还有压缩包，里层未打开：请解压里层的压缩包，再重新提交。"

Found = Source | Failure
Gathered = tuple[list[Source], list[Failure]]


def gather(inputs: Iterable[Path]) -> Gathered:
    """The files at `inputs` in order; inside a folder or an archive, by name.

    Files in a folder are named by their path below it, and members of an archive by the archive and their
    path in it, always with `/`. Never raises for what it finds on the disk.
    """
    return _sorted_out(found for path in inputs for found in _from_path(Path(path)))


def expand(name: str, data: bytes) -> Gathered:
    """The same for one uploaded file: an archive gives its members, any other file itself."""
    return _sorted_out(_from_bytes(name, data))


def _sorted_out(found: Iterable[Found]) -> Gathered:
    sources: list[Source] = []
    failures: list[Failure] = []
    for one in found:
        if isinstance(one, Source):
            sources.append(one)
        else:
            failures.append(one)
    return sources, failures


def _from_path(path: Path) -> Iterator[Found]:
    if path.is_dir():
        yield from _from_folder(path)
    else:
        yield from _from_file(path, path.name)


def _from_folder(folder: Path) -> Iterator[Found]:
    names = sorted(_names_below(folder))
    if not names:
        yield Failure(clean(folder.name), "文件夹里没有文件：请检查选对了文件夹。", "empty")
    for name in names:
        yield from _from_file(folder / name, name)


def _names_below(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):  # symbolic links to folders are not followed: they may form a ring
        folders[:] = [name for name in folders if not is_system_file(name)]
        below = Path(place).relative_to(folder)
        yield from ((below / name).as_posix() for name in files if not is_system_file(name))


def _from_file(path: Path, name: str) -> Iterator[Found]:
    try:
        if path.stat().st_size > MOST_ARCHIVE_BYTES:
            yield Failure(clean(name), TOO_LARGE, "too_large")
            return
        data = path.read_bytes()
    except FileNotFoundError:
        yield Failure(clean(name), "找不到这个文件：请检查路径是否正确，文件是否已移走或改名。", "missing")
        return
    except (OSError, ValueError):
        yield Failure(clean(name), "文件打不开：请关闭正在使用它的程序，或检查读取权限后重试。", "missing")
        return
    yield from _from_bytes(name, data)


def _from_bytes(name: str, data: bytes) -> Iterator[Found]:
    try:
        if sniff(data) is Format.ZIP:
            yield from _from_archive(name, data)
        elif len(data) > MOST_BYTES:
            yield Failure(clean(name), TOO_LARGE, "too_large")
        else:
            yield Source(clean(name), data)
    except UnreadableError as error:
        yield Failure(clean(name), error.reason, error.kind)


def _from_archive(name: str, data: bytes) -> Iterator[Found]:
    with open_archive(data) as archive:
        members = [(member_name(member), member) for member in archive.infolist() if not member.is_dir()]
        wanted = sorted((m for m in members if not is_system_file(m[0])), key=lambda pair: pair[0])
        if not wanted:
            yield Failure(clean(name), "压缩包是空的：请检查后重新打包。", "empty")
        for inner, member in wanted:
            yield _from_member(archive, member, clean(f"{name}/{inner}"))


def _from_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Found:
    if member.file_size > MOST_BYTES:
        return Failure(name, TOO_LARGE, "too_large")
    try:
        data = read_member(archive, member)
        if sniff(data) is Format.ZIP:
            return Failure(name, NESTED, "archive")
    except UnreadableError as error:
        return Failure(name, error.reason, error.kind)
    return Source(name, data)
