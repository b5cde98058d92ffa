"""``restore``: the whole desk from a backup."""

from pathlib import Path

import click

from analysis.commands.console import Command
from analysis.commands.desk import BACKUP, this_desk
from analysis.keeping.backup import restore as take_back
from analysis.keeping.errors import DAMAGED
from analysis.keeping.salvage import rebuild


@click.command(cls=Command, help="从备份恢复整个报告库；现在的内容先另存一份。")
@BACKUP
def restore(file: str) -> None:
    """Makes the desk what it was when the file was written; a damaged one is put aside and made anew."""
    with this_desk() as desk:
        count = (rebuild if desk.trouble == DAMAGED else take_back)(desk, Path(file))
    click.echo(f"已从 {file} 恢复，共 {count} 份报告。")
