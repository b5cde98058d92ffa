"""The audit as people read it: filtered, in words, exported; and its chain gone through."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Text, cast, or_, select

from analysis.keeping.chain import Verdict, verify
from analysis.keeping.desk import Desk
from analysis.keeping.rights import ACTIONS, EVENTS, ROLES
from analysis.keeping.schema import Action
from analysis.tables.base import frame
from analysis.tables.keeping import AUDIT

MOST = 2000
"""Rows that are shown; an export holds all."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: of whom, of which actions, from and until which day (ISO 8601, UTC), and with which words."""

    actors: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    words: str = ""


ALL = Wanted()


DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "action": "操作",
        "before": "原来",
        "by": "方式",
        "changes": "改动",
        "files": "文件",
        "ids": "编号",
        "removed": "移出",
        "role": "角色",
        "sha256": "文件校验值",
        "titles": "标题",
        "units": "单位",
        "until": "到",
    }
)
"""What the details of an action are called on screen."""


def verdict_words(found: Verdict) -> str:
    """What going through the chain gave, as a sentence."""
    if found.broken is None:
        return f"共 {found.rows} 条，审计链完整。末条校验值：{found.last or '（无）'}"
    return f"第 {found.broken} 条（{found.moment[:19]}）起对不上：这一条或它前面的内容被改动、删除或插入过。"


def action_words(action: str) -> str:
    """What an action or an event is called on screen."""
    return EVENTS[action] if action in EVENTS else ACTIONS[action].words if action in ACTIONS else action


def actors(desk: Desk) -> tuple[str, ...]:
    """Everybody who is in the audit.

    Raises:
        RefusedError: the person may not see it.
    """
    desk.permit("read_audit")
    with desk.reading() as session:
        return tuple(session.scalars(select(Action.actor).distinct().order_by(Action.actor)))


def entries(desk: Desk, wanted: Wanted = ALL, most: int | None = MOST) -> pd.DataFrame:
    """AUDIT: the rows that are wanted, the newest first.

    Raises:
        RefusedError: the person may not see them.
    """
    desk.permit("read_audit")
    return _entries(desk, wanted, most)


def take_entries(desk: Desk, wanted: Wanted = ALL) -> pd.DataFrame:
    """The same, all of them, for a person who takes them away, which is noted first.

    Raises:
        RefusedError: the person may not.
    """
    desk.note("export_audit")
    return _entries(desk, wanted, None)


def verify_chain(desk: Desk) -> Verdict:
    """Goes through the whole chain.

    Raises:
        RefusedError: the person may not.
    """
    desk.permit("verify_audit")
    with desk.reading() as session:
        return verify(session)


def _entries(desk: Desk, wanted: Wanted, most: int | None) -> pd.DataFrame:
    rows = select(Action).where(*_conditions(wanted)).order_by(Action.id.desc()).limit(most)
    with desk.reading() as session:
        return frame(AUDIT, [_told(row) for row in session.scalars(rows)])


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.actors:
        conditions.append(Action.actor.in_(wanted.actors))
    if wanted.actions:
        conditions.append(Action.action.in_(wanted.actions))
    if wanted.since:
        conditions.append(Action.at >= wanted.since)
    if wanted.until:
        conditions.append(Action.at < f"{wanted.until}T24")  # sorts behind every moment of that day
    for word in wanted.words.split():
        places = (Action.subject, cast(Action.details, Text))
        conditions.append(or_(*(place.contains(form, autoescape=True) for place in places for form in _written(word))))
    return conditions


def _written(word: str) -> tuple[str, str]:
    """A word as people write it, and as JSON may hold it."""
    return word, json.dumps(word)[1:-1]


def _told(row: Action) -> tuple[Any, ...]:
    details = "；".join(_detail(name, value) for name, value in row.details.items() if value not in ("", [], None))
    moment = datetime.fromisoformat(row.at)
    return row.id, f"{moment:%Y-%m-%d %H:%M:%S}", row.actor, action_words(row.action), row.subject, details, row.digest


def _detail(name: str, value: object) -> str:
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{DETAILS.get(name, name)}：{action_words(text) if name == 'action' else ROLES.get(text, text)}"
