"""``export``: reports in, material for a meeting out."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click
from click.exceptions import Exit

from analysis.basket import Item
from analysis.briefing.choice import Chosen, choose_all
from analysis.briefing.method import METHOD
from analysis.briefing.narrow import UnknownError, narrowed
from analysis.briefing.portraits import portraits
from analysis.briefing.standard import PARTS, standard_set
from analysis.commands.console import Command
from analysis.commands.shared import (
    UNREADABLE_FILES,
    build,
    codebook_option,
    end_with,
    inputs_argument,
    jobs_option,
    list_failures,
)
from analysis.exporting.export import EXPORTERS, write
from analysis.exporting.material import INTERNAL, TITLE, Material, Portrait, Step, chinese_date
from analysis.exporting.redaction import redacted

SEPARATORS = re.compile("[、,，;；]")
STEPS = 100


def _words(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Each word of an option that may be given several times, or once with several words."""
    return tuple(word.strip() for text in given for word in SEPARATORS.split(text) if word.strip())


def _out(_: click.Context, __: click.Parameter, out: Path) -> Path:
    """A file whose extension is known, or a folder."""
    if out.suffix and out.suffix[1:].lower() not in EXPORTERS and not out.is_dir():
        known = "、".join(f".{extension}" for extension in EXPORTERS)
        raise click.UsageError(f"--out 的扩展名应为 {known}，或写一个文件夹。")
    return out


def _choice(name: str, parameter: str, meaning: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, parameter, multiple=True, callback=_words, metavar="WORD", help=meaning)


@click.command(cls=Command, help="读取报告，写出会议材料：结论、对照图表、问题、依据、建议和口径。")
@inputs_argument
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    callback=_out,
    metavar="FILE|DIR",
    help=f"写到哪个文件（{'、'.join(f'.{extension}' for extension in EXPORTERS)}）；写文件夹则放入各图的数据和图片。",
)
@_choice("--units", "units", "只要名称含有这个词的单位；几个词用顿号隔开。")
@_choice("--themes", "themes", "只要名称含有这个词的主题或维度；几个词用顿号隔开。")
@_choice("--period", "periods", "只要含有这个词的报告期，例如 2024年；几个词用顿号隔开。")
@click.option("--title", default=TITLE, metavar="TEXT", help="材料的标题。")
@click.option("--unit", default="", metavar="TEXT", help="署名单位；不写则不署名。")
@click.option("--internal", is_flag=True, help="标注“内部资料”。")
@click.option("--redact-units", is_flag=True, help="单位名称换成“单位甲”等代称。")
@click.option("--redact-persons", is_flag=True, help="写在职务前后的人名换成“某”。")
@click.option("--portraits", "with_portraits", is_flag=True, help="Word 材料后附单位画像，一家一页。")
@codebook_option
@jobs_option
def export(  # noqa: PLR0913, PLR0917 - what a person can choose
    inputs: tuple[Path, ...],
    out: Path,
    units: tuple[str, ...],
    themes: tuple[str, ...],
    periods: tuple[str, ...],
    title: str,
    unit: str,
    codebook: Path,
    jobs: int,
    *,
    internal: bool,
    redact_units: bool,
    redact_persons: bool,
    with_portraits: bool,
) -> None:
    """Writes the standard set of the chosen reports; names each file that could not be read, then ends with 3."""
    corpus = build(inputs, codebook, jobs)
    failures = corpus.tables["failures"]
    list_failures(failures)
    try:
        choice = narrowed(choose_all(corpus.tables, corpus.codebook), units, themes, periods)
    except UnknownError as error:
        raise click.UsageError(str(error)) from error
    if not choice.documents:
        click.echo("没有可以比较的报告，没有写出材料。", err=True)
        raise Exit(UNREADABLE_FILES)
    today = chinese_date(datetime.now().astimezone().date())
    material = Material(title, unit, today, INTERNAL if internal else "", _items(choice), METHOD)
    if with_portraits:
        material = replace(material, portraits=tuple(Portrait(*page) for page in portraits(choice)))
    material = redacted(material, units=redact_units, persons=redact_persons)
    _shown("写出材料", lambda step: write(material, out, step))
    click.echo(f"{len(choice.documents)} 份报告，{len(material.items)} 项图表和清单，已写入 {out}")
    end_with(failures)


def _items(choice: Chosen) -> tuple[Item, ...]:
    made: list[Item] = []
    _shown("整理图表", lambda step: made.extend(standard_set(choice, lambda done: step(done / len(PARTS)))))
    return tuple(made)


def _shown(label: str, work: Callable[[Step], object]) -> None:
    """Does `work`; a terminal shows how far it is."""
    with click.progressbar(length=STEPS, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        work(lambda share: bar.update(round(share * STEPS) - bar.pos))
