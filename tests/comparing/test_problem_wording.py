"""What of a problem can be looked at, and what any unit could write."""

import pytest

from analysis.comparing.problems.wording import concrete_objects
from analysis.lexicon.comparing import wording_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是还有4名党员没有按时参加活动", ("4名",)),
        ("2024年以来研究次数偏少", ("2024年",)),
        ("对《档案管理办法》执行不到位", ("《档案管理办法》",)),
        ("有干部说“这事不归我管”，担当不够", ("“这事不归我管”",)),
        ("对青石桥社区的指导不够", ("青石桥社区",)),
        ("个别同志上班迟到、玩手机", ("迟到", "玩手机")),
        ("科研经费管理不严", ("科研经费",)),
        ("（三）公务接待审批不严", ("公务接待", "审批")),
    ],
)
def test_what_can_be_looked_at_is_concrete(text, found):
    assert concrete_objects(text, wording_words()) == found


@pytest.mark.parametrize(
    "text",
    [
        "理论学习不够深入，学用结合不紧",
        "3.落实“一岗双责”的主动性不强",
        "（2）责任传导层层递减",
        "对干部8小时外的监督还有待加强",
        "部分社区重视不够",
        "对重点项目的监督力度不够",
        "“老好人”思想仍然存在",
        "二是四种形态运用不够，三会一课质量不高",
        "④担当精神不足",
        "对“十五五”开局认识不深，“推动高质量发展”办法不多",
        "个别支部书记觉得“天高皇帝远”",
        "对于如何通过项目加快工程进度思考不多",
    ],
)
def test_what_any_unit_could_write_is_a_stock_phrase(text):
    assert concrete_objects(text, wording_words()) == ()


def test_words_are_quoted_as_the_report_writes_them():
    assert concrete_objects("有３个问题没有整改，《办法（试行）》没有落实", wording_words()) == (
        "３个",
        "《办法（试行）》",
    )
