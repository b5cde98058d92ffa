"""What the commands of the desk share."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.opening import address, open_desk

BACKUP = click.argument("file", type=click.Path(dir_okay=False), metavar="FILE", help="备份文件。")


@contextmanager
def this_desk() -> Iterator[Desk]:
    """The desk of this user, open for the block.

    Raises:
        ClickException: the desk cannot be opened, or does not do what the block asks; with the reason.
    """
    try:
        desk = open_desk(address())
        try:
            yield desk
        finally:
            desk.engine.dispose()
    except DeskError as error:
        raise click.ClickException(error.reason) from error
