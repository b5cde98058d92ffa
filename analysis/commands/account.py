"""``account``: who may log in to a server."""

import sys
from collections.abc import Callable

import click

from analysis.commands.console import Command, Subgroup
from analysis.commands.desk import this_desk
from analysis.keeping.accounts import (
    Listed,
    account_name,
    accounts,
    add_account,
    disable_account,
    enable_account,
    set_password,
    set_role,
    set_units,
)
from analysis.keeping.desk import Desk
from analysis.keeping.rights import ROLES

CODES = {name: code for code, name in ROLES.items()}
NAME = click.argument("name", metavar="NAME", help="账号；用统一身份认证时为邮箱地址。")
ROLE = click.Choice(list(CODES))


@click.group(cls=Subgroup, help="服务器方式的账号：新增、列出、停用、启用、角色、可看的单位、密码。")
def account() -> None:
    """Holds the commands."""


@account.command("add", cls=Command, help="新增账号；密码在终端里输入，不写在命令里。")
@NAME
@click.option(
    "--role", type=ROLE, default=next(iter(CODES)), metavar="ROLE", help=f"{'、'.join(CODES)}；不写则为查看。"
)
@click.option("--unit", "units", multiple=True, metavar="UNIT", help="只能看这个单位，可写多次；不写即全部。")
@click.option("--oidc", is_flag=True, help="只用统一身份认证登录，不设密码。")
def add(name: str, role: str, units: tuple[str, ...], *, oidc: bool) -> None:
    """Makes an account."""
    password = None if oidc else _password()
    with this_desk() as desk:
        add_account(desk, name, CODES[role], units, password)
    click.echo(f"已新增账号 {account_name(name)}（{role}）。")


@account.command("list", cls=Command, help="列出账号：账号、角色、单位、状态，以制表符分隔。")
def list_() -> None:
    """Prints a line for each account."""
    with this_desk() as desk:
        for one in accounts(desk):
            state = "停用" if one.disabled else "可用"
            click.echo(f"{one.name}\t{ROLES[one.role]}\t{'、'.join(one.units) or '全部'}\t{state}")


@account.command("disable", cls=Command, help="停用账号，对方下一次点击起就不能再用。")
@NAME
def disable(name: str) -> None:
    """Shuts an account out."""
    _change(name, disable_account, "已停用账号")


@account.command("enable", cls=Command, help="启用账号，并解除输错密码的锁定。")
@NAME
def enable(name: str) -> None:
    """Lets an account in again."""
    _change(name, enable_account, "已启用账号")


@account.command("role", cls=Command, help="改角色。")
@NAME
@click.argument("role", type=ROLE, metavar="ROLE", help="、".join(CODES))
def role(name: str, role: str) -> None:
    """Gives an account another role."""
    _change(name, lambda desk, one: set_role(desk, one, CODES[role]), f"已改为“{role}”：")


@account.command("units", cls=Command, help="改可看的单位；一个都不写即全部。")
@NAME
@click.argument("units", nargs=-1, metavar="UNIT…", help="单位名录里的名称。")
def units(name: str, units: tuple[str, ...]) -> None:
    """Lets an account see some units alone."""
    _change(name, lambda desk, one: set_units(desk, one, units), f"可看的单位改为{'、'.join(units) or '全部'}：")


@account.command("password", cls=Command, help="重设密码；在终端里输入，不写在命令里。")
@NAME
def password(name: str) -> None:
    """Gives an account another password."""
    given = _password()
    _change(name, lambda desk, one: set_password(desk, one, given), "已重设密码：")


def _change(name: str, action: Callable[[Desk, Listed], None], done: str) -> None:
    own = account_name(name)
    with this_desk() as desk:
        found = next((one for one in accounts(desk) if one.name == own), None)
        if found is None:
            raise click.ClickException(f"没有账号 {own}。")
        action(desk, found)
    click.echo(f"{done} {own}")


def _password() -> str:
    """What is typed twice at a terminal, or the first line of what a script hands over."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first, second = (click.prompt(text, hide_input=True) for text in ("密码", "再输一次"))
    if first != second:
        raise click.ClickException("两次输入的密码不一样，没有改动。")
    return str(first)
