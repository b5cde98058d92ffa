"""Versions of the codebook, in SQLite and in PostgreSQL."""

import threading

import pytest
from sqlalchemy import select, update

from analysis.codebookfiles import load_codebook, parse_codebook
from analysis.keeping.backup import backup, restore
from analysis.keeping.codebooks import built_in, in_force, load_version, restore_version, save_version, versions
from analysis.keeping.coded import manual_digest
from analysis.keeping.errors import ConflictError, DeskError
from analysis.keeping.opening import open_desk
from analysis.keeping.schema import Action, CodebookVersion
from analysis.lexicon.coding import load_lexicon
from analysis.report import Manual
from analysis.revising.edits import THEME, AddCue, SetValue


def edited(version, cue):
    return AddCue(THEME, "talks", "cues", cue).on(version.texts)


def save(desk, cue, base=None, reason="漏了这种说法"):
    base = base or load_version(desk, in_force(desk))
    return save_version(desk, base, edited(base, cue), reason=reason, changes=[f"增加{cue}"])


def cues(desk):
    book = parse_codebook(load_version(desk, in_force(desk)).texts)
    return next(theme.cues for theme in book.themes if theme.id == "talks")


def test_where_none_is_kept_the_built_in_one_is_in_force(desk):
    assert in_force(desk) == ""
    assert versions(desk) == ()
    assert parse_codebook(load_version(desk, "").texts) == load_codebook()


def test_the_newest_is_in_force_with_author_date_and_reason(desk):
    first = save(desk, "甲谈")
    second = save(desk, "乙谈", reason="再补一种")
    assert in_force(desk) == second.digest
    assert cues(desk)[-2:] == ("甲谈", "乙谈")
    assert [(one.by, one.reason) for one in versions(desk)] == [("本机", "再补一种"), ("本机", "漏了这种说法")]
    assert all(one.at.startswith("20") for one in versions(desk))
    assert load_version(desk, first.digest) == first
    assert (first.parent, second.parent) == (built_in().digest, first.digest)


def test_every_version_is_in_the_audit_with_what_changed(desk):
    version = save(desk, "甲谈")
    with desk.reading() as session:
        row = session.scalars(select(Action).order_by(Action.id.desc())).first()
    assert (row.action, row.actor, row.subject) == ("codebook", "本机", "漏了这种说法")
    assert row.details == {"digest": version.digest, "parent": built_in().digest, "changes": ["增加甲谈"]}


def test_of_two_who_edit_at_once_the_second_is_told_and_nothing_is_overwritten(desk):
    base = built_in()
    save(desk, "甲谈", base)
    with pytest.raises(ConflictError, match="本机刚保存了"):
        save(desk, "乙谈", base)
    later = load_version(desk, in_force(desk))
    save(desk, "乙谈", later)
    with pytest.raises(ConflictError):
        restore_version(desk, later, base)
    assert len(versions(desk)) == 2


def test_of_eight_who_save_at_the_same_moment_one_does(where):
    base, saved, told = built_in(), [], []
    texts = edited(base, "甲谈")

    def run():
        own = open_desk(where)
        try:
            saved.append(save_version(own, base, texts, reason="同时"))
        except ConflictError as error:
            told.append(error.reason)
        finally:
            own.engine.dispose()

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(saved), len(told)) == (1, 7)


def test_going_back_is_a_new_version(desk):
    first = save(desk, "甲谈")
    second = save(desk, "乙谈")
    back = restore_version(desk, second, first)
    assert (in_force(desk), dict(back.texts)) == (back.digest, dict(first.texts))
    assert back.reason == f"回到{first.at[:10]}的版本：漏了这种说法"
    again = restore_version(desk, back, built_in())
    assert again.reason == "回到随软件附带的手册"
    assert parse_codebook(load_version(desk, in_force(desk)).texts) == load_codebook()
    assert len(versions(desk)) == 4


def test_a_version_that_is_not_there_is_said(desk):
    with pytest.raises(DeskError, match="不存在"):
        load_version(desk, "0" * 64)


def test_versions_go_into_the_backup_and_come_back(desk, tmp_path):
    save(desk, "甲谈")
    kept = versions(desk)
    backup(desk, tmp_path / "all.duizhao")
    save(desk, "乙谈")
    restore(desk, tmp_path / "all.duizhao")
    assert versions(desk) == kept
    save(desk, "丙谈")
    assert cues(desk)[-2:] == ("甲谈", "丙谈")


def test_coding_is_kept_by_what_the_codebook_says():
    lexicon = load_lexicon()
    before = manual_digest(Manual(load_codebook(), lexicon))
    changed = SetValue(THEME, "talks", "rule", "只算面对面").on(built_in().texts)
    assert manual_digest(Manual(parse_codebook(changed), lexicon)) != before


def test_a_version_says_what_it_said_when_it_was_saved(desk):
    version = save(desk, "甲谈")
    with desk.writing() as session:
        session.execute(update(CodebookVersion).values(texts={**version.texts, "themes.yaml": "改过"}))
    with pytest.raises(DeskError, match="改动或损坏"):
        load_version(desk, version.digest)
