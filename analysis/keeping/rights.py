"""Who may do what: the roles, every action with the least role that may do it, and the person who acts.

This is the one place where a right is given. `Desk.acting` and `Desk.permit` ask it, pages ask it to grey out what will
be refused, and the tests of rights are made of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

VIEWER, REVIEWER, MANAGER = "viewer", "reviewer", "manager"
ROLES: Mapping[str, str] = MappingProxyType({VIEWER: "查看", REVIEWER: "复核", MANAGER: "管理"})
"""The roles from the least to the highest; each may do what those before it may."""


@dataclass(frozen=True, slots=True)
class Right:
    """The least role that may do something, what it is called on screen, and whether it changes what is compared."""

    least: str
    words: str
    changes: bool = True


ACTIONS: Mapping[str, Right] = MappingProxyType(
    {
        "export": Right(VIEWER, "下载或导出", changes=False),
        "original": Right(VIEWER, "下载原件", changes=False),
        "add": Right(REVIEWER, "存入报告"),
        "correct": Right(REVIEWER, "更正报告"),
        "replace": Right(REVIEWER, "替换报告"),
        "delete": Right(REVIEWER, "删除报告"),
        "bring_back": Right(REVIEWER, "恢复删除的报告"),
        "read_again": Right(REVIEWER, "重新读取报告"),
        "decide": Right(REVIEWER, "作复核决定"),
        "start_blind": Right(REVIEWER, "开始背靠背编码"),
        "end_blind": Right(REVIEWER, "结束背靠背编码"),
        "save_view": Right(REVIEWER, "保存视图"),
        "delete_view": Right(REVIEWER, "删除视图"),
        "save_basket": Right(REVIEWER, "保存会议材料"),
        "delete_basket": Right(REVIEWER, "删除会议材料"),
        "codebook": Right(MANAGER, "修改编码手册"),
        "roster": Right(MANAGER, "修改单位名录"),
        "empty_bin": Right(MANAGER, "彻底删除报告"),
        "backup": Right(MANAGER, "备份报告库", changes=False),
        "restore": Right(MANAGER, "恢复备份"),
        "read_accounts": Right(MANAGER, "查看账号", changes=False),
        "add_account": Right(MANAGER, "新增账号", changes=False),
        "set_role": Right(MANAGER, "修改角色", changes=False),
        "set_units": Right(MANAGER, "修改可看的单位", changes=False),
        "disable_account": Right(MANAGER, "停用账号", changes=False),
        "enable_account": Right(MANAGER, "启用账号", changes=False),
        "set_password": Right(MANAGER, "重设密码", changes=False),
        "read_audit": Right(MANAGER, "查看操作记录", changes=False),
        "export_audit": Right(MANAGER, "导出操作记录", changes=False),
        "verify_audit": Right(MANAGER, "校验审计链", changes=False),
    }
)
EVENTS: Mapping[str, str] = MappingProxyType(
    {
        "login": "登录",
        "logout": "退出",
        "login_failed": "登录失败",
        "locked": "锁定账号",
        "no_account": "没有账号的登录",
        "refused": "越权被拒",
    }
)
"""What the audit holds besides actions."""
QUIET = frozenset(EVENTS) | {name for name, right in ACTIONS.items() if not right.changes}
"""What leaves the reports, and all that is compared, as they were."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts: without `units` for all units, else for these alone; `account` is None where nobody has to log in."""

    name: str
    role: str
    units: tuple[str, ...] = ()
    account: int | None = None

    def may(self, action: str) -> bool:
        """Whether the role reaches what ACTIONS ask for `action`."""
        ranks = list(ROLES)
        return self.role in ROLES and ranks.index(self.role) >= ranks.index(ACTIONS[action].least)


HERE = Person("本机", MANAGER)
"""Whoever sits at a machine of their own, or types a command on the server."""
NOBODY = Person("", "")
"""Who has not logged in yet."""


def refusal(person: Person, action: str) -> str:
    """Why `person` may not do `action`, and what to do."""
    right = ACTIONS[action]
    needed, own = ROLES[right.least], ROLES.get(person.role, "无")
    return f"没有权限：{right.words}要“{needed}”角色，您的角色是“{own}”。请联系管理员。"
