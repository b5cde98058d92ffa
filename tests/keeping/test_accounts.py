"""Accounts and logging in: names, passwords, lock-out, and that nobody learns which names there are."""

from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter

import pytest
from people import PASSWORD, account, as_holder, listed, said
from sqlalchemy import select, update

from analysis.keeping import login as module
from analysis.keeping.accounts import (
    account_name,
    accounts,
    add_account,
    any_account,
    disable_account,
    enable_account,
    set_password,
    set_role,
    set_units,
)
from analysis.keeping.backup import backup, restore
from analysis.keeping.errors import ConflictError, DeskError, RefusedError
from analysis.keeping.login import TRIES, WRONG, holder, login, logout, vouched
from analysis.keeping.opening import open_desk
from analysis.keeping.passwords import fits, hashed, renewed
from analysis.keeping.rights import MANAGER, NOBODY, REVIEWER, VIEWER
from analysis.keeping.schema import Account

OTHER = "staple battery horse correct"


def refused(desk, name, password):
    with pytest.raises(RefusedError) as error:
        login(desk, name, password)
    return error.value.reason


def row(desk, name):
    with desk.reading() as session:
        return session.scalar(select(Account).where(Account.name == name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [(" Zhang.San@X.CN ", "zhang.san@x.cn"), ("ＬＩ", "li"), ("王五", "王五")],
)
def test_a_name_is_one_however_it_is_typed(desk, typed, name):
    add_account(desk, typed, VIEWER, (), PASSWORD)
    assert [one.name for one in accounts(desk)] == [name] == [account_name(typed)]
    assert holder(desk, login(desk, typed, PASSWORD)).name == name
    with pytest.raises(DeskError, match="同名"):
        add_account(desk, name, VIEWER, (), PASSWORD)


@pytest.mark.parametrize("name", ["", "  ", "本机", "长" * 61, "甲\n乙", "甲\u202e乙"])
def test_what_is_no_name_makes_no_account(desk, name):
    with pytest.raises(DeskError, match="账号名"):
        add_account(desk, name, VIEWER, (), PASSWORD)
    assert not any_account(desk)


@pytest.mark.parametrize("password", ["", "short", "x" * 201, "王五-and-more"])
def test_a_weak_password_makes_no_account(desk, password):
    with pytest.raises(DeskError, match="密码"):
        add_account(desk, "王五", VIEWER, (), password)
    assert accounts(desk) == ()


def test_a_role_that_sees_all_is_not_bound_to_units(desk):
    with pytest.raises(DeskError, match="全部单位"):
        add_account(desk, "王五", MANAGER, ["甲局"], PASSWORD)
    with pytest.raises(DeskError, match="角色"):
        add_account(desk, "王五", "chief", (), PASSWORD)
    account(desk, "王五", REVIEWER, ["甲局", " 甲局 ", ""])
    assert listed(desk, "王五").units == ("甲局",)
    with pytest.raises(DeskError, match="全部单位"):
        set_role(desk, listed(desk, "王五"), MANAGER)


def test_the_last_manager_stays(desk):
    account(desk, "王五", MANAGER)
    account(desk, "赵六", MANAGER)
    disable_account(desk, listed(desk, "赵六"))
    for change in (lambda one: disable_account(desk, one), lambda one: set_role(desk, one, VIEWER)):
        with pytest.raises(DeskError, match="最后一个"):
            change(listed(desk, "王五"))
    assert not listed(desk, "王五").disabled


def test_of_two_who_change_the_same_account_the_second_is_told(desk):
    account(desk, "王五")
    seen = listed(desk, "王五")
    set_units(desk, seen, ["甲局"])
    with pytest.raises(ConflictError):
        set_role(desk, seen, REVIEWER)


def test_a_password_is_kept_as_a_salted_argon2_hash_alone(desk):
    account(desk, "王五")
    account(desk, "赵六")
    one, other = row(desk, "王五").password, row(desk, "赵六").password
    assert one.startswith("$argon2id$")
    assert one != other
    assert PASSWORD not in one
    assert (fits(PASSWORD, one), fits(OTHER, one), fits(PASSWORD, "junk"), fits(PASSWORD, None)) == (True, *[False] * 3)
    assert renewed(PASSWORD, one) == one
    old = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$"
    assert not fits(PASSWORD, old)
    assert hashed(PASSWORD, "王五") != one


def test_whoever_logs_in_is_who_the_account_is_now(desk):
    account(desk, "王五", REVIEWER, ["甲局"])
    person = as_holder(desk, "王五").person
    assert (person.name, person.role, person.units) == ("王五", REVIEWER, ("甲局",))
    ticket = login(desk, "王五", PASSWORD)
    set_units(desk, listed(desk, "王五"), [])
    set_role(desk, listed(desk, "王五"), MANAGER)
    assert (holder(desk, ticket).role, holder(desk, ticket).units) == (MANAGER, ())


def test_a_ticket_ends_with_the_account_and_with_its_password(desk):
    account(desk, "王五")
    ticket = login(desk, "王五", PASSWORD)
    set_password(desk, listed(desk, "王五"), OTHER)
    assert holder(desk, ticket) is None
    assert refused(desk, "王五", PASSWORD) == WRONG
    ticket = login(desk, "王五", OTHER)
    disable_account(desk, listed(desk, "王五"))
    assert holder(desk, ticket) is None
    assert refused(desk, "王五", OTHER) == WRONG
    enable_account(desk, listed(desk, "王五"))
    assert holder(desk, ticket).name == "王五"


def test_five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour(desk, monkeypatch):
    account(desk, "王五")
    for _ in range(TRIES - 1):
        assert refused(desk, "王五", OTHER) == WRONG
    login(desk, "王五", PASSWORD)  # a right one in between: counting begins anew
    for _ in range(TRIES):
        assert refused(desk, "王五", OTHER) == WRONG
    assert refused(desk, "王五", PASSWORD) == WRONG
    until = datetime.fromisoformat(row(desk, "王五").locked_until) - datetime.now(UTC)
    assert timedelta(minutes=14) < until <= timedelta(minutes=15)
    assert said(desk, "locked") == [("王五", "")]
    assert len(said(desk, "login_failed")) == 2 * TRIES
    later = (datetime.now(UTC) + timedelta(minutes=15, seconds=1)).isoformat(timespec="milliseconds")
    monkeypatch.setattr(module, "now", lambda: later)
    assert login(desk, "王五", PASSWORD)


def test_a_lock_is_lifted_by_a_manager_and_does_not_end_who_is_in(desk):
    account(desk, "王五")
    ticket = login(desk, "王五", PASSWORD)
    for _ in range(TRIES):
        refused(desk, "王五", OTHER)
    assert holder(desk, ticket)
    enable_account(desk, listed(desk, "王五"))
    assert login(desk, "王五", PASSWORD)


def test_an_unknown_name_gets_the_same_answer_and_as_much_work(desk, monkeypatch):
    account(desk, "王五")
    add_account(desk, "只用统一认证", VIEWER)
    hashes = []
    real = module.fits
    monkeypatch.setattr(module, "fits", lambda *given: hashes.append(given) or real(*given))
    for name in ("王五", "没有这个人", "只用统一认证", ""):
        assert refused(desk, name, OTHER) == WRONG
    assert len(hashes) == 4
    stored = row(desk, "王五").password

    def took(kept):
        start = perf_counter()
        fits(OTHER, kept)
        return perf_counter() - start

    known, unknown = (median(took(kept) for _ in range(9)) for kept in (stored, None))
    assert 0.4 < known / unknown < 2.5
    assert [actor for actor, _ in said(desk, "login_failed")] == ["王五", "没有这个人", "只用统一认证", ""]


def test_an_identity_provider_vouches_for_accounts_alone(desk):
    add_account(desk, "Li@x.cn", REVIEWER)
    add_account(desk, "sub-42", VIEWER)
    assert holder(desk, vouched(desk, ["LI@x.cn", "sub-42"])).name == "li@x.cn"
    assert holder(desk, vouched(desk, ["other@x.cn", "sub-42"])).name == "sub-42"
    for names in (["other@x.cn"], []):
        with pytest.raises(RefusedError, match="没有可用的账号"):
            vouched(desk, names)
    account(desk, "留任", MANAGER)
    disable_account(desk, listed(desk, "li@x.cn"))
    with pytest.raises(RefusedError):
        vouched(desk, ["li@x.cn"])
    assert said(desk, "no_account") == [("other@x.cn", ""), ("", ""), ("li@x.cn", "")]


def test_logins_and_logouts_are_in_the_audit_and_leave_what_is_compared(desk):
    add_account(desk, "王五", VIEWER, (), PASSWORD)
    before = desk.state
    own = as_holder(desk, "王五")
    refused(desk, "王五", OTHER)
    logout(own)
    assert [said(desk, one) for one in ("login", "login_failed", "logout")] == [[("王五", "")]] * 3
    assert desk.state == before


def test_an_old_backup_brings_nobody_back_but_an_empty_desk_takes_its_accounts(desk, tmp_path):
    account(desk, "王五", MANAGER)
    account(desk, "赵六", MANAGER)
    backup(desk, tmp_path / "all.duizhao")
    disable_account(desk, listed(desk, "赵六"))
    restore(desk, tmp_path / "all.duizhao")
    assert listed(desk, "赵六").disabled
    other = open_desk(f"sqlite:///{tmp_path / 'other.db'}")
    restore(other, tmp_path / "all.duizhao")
    assert [one.name for one in accounts(other)] == ["王五", "赵六"]
    assert login(other, "赵六", PASSWORD)
    other.engine.dispose()


def test_who_has_not_logged_in_is_nobody(desk):
    assert not any(NOBODY.may(action) for action in ("export", "add", "backup"))
    account(desk, "王五")
    with desk.writing() as session:
        session.execute(update(Account).values(role="unknown"))
    with pytest.raises(RefusedError):
        as_holder(desk, "王五").permit("backup")
