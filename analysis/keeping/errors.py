"""What can go wrong with the database, as sentences for the person in front of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

CONFLICT = "这一项刚被别人或另一个窗口改过，这次的改动没有保存：请刷新页面，看过新内容后再改。"
SAME = "已有内容相同或名称相同的一项，没有保存。"
FULL = "磁盘已满，这次的改动没有保存：请清理磁盘空间后重试。已存的内容不受影响。"
LOCKED = "数据库正被别的程序占用，这次的改动没有保存：请稍等片刻重试。"
DAMAGED = "数据库文件已损坏：现在只能查看，不能保存。请到“报告管理”下载还能读出的报告，或从备份恢复。"
READ_ONLY = "数据库文件不能写入，现在只能查看：请检查文件和文件夹的写入权限。"
GONE = "这一项已不存在，可能刚被别人删除：请刷新页面。"
UNREACHABLE = "连不上数据库，没有保存：请检查数据库是否在运行，地址和密码是否正确。"
OTHER = "数据库出错，这次的改动没有保存：请重试；仍出现时请联系维护人员。"
# What SQLite and PostgreSQL say; their drivers do not give a number for all of it.
SIGNS = (
    (("disk is full", "No space left"), FULL),
    (("is locked", "lock timeout"), LOCKED),
    (("malformed", "not a database", "disk I/O error", "invalid page"), DAMAGED),
    (("readonly", "read-only", "unable to open", "permission denied"), READ_ONLY),
    (("connection", "authentication", "does not exist"), UNREACHABLE),
)


class DeskError(Exception):
    """The desk cannot do what was asked; `reason` is a Chinese sentence that says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RefusedError(DeskError):
    """The person has no right to it; nothing was changed or shown."""


class ConflictError(DeskError):
    """Somebody else changed the same thing first; nothing was saved."""


@contextmanager
def explained() -> Iterator[None]:
    """Turns what the database raises into a `DeskError`."""
    try:
        yield
    except StaleDataError as error:
        raise ConflictError(CONFLICT) from error
    except IntegrityError as error:
        raise ConflictError(SAME) from error
    except DBAPIError as error:
        raise DeskError(_reason(str(error.orig))) from error


def _reason(said: str) -> str:
    return next((reason for signs, reason in SIGNS if any(sign in said for sign in signs)), OTHER)
