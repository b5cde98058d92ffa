"""How people and the machine judge the same cases."""

from analysis.tables.base import DOCUMENT, ROLE, Table, coded, columns, measured

LAYERS = {"coding": "主题", "problem": "问题类别", "quantity": "数量指标", "role": "所属部分"}

RATINGS = Table(
    "ratings",
    "各人的判断",
    (
        # what is judged (a word of reviewing.decisions), of which theme, category or indicator, and the single case
        *columns("text", layer="对象", group_id="哪一项", case_id="判断单元"),
        *columns("text", coder="编码人", value="判断"),
    ),
)
AGREEMENT = Table(
    "agreement",
    "一致程度",
    (
        # an empty group is all groups of the layer; an empty second coder: all people together
        *coded(LAYERS, layer="对象"),
        *columns("text", group_id="项目编号", group="项目", coder_a="甲方", coder_b="乙方"),
        # cases that both judged, on which they agree, and where each of them says yes (empty where there is no yes)
        *columns("integer", cases="单元数", agreed="一致数", yes_a="甲方为是", yes_b="乙方为是"),
        *measured("share", percent="一致率"),
        *measured("rounded", kappa="κ", alpha="α"),
        *columns("text", note="说明"),
    ),
)
DISAGREEMENTS = Table(
    "disagreements",
    "判断不同之处",
    (
        *columns("text", layer="对象", group_id="项目编号", case_id="判断单元"),
        DOCUMENT,
        ROLE,
        # what each of the two says, as in RATINGS
        *columns("text", value_a="甲方判断", value_b="乙方判断"),
    ),
)
