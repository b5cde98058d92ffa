import pytest

from analysis.codebookfiles import load_codebook
from analysis.duties import FILE, load_duties
from analysis.rulefile import RuleFileError

HEAD = 'version: "1"\nprovenance: 自拟\nduties:\n'
DUTY = "- {{id: {id}, name: 某项, definition: 某项职责, themes: [{theme}]}}\n"


@pytest.fixture(scope="module")
def manual():
    return load_codebook()


def write(folder, *duties):
    (folder / FILE).write_text(HEAD + "".join(DUTY.format(id=i, theme=theme) for i, theme in duties), "utf-8")


def test_the_duties_that_come_along_are_sound_and_name_the_parts(manual):
    duties = load_duties(manual)
    assert len(duties) >= 12
    assert {duty.part for duty in duties} == {"work", "problems", "plan"}
    assert all(duty.themes or duty.indicators or duty.part != "work" for duty in duties)


def test_own_duties_are_read_in_their_order(manual, tmp_path):
    write(tmp_path, ("talks_held", "talks"), ("study", "theory_study"))
    assert [duty.id for duty in load_duties(manual, tmp_path)] == ["talks_held", "study"]


def test_an_unknown_theme_is_named(manual, tmp_path):
    write(tmp_path, ("talks_held", "no_such_theme"))
    with pytest.raises(RuleFileError, match="no_such_theme"):
        load_duties(manual, tmp_path)


def test_an_id_that_repeats_is_named(manual, tmp_path):
    write(tmp_path, ("study", "talks"), ("study", "theory_study"))
    with pytest.raises(RuleFileError, match="编号重复：study"):
        load_duties(manual, tmp_path)


def test_a_part_that_does_not_exist_is_refused_with_its_line(manual, tmp_path):
    (tmp_path / FILE).write_text(HEAD + "- {id: study, name: 学习, definition: 学, part: intro}\n", "utf-8")
    with pytest.raises(RuleFileError, match=r"duties.yaml 第 4 行.*不在允许的取值之内"):
        load_duties(manual, tmp_path)
