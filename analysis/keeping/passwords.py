"""Passwords: hashed by argon2id, checked in the same time whoever asks."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from analysis.keeping.errors import DeskError

SHORTEST, LONGEST = 10, 200
WEAK = f"密码没有设定：应有{SHORTEST}到{LONGEST}个字符，且不能含有账号名。"
# OWASP Password Storage Cheat Sheet, argon2id: 19 MiB a try, so that many at once do not fill the memory.
HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hashed(password: str, name: str) -> str:
    """What is kept of the password of the account `name`.

    Raises:
        DeskError: it is too short, too long, or holds the name.
    """
    if not SHORTEST <= len(password) <= LONGEST or name in password.casefold():
        raise DeskError(WEAK)
    return HASHER.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether `password` is the one that `kept` was made of; takes as long where nothing is kept."""
    given = password[:LONGEST]
    if kept is None:
        HASHER.hash(given)
        return False
    try:
        return HASHER.verify(kept, given)
    except (VerificationError, InvalidHashError):
        return False


def renewed(password: str, kept: str) -> str:
    """`kept`, or the hash that newer settings give."""
    return HASHER.hash(password) if HASHER.check_needs_rehash(kept) else kept
