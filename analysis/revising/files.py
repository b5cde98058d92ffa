"""The codebook as files that people take along, edit elsewhere and bring back."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from analysis.codebookfiles import FILES
from analysis.reading.archive import open_archive, read_member
from analysis.reading.base import UnreadableError
from analysis.rulefile import MOST_BYTES, RuleFileError
from analysis.zipped import zipped


def packed(texts: Mapping[str, str]) -> bytes:
    """A zip of the files."""
    return zipped((name, texts[name]) for name in FILES)


def unpacked(given: Sequence[tuple[str, bytes]]) -> dict[str, str]:
    """The texts of the codebook's files in `given` (name and bytes of YAML files or zips of them).

    Raises:
        RuleFileError: a file is none of the codebook's, too large, or not UTF-8; in Chinese.
    """
    texts: dict[str, str] = {}
    for name, data in given:
        for own, content in _members(name, data):
            if own in texts:
                raise RuleFileError(f"{own} 给了两份，不知道用哪一份：请只留一份。")
            texts[own] = _text(own, content)
    return texts


def _members(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if not name.lower().endswith(".zip"):
        yield _known(name), data
        return
    try:
        with open_archive(data) as archive:
            files = [one for one in archive.infolist() if PurePosixPath(one.filename).name in FILES]
            if not files:
                raise RuleFileError(f"{name} 里没有编码手册的文件（{'、'.join(FILES)}）。")
            for one in files:
                own = PurePosixPath(one.filename).name
                if one.file_size > MOST_BYTES:
                    raise RuleFileError(f"{own} 超过 1 MB，不像规则文件，请检查。")
                yield own, read_member(archive, one)
    except UnreadableError as error:
        raise RuleFileError(f"{name}：{error.reason}") from error


def _known(name: str) -> str:
    if name not in FILES:
        raise RuleFileError(f"{name} 不是编码手册的文件：文件名应为 {'、'.join(FILES)}，或含有它们的 zip。")
    return name


def _text(name: str, data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise RuleFileError(f"{name} 超过 1 MB，不像规则文件，请检查。")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RuleFileError(f"{name} 不是 UTF-8 编码：请用记事本另存为 UTF-8 后再上传。") from error
