"""``backup``: the whole desk as one file."""

from pathlib import Path

import click

from analysis.commands.console import Command
from analysis.commands.desk import BACKUP, this_desk
from analysis.keeping.backup import backup as write_backup


@click.command(cls=Command, help="把整个报告库备份为一个文件；已有的文件会被替换。")
@BACKUP
def backup(file: str) -> None:
    """Writes the file, whole or not at all."""
    with this_desk() as desk:
        write_backup(desk, Path(file))
    click.echo(f"已备份到 {file}")
