"""``tables``: reports in, the tables of the contract out."""

from pathlib import Path

import click
import pandas as pd
from click.exceptions import Exit

from analysis.commands.console import Command
from analysis.commands.shared import build, codebook_option, jobs_option
from analysis.exporting.tablefiles import FORMATS, Format, write_tables

UNREADABLE_FILES = 3  # the exit status


def _list_failures(failures: pd.DataFrame) -> None:
    for failure in failures.itertuples():
        click.echo(f"{failure.file}：{failure.reason}", err=True)


@click.command(cls=Command, help="读取报告，写出各张数据表。")
@click.argument(
    "inputs",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar="INPUT…",
    help="文件、文件夹或 zip 压缩包，可以写多个。",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="数据表写到哪个文件夹，没有则新建。",
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="csv", help="文件格式；不写则为 csv。")
@codebook_option
@jobs_option
def tables(inputs: tuple[Path, ...], out: Path, form: Format, codebook: Path, jobs: int) -> None:
    """Writes the tables; names each file that could not be read and then ends with status 3."""
    made = build(inputs, codebook, jobs).tables
    write_tables(made, out, form)
    failures = made["failures"]
    _list_failures(failures)
    click.echo(f"{len(made['documents'])} 份报告，{len(made)} 张表，已写入 {out}")
    if (failures["kind"] != "duplicate").any():
        raise Exit(UNREADABLE_FILES)
