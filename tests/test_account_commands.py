"""account and audit on the command line."""

import sqlite3
from contextlib import closing

import pytest

PASSWORD = "correct horse battery staple"  # noqa: S105 - of nobody


def test_an_account_is_made_changed_and_shut_out(run):
    assert run("account", "add", "张三", "--role", "管理", typed=f"{PASSWORD}\n") == (
        0,
        "已新增账号 张三（管理）。\n",
        "",
    )
    assert run("account", "add", "Li@X.cn", "--unit", "甲局", "--unit", "乙局", "--oidc")[0] == 0
    assert run("account", "role", "li@x.cn", "复核")[0] == 0
    assert run("account", "list")[1].splitlines() == ["li@x.cn\t复核\t甲局、乙局\t可用", "张三\t管理\t全部\t可用"]
    assert run("account", "units", "li@x.cn")[1] == "可看的单位改为全部： li@x.cn\n"
    assert run("account", "password", "li@x.cn", typed=PASSWORD)[0] == 0
    assert run("account", "disable", "li@x.cn")[0] == 0
    assert "li@x.cn\t复核\t全部\t停用" in run("account", "list")[1]
    assert run("account", "enable", "li@x.cn")[0] == 0


@pytest.mark.parametrize(
    ("words", "typed", "status", "complaint"),
    [
        (("add", "张三"), "short\n", 1, "密码没有设定"),
        (("add", "张三"), "", 1, "密码没有设定"),
        (("add", "本机"), PASSWORD, 1, "账号名"),
        (("add", "张三", "--role", "领导"), PASSWORD, 2, "应为 查看 或 复核 或 管理"),
        (("disable", "没有这个人"), "", 1, "没有账号"),
        (("role", "张三", "无"), "", 2, "ROLE 的值不对"),
        (("add",), "", 2, "缺少 NAME"),
    ],
)
def test_what_cannot_be_is_said(run, words, typed, status, complaint):
    ended, said, complained = run("account", *words, typed=typed)
    assert (ended, said) == (status, "")
    assert complaint in complained
    assert run("account", "list") == (0, "", "")


def test_the_chain_is_verified_and_a_broken_row_named(run, own_desk, tmp_path):
    run("account", "add", "张三", "--role", "管理", typed=PASSWORD)
    run("account", "disable", "没有这个人")
    assert run("audit", "verify")[1].startswith("共 1 条，审计链完整。末条校验值：")
    assert run("audit", "export", tmp_path / "log.csv") == (0, f"2 条操作记录已写入 {tmp_path / 'log.csv'}\n", "")
    assert "新增账号" in (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    assert PASSWORD not in (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    with closing(sqlite3.connect(own_desk)) as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("UPDATE audit SET subject = '李四' WHERE id = 1")
        connection.commit()
    status, said, complained = run("audit", "verify")
    assert (status, said) == (1, "")
    assert "第 1 条" in complained


@pytest.mark.parametrize("words", [("account", "--help"), ("account", "add", "--help"), ("audit", "--help")])
def test_help_is_chinese(run, words):
    status, said, _ = run(*words)
    assert status == 0
    assert "用法：" in said
    assert "Options" not in said
