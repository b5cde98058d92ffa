"""``audit``: whether the record of what everybody did is whole, and the record as a file."""

from pathlib import Path

import click
from click.exceptions import Exit

from analysis.commands.console import Command, Subgroup
from analysis.commands.desk import this_desk
from analysis.exporting.tablefiles import csv_in_words
from analysis.keeping.log import take_entries, verdict_words, verify_chain
from analysis.tables.keeping import AUDIT

BROKEN = 1  # the exit status


@click.group(cls=Subgroup, help="操作记录：校验审计链，导出。")
def audit() -> None:
    """Holds the commands."""


@audit.command("verify", cls=Command, help="逐条校验审计链，指出第一条对不上的记录。")
def verify() -> None:
    """Ends with status 1 where the chain is broken."""
    with this_desk() as desk:
        found = verify_chain(desk)
    if found.broken is not None:
        click.echo(verdict_words(found), err=True)
        raise Exit(BROKEN)
    click.echo(verdict_words(found))


@audit.command("export", cls=Command, help="把全部操作记录写成 CSV 文件。")
@click.argument("file", type=click.Path(dir_okay=False), metavar="FILE", help="写到哪个文件。")
def export(file: str) -> None:
    """Writes the file."""
    with this_desk() as desk:
        rows = take_entries(desk)
    Path(file).write_bytes(csv_in_words(AUDIT, rows))
    click.echo(f"{len(rows)} 条操作记录已写入 {file}")
