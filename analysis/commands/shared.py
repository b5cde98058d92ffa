"""What the commands share: the options that several take, and the way from paths to tables."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click
import pandas as pd
from click.exceptions import Exit

from analysis.codebookfiles import FOLDER as CODEBOOK
from analysis.codebookfiles import load_codebook
from analysis.corpus import Corpus, build_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading.sources import gather
from analysis.report import Manual

UNREADABLE_FILES = 3  # the exit status

EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

inputs_argument = click.argument(
    "inputs",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar="INPUT…",
    help="文件、文件夹或 zip 压缩包，可以写多个。",
)
codebook_option = click.option(
    "--codebook",
    type=EXISTING_FOLDER,
    default=CODEBOOK,
    metavar="DIR",
    help="编码手册所在的文件夹；不写则用自带的手册。",
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="同时处理几份报告；不写则为 1。"
)


def build(paths: Iterable[Path], codebook: Path, jobs: int) -> Corpus:
    """Reads and codes every report at `paths`; a terminal shows how far it is.

    Raises:
        RuleFileError: the codebook cannot be used.
    """
    manual = Manual(load_codebook(codebook), load_lexicon())
    sources, failures = gather(paths)
    with click.progressbar(
        length=len(sources), label="处理报告", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return build_corpus(sources, manual, failures=failures, jobs=jobs, on_progress=lambda _: bar.update(1))


def list_failures(failures: pd.DataFrame) -> None:
    """Names on standard error each file that could not be read (FAILURES), and why."""
    for failure in failures.itertuples():
        click.echo(f"{failure.file}：{failure.reason}", err=True)


def end_with(failures: pd.DataFrame) -> None:
    """Ends the program with its own status where a file could not be read; a duplicate is no failure."""
    if (failures["kind"] != "duplicate").any():
        raise Exit(UNREADABLE_FILES)
