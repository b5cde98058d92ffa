"""Makes click speak Chinese, and keeps odd characters from ending a program in a Windows console.

Click takes its own words from gettext, which finds a language by environment variables that Windows does not
set; so the few words that a user can meet are replaced here.
"""

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

WORDS = {
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 …",
    "[required]": "（必填）",
    "[x>=1]": "",
    "Show this message and exit.": "显示本说明。",
}


class Formatter(click.HelpFormatter):
    """Help in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Writes the usage line."""
        super().write_usage(prog, _chinese(args), prefix or "用法： ")

    def write_heading(self, heading: str) -> None:
        """Writes the heading of a part."""
        super().write_heading(_chinese(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Writes a list of names and what they mean."""
        super().write_dl([(name, _chinese(meaning)) for name, meaning in rows], col_max, col_spacing)


def _chinese(text: str) -> str:
    for word, chinese in WORDS.items():
        text = text.replace(word, chinese)
    return text


class Context(click.Context):
    """The context that uses `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is Chinese."""

    context_class = Context


class Group(click.Group):
    """A group of such commands, each loaded when it is called: what one of them needs slows down no other.

    A command stands under its own name in the module of that name in `analysis.commands`.
    """

    context_class = Context
    command_class = Command

    def __init__(self, *, modules: Sequence[str], **more: Any) -> None:  # noqa: ANN401 - click's own options
        super().__init__(**more)
        self.modules = tuple(modules)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of this name, if there is one."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = getattr(import_module(f"analysis.commands.{cmd_name}"), cmd_name)
        return command


class Subgroup(click.Group):
    """A group within the group, whose commands stand in its own module."""

    context_class = Context


def _wanted(kind: click.ParamType[Any]) -> str:
    """What a value of this kind must be."""
    match kind:
        case click.Choice():
            return f"应为 {' 或 '.join(str(choice) for choice in kind.choices)}"
        case click.IntRange():
            return f"应为不小于 {kind.min} 的整数"
        case click.Path(file_okay=False):
            return "应为已有的文件夹" if kind.exists else "应为文件夹"
    return "请检查写法"


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(Context(Command("")))


def explain(error: click.ClickException) -> str:
    """What is wrong with the command line, as a Chinese sentence."""
    match error:
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"缺少 {_name(parameter)}。"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{_name(parameter)} 的值不对：{_wanted(parameter.type)}。"
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}。"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 的用法不对，可能缺少后面的值。"
        case click.NoSuchCommand():
            return f"没有命令 {error.command_name}。"
    return error.format_message()


def forgiving_streams() -> None:
    """Lets standard output and error write ``?`` for a sign that the console's encoding (GBK) lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
