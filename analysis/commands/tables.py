"""``tables``: reports in, the tables of the contract out."""

from pathlib import Path

import click

from analysis.commands.console import Command
from analysis.commands.shared import build, codebook_option, end_with, inputs_argument, jobs_option, list_failures
from analysis.exporting.tablefiles import FORMATS, Format, write_tables


@click.command(cls=Command, help="读取报告，写出各张数据表。")
@inputs_argument
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
    list_failures(made["failures"])
    click.echo(f"{len(made['documents'])} 份报告，{len(made)} 张表，已写入 {out}")
    end_with(made["failures"])
