"""Prints what each format keeps of the samples: ``python -m tests.benchmarks.formats``.

LibreOffice writes every sample in three settings (by GB/T 9704, the same numbered by Word, with gaps and a running
head); OFD files are drawn sign by sign from the PDF files. Characters are those without white space that stand in the
same order, paragraphs those that are the same. A web page as LibreOffice writes it has lost the look of automatic
numbers, which no reader can bring back.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from time import perf_counter

from analysis.reading.base import Failure, Source
from analysis.reading.read import read

sys.path.append(str(Path(__file__).parents[1] / "reading"))
from renderings import SAMPLES, as_ofd, convert, official, web_like

FILTERS = {"xml": ":MS Word 2003 XML"}
FORMATS = ("pdf", "doc", "rtf", "odt", "html", "xml")


def paragraphs(text: str) -> list[str]:
    """The lines of `text` without white space."""
    return [re.sub(r"\s", "", line) for line in text.split("\n")]


def sample_texts() -> dict[str, str]:
    """The samples as they are read from their own files."""
    files = sorted(file for file in SAMPLES.iterdir() if file.suffix in {".txt", ".docx"})
    read_files = {file.stem: read(Source(file.name, file.read_bytes())) for file in files}
    return {name: one.text for name, one in read_files.items() if not isinstance(one, Failure)}


def set_texts(texts: Mapping[str, str]) -> dict[str, bytes]:
    """Each text as a .docx in three settings."""
    made = {}
    for name, text in texts.items():
        lines = text.split("\n")
        made |= {f"{name}-set": official(lines), f"{name}-numbered": official(lines, automatic=True)}
        made[f"{name}-gaps"] = web_like(lines, "内部资料 注意保存")
    return made


def kept(wanted: str, found: str) -> tuple[int, int]:
    """How many characters and paragraphs of `wanted` stand in `found`."""
    one, other = paragraphs(wanted), paragraphs(found)
    matcher = SequenceMatcher(None, "".join(one), "".join(other), autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same, (Counter(one) & Counter(other)).total()


def row(form: str, setting: str, texts: Mapping[str, str], files: Iterable[tuple[str, bytes]]) -> str:
    """One line of the table."""
    counts: Counter[str] = Counter()
    started = perf_counter()
    reports = [(name.rpartition("-")[0], read(Source(name, data))) for name, data in files]
    spent = perf_counter() - started
    for name, report in reports:
        found = "" if isinstance(report, Failure) else report.text
        characters, same = kept(texts[name], found)
        wanted = paragraphs(texts[name])
        counts += Counter(kept=characters, all=len("".join(wanted)), same=same, wanted=len(wanted))
        counts += Counter(found=len(paragraphs(found)))
    shares = f"{counts['kept'] / counts['all']:>11.2%}{counts['same'] / counts['wanted']:>11.2%}"
    surplus = counts["found"] - counts["wanted"]
    return f"{form:6}{setting:10}{len(reports):>6}{shares}{surplus:>+8}{spent / len(reports):>9.3f}"


def main() -> None:
    """Renders, reads and prints."""
    texts = sample_texts()
    files = set_texts(texts)
    with tempfile.TemporaryDirectory() as folder:
        made = {form: convert(files, form, Path(folder), FILTERS.get(form, "")) for form in FORMATS}
    made |= {"docx": files, "ofd": {name: as_ofd(data) for name, data in made["pdf"].items()}}
    print("format setting    files characters paragraphs  surplus  s/file")
    for form, by_name in made.items():
        for setting in ("set", "numbered", "gaps"):
            print(row(form, setting, texts, [one for one in by_name.items() if one[0].endswith(f"-{setting}")]))


if __name__ == "__main__":
    main()
