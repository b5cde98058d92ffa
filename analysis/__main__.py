"""The command line: ``python -m analysis`` or ``duizhao``.

The exit status is 0 where all went well, 1 where a file or the desk cannot be written, 2 where the command line or the
codebook is wrong, and 3 where some of the files could not be read.
"""

import sys

import click

from analysis.commands.console import Group, explain, forgiving_streams
from analysis.rulefile import RuleFileError

FAILED, WRONG_USE = 1, 2
COMMANDS = ("tables", "export", "add", "list", "backup", "restore", "account", "audit", "evaluate")
MOST_LINES = 10  # of a complaint about a codebook


@click.group(
    cls=Group,
    modules=COMMANDS,
    help="对照：把各单位的报告变成可以对照的数据表。",
)
def cli() -> None:
    """Holds the commands."""


def _first_lines(message: str) -> str:
    lines = message.splitlines()
    rest = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([f"……另有 {rest} 处。"] if rest > 0 else [])])


def _run() -> int:
    try:
        return cli.main(prog_name="duizhao", standalone_mode=False) or 0
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        return error.exit_code
    except RuleFileError as error:
        click.echo(_first_lines(str(error)), err=True)
        return WRONG_USE
    except click.Abort:
        click.echo("已中断。", err=True)
    except OSError as error:
        click.echo(f"无法写入 {error.filename}：请关闭正在使用它的程序，检查写入权限和磁盘空间。", err=True)
    return FAILED


def main() -> None:
    """Runs one command and ends the program with its status."""
    forgiving_streams()
    sys.exit(_run())


if __name__ == "__main__":
    main()
