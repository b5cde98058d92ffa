"""Every page counts with the codebook in force: a new version shows at the next rerun, an unusable one is said."""

import pytest
from onscreen import dashboard
from sqlalchemy import update

from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.codebooks import built_in, in_force, load_version, restore_version, save_version
from analysis.keeping.opening import open_desk
from analysis.keeping.schema import CodebookVersion
from analysis.reading.base import Source
from analysis.reading.read import read
from analysis.revising.edits import THEME, AddCue, SetValue
from pages.parts.corpora import inputs

THEMES = "pages/compare/themes.py"
TEXT = "云岭县{}局2023年工作报告\n一、工作情况\n组织廉石分享会2场。\n二、存在的问题\n一是学习不够深入。\n".format
CUE = AddCue(THEME, "talks", "cues", "廉石分享会")
UPLOADED = [Source("甲.txt", TEXT("甲").encode())]


@pytest.fixture
def desk(own_desk):
    opened = open_desk(f"sqlite:///{own_desk}")
    yield opened
    opened.engine.dispose()


def save(desk, edit, **more):
    base = load_version(desk, in_force(desk))
    return save_version(desk, base, edit.on(base.texts) | more, reason="测试")


def talks(app):
    codings = app.session_state["view"].loaded.tables["codings"]
    return list(codings[codings["code_id"].eq("talks")]["quote"])


def test_uploads_samples_and_the_desk_are_coded_anew_at_the_next_rerun_and_as_before_after_going_back(desk):
    source = Source("乙.txt", TEXT("乙").encode())
    uploaded = dashboard(given=inputs(UPLOADED, ()))
    add_reports(desk, [Incoming(source, read(source))])
    kept = dashboard()
    assert talks(uploaded) == talks(kept) == []
    version = save(desk, CUE)
    assert talks(uploaded.run()) == talks(kept.run()) == ["组织廉石分享会2场"]
    restore_version(desk, version, built_in())
    assert talks(uploaded.run()) == talks(kept.run()) == []


def test_a_theme_that_is_switched_off_leaves_the_filters_and_the_charts(desk):
    app = dashboard(THEMES)
    app.multiselect(key="theme").set_value(["talks", "eight_rules"]).run()
    save(desk, SetValue(THEME, "talks", "disabled", value=True))
    app.run()
    assert not app.exception
    view = app.session_state["view"]
    assert "talks" not in {theme.id for theme in view.loaded.codebook.themes}
    assert view.choice.codes == ("eight_rules",)


def test_a_version_that_no_longer_loads_gives_the_built_in_one_with_a_banner_on_every_page(desk):
    save(desk, CUE, **{"problems.yaml": "categories: 1\n"})
    app = dashboard(given=inputs(UPLOADED, ()))
    assert not app.exception
    (error,) = app.error
    assert "本机于20" in error.value
    assert "随软件附带的手册" in error.value
    assert "problems" in error.value
    assert talks(app) == []
    assert len(app.switch_page(THEMES).run().error) == 1
    broken = load_version(desk, in_force(desk))
    restore_version(desk, broken, built_in())
    assert not app.run().error


def test_where_a_version_was_tampered_with_the_built_in_one_serves(desk):
    save(desk, CUE)
    with desk.writing() as session:
        session.execute(update(CodebookVersion).values(reason="另一个理由"))
    app = dashboard(given=inputs(UPLOADED, ()))
    assert "被改动或损坏" in app.error[0].value
    assert talks(app) == []
