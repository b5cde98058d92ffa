"""The audit: its chain, what breaks it, and what people read of it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from onpaper import incoming, several
from people import all_entries
from sqlalchemy import text

from analysis.exporting.tablefiles import csv_in_words
from analysis.keeping.backup import backup, restore
from analysis.keeping.changes import add_reports, delete_reports
from analysis.keeping.engine import make_engine, parse_url
from analysis.keeping.log import Wanted, actors, entries, take_entries, verdict_words, verify_chain
from analysis.keeping.opening import open_desk
from analysis.keeping.reports import reports
from analysis.keeping.upgrading import upgrade
from analysis.tables.keeping import AUDIT

OLD = (
    "INSERT INTO audit (token, at, actor, action, subject, details)"
    " VALUES ('{0}', '2026-01-0{0}T', '本机', 'add', '1', '{{}}')"
)


def fill(desk):
    for number in range(6):
        desk.note("export", f"表{number}.csv", rows=number)


def tamper(desk, *commands):
    """Changes the audit as somebody could who has the database itself."""
    with desk.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            for change in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER audit_no_{change}"))
        else:
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
        for command in commands:
            connection.execute(text(command))


def test_a_chain_that_nobody_touched_is_whole(desk):
    assert verify_chain(desk) == verify_chain(desk)
    assert verdict_words(verify_chain(desk)) == "共 0 条，审计链完整。末条校验值：（无）"
    fill(desk)
    found = verify_chain(desk)
    assert (found.rows, found.broken) == (6, None)
    assert found.last == all_entries(desk)["digest"].iloc[0]
    add_reports(desk, [incoming(1)])
    assert verify_chain(desk).last != found.last


@pytest.mark.parametrize(
    ("command", "broken"),
    [
        ("UPDATE audit SET actor = '别人' WHERE subject = '表2.csv'", 3),
        ("UPDATE audit SET details = '{\"rows\": 9}' WHERE subject = '表2.csv'", 3),
        ("UPDATE audit SET at = '2020-01-01' WHERE subject = '表0.csv'", 1),
        ("DELETE FROM audit WHERE subject = '表2.csv'", 4),
        ("UPDATE audit SET digest = NULL WHERE subject = '表3.csv'", 4),
        ("UPDATE audit SET id = 99 WHERE subject = '表1.csv'", 3),
    ],
)
def test_tampering_is_found_at_the_first_row_that_does_not_fit(desk, command, broken):
    fill(desk)
    tamper(desk, command)
    found = verify_chain(desk)
    assert found.broken == broken
    assert f"第 {broken} 条" in verdict_words(found)


def test_a_row_put_in_between_is_found(desk):
    fill(desk)
    tamper(desk, "UPDATE audit SET id = id + 100 WHERE id > 3")
    with desk.engine.begin() as connection:
        connection.execute(text(OLD.format(4).replace("(token", "(id, token").replace("('4'", "(50, '4'")))
    assert verify_chain(desk).broken == 50


def test_rows_older_than_the_chain_are_its_start(tmp_path):
    where = f"sqlite:///{tmp_path / 'old.db'}"
    engine = make_engine(parse_url(where))
    upgrade(engine, "0001")
    with engine.begin() as connection:
        for number in (1, 2):
            connection.execute(text(OLD.format(number)))
    engine.dispose()
    desk = open_desk(where)
    assert verify_chain(desk).rows == 2
    fill(desk)
    assert (verify_chain(desk).rows, verify_chain(desk).broken) == (8, None)
    tamper(desk, "UPDATE audit SET subject = '9' WHERE id = 1")
    assert verify_chain(desk).broken == 3  # the first digest is of the older rows too
    desk.engine.dispose()


def test_many_who_write_at_once_make_one_chain(desk):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: desk.note("export", f"{number}"), range(40)))
    assert (verify_chain(desk).rows, verify_chain(desk).broken) == (40, None)


def test_a_restored_backup_goes_on_in_the_chain_of_the_desk(desk, tmp_path):
    add_reports(desk, several(2))
    backup(desk, tmp_path / "all.duizhao")
    for where in (f"sqlite:///{tmp_path / 'empty.db'}", f"sqlite:///{tmp_path / 'used.db'}"):
        other = open_desk(where)
        if "used" in where:
            fill(other)
        restore(other, tmp_path / "all.duizhao")
        found = verify_chain(other)
        assert found.broken is None
        assert set(all_entries(desk)["subject"]) <= set(all_entries(other)["subject"])
        other.engine.dispose()
    restore(desk, tmp_path / "all.duizhao")
    assert verify_chain(desk).broken is None


def test_the_audit_is_read_by_person_action_day_and_words(desk):
    kept = add_reports(desk, [incoming(1, name="甲局（一）100%.txt")])
    delete_reports(desk, reports(desk))
    desk.note("export", "表.csv")
    everything = entries(desk)
    assert list(everything["action"]) == ["下载或导出", "删除报告", "存入报告"]
    assert list(entries(desk, Wanted(actions=("delete",)))["action"]) == ["删除报告"]
    assert list(entries(desk, Wanted(words="（一）"))["action"]) == ["删除报告", "存入报告"]
    assert list(entries(desk, Wanted(words="100% 甲局"))["action"]) == ["删除报告", "存入报告"]
    assert entries(desk, Wanted(words="100_")).empty
    assert entries(desk, Wanted(actors=("别人",))).empty
    assert len(entries(desk, Wanted(actors=("本机",)))) == 3
    today = kept[0].uploaded_at[:10]
    assert len(entries(desk, Wanted(since=today, until=today))) == 3
    assert entries(desk, Wanted(since="2999-01-01")).empty
    assert entries(desk, Wanted(until="2000-01-01")).empty
    assert len(entries(desk, most=2)) == 2
    assert actors(desk) == ("本机",)


def test_an_export_of_the_audit_is_noted_in_it_and_holds_no_formula(desk):
    desk.note("export", "=1+1.csv")
    taken = take_entries(desk)
    assert list(taken["action"]) == ["导出操作记录", "下载或导出"]
    lines = csv_in_words(AUDIT, taken).decode("utf-8-sig").splitlines()
    assert not any(cell.strip('"').startswith("=") for line in lines for cell in line.split(","))
