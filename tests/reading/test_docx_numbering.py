import pytest
from wordfiles import abstract, by_hand, level, num, numbered, styled, text_paragraph

from analysis.reading.docx import read_docx

CHINESE = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)


def style(style_id, number_id, kind='w:type="paragraph"'):
    numbering = f'<w:pPr><w:numPr><w:numId w:val="{number_id}"/></w:numPr></w:pPr>'
    return f'<w:style {kind} w:styleId="{style_id}">{numbering}</w:style>'


def lines(body, numbering, styles=""):
    return read_docx(by_hand(body, numbering, styles))[0].replace(" ", "").split("\n")


def test_levels_count_and_a_higher_one_restarts_the_lower():
    body = "".join(
        [
            numbered("甲", 1),
            numbered("乙", 1, 1),
            numbered("丙", 1, 1),
            numbered("丁", 1),
            numbered("戊", 1, 1),
        ]
    )
    assert lines(body, CHINESE + num(1, 0)) == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"]


def test_two_lists_of_one_definition_count_on_together():
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 1)
    assert lines(body, CHINESE + num(1, 0) + num(2, 0)) == ["一、甲", "二、乙", "三、丙"]


def test_a_start_override_acts_on_the_first_use_only():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = numbered("甲", 1) + numbered("乙", 1) + numbered("丙", 2) + numbered("丁", 2)
    expected = ["一、甲", "二、乙", "一、丙", "二、丁"]
    assert lines(body, CHINESE + num(1, 0) + num(2, 0, override)) == expected


def test_an_override_may_replace_a_whole_level():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1）")}</w:lvlOverride>'
    assert lines(numbered("甲", 1), CHINESE + num(1, 0, override)) == ["1）甲"]


@pytest.mark.parametrize(("restart", "expected"), [("", "1.戊"), ('<w:lvlRestart w:val="0"/>', "2.戊")])
def test_a_level_may_be_told_never_to_restart(restart, expected):
    numbering = abstract(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", restart)) + num(1, 0)
    body = numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丁", 1) + numbered("戊", 1, 1)
    assert lines(body, numbering)[-1] == expected


def test_a_level_may_restart_behind_the_first_level_only():
    numbering = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    body = numbered("甲", 1) + "".join(numbered("乙", 1, depth) for depth in (1, 2, 1, 2))
    assert lines(body, numbering + num(1, 0)) == ["1.甲", "1.1乙", "1)乙", "1.2乙", "2)乙"]


@pytest.mark.parametrize(
    ("legal", "expected"), [("", "一.1乙"), ("<w:isLgl/>", "1.1乙"), ('<w:isLgl w:val="0"/>', "一.1乙")]
)
def test_legal_numbering_writes_every_level_in_decimal(legal, expected):
    numbering = abstract(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", legal))
    assert lines(numbered("甲", 1) + numbered("乙", 1, 1), numbering + num(1, 0))[-1] == expected


def test_a_number_comes_from_the_chain_of_styles():
    child = '<w:style w:type="paragraph" w:styleId="child"><w:basedOn w:val="base"/></w:style>'
    styles = style("base", 1) + child
    assert lines(styled("甲", "child"), CHINESE + num(1, 0), styles) == ["一、甲"]


def test_a_style_that_names_no_level_takes_the_one_that_names_it():
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="second"/>'),
    )
    body = numbered("甲", 1) + styled("乙", "second")
    assert lines(body, numbering + num(1, 0), style("second", 1)) == ["一、甲", "（一）乙"]


def test_a_default_style_numbers_paragraphs_without_one_and_zero_switches_it_off():
    styles = style("normal", 1, 'w:type="paragraph" w:default="1"')
    body = text_paragraph("甲") + numbered("乙", 0) + text_paragraph("丙")
    assert lines(body, CHINESE + num(1, 0), styles) == ["一、甲", "乙", "二、丙"]


def test_a_style_that_is_based_on_itself_does_no_harm():
    styles = '<w:style w:type="paragraph" w:styleId="ring"><w:basedOn w:val="ring"/></w:style>'
    assert lines(styled("甲", "ring"), CHINESE + num(1, 0), styles) == ["甲"]


def test_a_list_may_take_its_levels_from_a_style():
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="list"/></w:abstractNum>'
    numbering = CHINESE + linked + num(1, 0) + num(2, 5)
    assert lines(numbered("甲", 2), numbering, style("list", 1, 'w:type="numbering"')) == ["一、甲"]


def test_links_that_run_in_a_ring_give_no_number():
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="list"/></w:abstractNum>'
    assert lines(numbered("甲", 2), linked + num(2, 5), style("list", 2, 'w:type="numbering"')) == ["甲"]


def test_numbers_typed_by_hand_stay_as_they_are_however_wrong():
    body = text_paragraph("二、甲") + text_paragraph("二、乙")
    assert lines(body, CHINESE + num(1, 0)) == ["二、甲", "二、乙"]


def test_an_empty_paragraph_counts_but_shows_nothing():
    assert lines(numbered("", 1) + numbered("乙", 1), CHINESE + num(1, 0)) == ["", "二、乙"]


@pytest.mark.parametrize(("bullet", "expected"), [("—", "—甲"), ("\uf0b7", "甲"), ("l", "甲")])
def test_a_bullet_is_kept_only_where_it_is_a_sign_in_every_font(bullet, expected):
    assert lines(numbered("甲", 1), abstract(0, level(0, "bullet", bullet)) + num(1, 0)) == [expected]
