"""Every table that passes between the stages, declared once.

A table is a tuple of columns; a column says its kind, its Chinese label, and the table its ids point to. `frame`
makes a data frame of exactly the declared columns and kinds, so that a table with no rows has them too, and
`broken_references` finds ids that lead nowhere. Labels serve pages, exports and the data dictionary alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

Kind = Literal["text", "integer", "number", "boolean"]

# pandas' own nullable kinds: an empty cell stays empty and never turns into 0 or NaN-as-text.
DTYPES: Mapping[Kind, str] = {"text": "str", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `name` in files, `label` on screen, `references` the table whose key it holds."""

    name: str
    kind: Kind
    label: str
    references: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its first column is the key where `keyed`."""

    name: str
    label: str
    columns: tuple[Column, ...]
    keyed: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(column.name for column in self.columns)

    @property
    def labels(self) -> dict[str, str]:
        """Column name to Chinese label."""
        return {column.name: column.label for column in self.columns}


def _columns(kind: Kind, /, **labels: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind, label) for name, label in labels.items())


DOCUMENT = Column("document_id", "text", "报告编号", references="documents")
SENTENCE = Column("sentence_id", "text", "句编号", references="sentences")
ROLE = Column("role", "text", "部分")
SPAN = _columns("integer", start="起", end="止")
QUOTE = Column("quote", "text", "原文")

DOCUMENTS = Table(
    "documents",
    "报告",
    (
        Column("document_id", "text", "报告编号"),
        *_columns("text", file="文件", sha256="校验值", title="标题", unit="单位"),
        *_columns("boolean", unit_masked="单位名遮盖"),
        *_columns("text", addressee="主送"),
        *_columns("integer", year="年度"),
        *_columns("text", period_kind="报告期类型"),
        *_columns("integer", quarter="季度", characters="字数"),
        *_columns("boolean", has_problems="写了问题", has_plan="写了计划"),
        *_columns("text", text="全文", repairs="文本修复"),
    ),
    keyed=True,
)
SECTIONS = Table(
    "sections",
    "段落结构",
    (
        Column("section_id", "text", "节编号"),
        DOCUMENT,
        *_columns("integer", order="次序", level="层级"),
        *_columns("text", heading="标题", path="标题路径"),
        ROLE,
        *SPAN,
    ),
    keyed=True,
)
SENTENCES = Table(
    "sentences",
    "句子",
    (
        Column("sentence_id", "text", "句编号"),
        DOCUMENT,
        Column("section_id", "text", "节编号", references="sections"),
        *_columns("integer", order="次序"),
        ROLE,
        *SPAN,
        *_columns("text", text="句子"),
    ),
    keyed=True,
)
CODINGS = Table(
    "codings",
    "主题编码",
    (
        Column("coding_id", "text", "编码编号"),
        DOCUMENT,
        SENTENCE,
        *_columns("text", code_id="主题"),
        ROLE,
        *SPAN,
        QUOTE,
        *_columns("text", cue="线索词"),
        *_columns("boolean", claim_only="只表态"),
        *_columns("text", source="来源"),
    ),
    keyed=True,
)
PROBLEMS = Table(
    "problems",
    "自述问题",
    (
        Column("problem_id", "text", "问题编号"),
        DOCUMENT,
        *_columns("integer", order="次序"),
        *SPAN,
        QUOTE,
        *_columns("text", categories="问题类别", primary="主要类别"),
        *_columns("boolean", general="总括"),
        *_columns("text", cue="欠缺词"),
    ),
    keyed=True,
)
PLANS = Table(
    "plans",
    "计划措施",
    (
        Column("plan_id", "text", "计划编号"),
        DOCUMENT,
        *_columns("integer", order="次序"),
        *SPAN,
        QUOTE,
    ),
    keyed=True,
)
ANSWERS = Table(
    "answers",
    "计划回应问题",
    (
        Column("plan_id", "text", "计划编号", references="plans"),
        Column("problem_id", "text", "问题编号", references="problems"),
        *_columns("text", strength="回应程度", why="依据"),
    ),
)
QUANTITIES = Table(
    "quantities",
    "数量",
    (
        Column("quantity_id", "text", "数量编号"),
        DOCUMENT,
        SENTENCE,
        ROLE,
        *SPAN,
        QUOTE,
        *_columns("number", value="数值", value_high="数值上限"),
        *_columns("boolean", approximate="约数"),
        *_columns("text", status="状态", measure_word="量词", per="频率", indicator_id="指标", domain="党务或业务"),
        *_columns("text", relation="与前文关系", cue="线索词"),
        *_columns("integer", number_start="数字起", number_end="数字止"),
    ),
    keyed=True,
)
INDICATORS = Table(
    "indicators",
    "指标",
    (
        DOCUMENT,
        *_columns("text", indicator_id="指标", status="状态"),
        *_columns("number", value="数值"),
        *_columns("text", quantity_ids="数量编号"),
    ),
)
FEATURES = Table(
    "features",
    "主题特征",
    (
        DOCUMENT,
        *_columns("text", code_id="主题"),
        ROLE,
        *_columns("integer", codings="分句数", sentences="句数"),
        *_columns("number", share="占该部分句数比例", per_thousand="每千字分句数"),
        *_columns("boolean", claim_only="只表态", covered="提及"),
    ),
)
FAILURES = Table("failures", "未能读取的文件", _columns("text", file="文件", reason="原因", kind="类型"))

CONTRACT: tuple[Table, ...] = (
    DOCUMENTS,
    SECTIONS,
    SENTENCES,
    CODINGS,
    PROBLEMS,
    PLANS,
    ANSWERS,
    QUANTITIES,
    INDICATORS,
    FEATURES,
    FAILURES,
)

# What comparing hands to drawing, exporting and the pages.

# The label of a report ends in this where its period cannot be set beside those of the others.
MARK = "◆"
CODE_NAMES = _columns("text", code_id="主题编号", theme="主题", dimension="维度")
COUNTS = _columns("integer", codings="分句数")
RATE = _columns("number", per_thousand="每千字分句数")

LABELS = Table(
    "labels",
    "参加比较的报告",
    (
        DOCUMENT,
        *_columns("text", label="单位", period="报告期", period_kind="报告期类型"),
        *_columns("boolean", comparable="可比"),
        *_columns("text", note="可比性说明"),
    ),
)
AUDIT = Table(
    "audit",
    "操作记录",
    (
        *_columns("integer", number="序号"),
        *_columns(
            "text", at="时间（UTC）", actor="人员", action="操作", subject="对象", details="详情", digest="校验值"
        ),
    ),
)
CROSSTAB = Table(
    "crosstab",
    "单位与主题对照",
    (
        DOCUMENT,
        *_columns("text", label="单位"),
        *CODE_NAMES,
        *COUNTS,
        *RATE,
        # covered, claim_only (only said, nothing done), absent, no_part (the report has no such part)
        *_columns("text", state="状态"),
    ),
)
COVERAGE = Table(
    "coverage",
    "单位与维度覆盖",
    (
        DOCUMENT,
        *_columns("text", label="单位", dimension_id="维度编号", dimension="维度"),
        *_columns("integer", themes="主题数", covered="提及主题数", claim_only="只表态主题数"),
    ),
)
RANKING = Table(
    "ranking",
    "排序",
    (
        *_columns("text", item_id="编号", item="名称"),
        *_columns("number", value="数值"),
        *_columns("integer", claim_only="只表态数", total="总数"),
        *_columns("text", state="状态"),
    ),
)
FINDINGS = Table(
    "findings",
    "发现",
    (
        *_columns("text", finding_id="发现编号", page="页面"),
        *_columns("number", weight="分量"),
        *_columns("text", sentence="发现", basis="依据", document_ids="报告编号"),
    ),
    keyed=True,
)
FINDING_SPANS = Table(
    "finding_spans",
    "发现的依据",
    (Column("finding_id", "text", "发现编号", references="findings"), DOCUMENT, *SPAN),
)
SIDES = (
    Column("document_id_a", "text", "报告甲编号", references="documents"),
    *_columns("integer", start_a="甲起", end_a="甲止"),
    Column("document_id_b", "text", "报告乙编号", references="documents"),
    *_columns("integer", start_b="乙起", end_b="乙止"),
)
REUSE_PASSAGES = Table(
    "reuse_passages",
    "雷同段落",
    (
        *SIDES,
        *_columns("integer", characters="字数"),
        # exact, swapped (only numbers, dates, congresses, titles, names of units differ), edited
        *_columns("text", kind="类型"),
        *_columns("number", share="相同比例"),
        # units, period (the same unit's earlier report is a), inside
        *_columns("text", relation="关系"),
    ),
)
REUSE_PAIRS = Table(
    "reuse_pairs",
    "雷同的两份报告",
    (
        *_columns("text", pair_id="编号", document_id_a="报告甲编号", label_a="报告甲"),
        *_columns("text", document_id_b="报告乙编号", label_b="报告乙", relation="关系"),
        *_columns("integer", passages="段数", characters="雷同字数"),
        *_columns("number", share_a="占甲比例", share_b="占乙比例"),
        *_columns("integer", exact="一字不差", swapped="只换数字名称", edited="改动词句"),
    ),
)
REUSE_MATRIX = Table(
    "reuse_matrix",
    "雷同矩阵",
    (
        DOCUMENT,
        *_columns("text", label="报告", other_id="另一报告编号", other="另一报告"),
        *_columns("integer", passages="段数", characters="雷同字数"),
        *_columns("number", share="占本报告比例"),
        # found, none, self (a report beside itself)
        *_columns("text", state="状态"),
    ),
)
WORDS = Table(
    "words",
    "分词",
    (DOCUMENT, SENTENCE, ROLE, *_columns("text", word="词"), *SPAN),
)
KEYNESS = Table(
    "keyness",
    "特征词",
    (
        *_columns("text", word="词"),
        # occurrences, words and sentences of the report and of what it is compared with
        *_columns("integer", count="本报告次数", total="本报告词数", sentences="本报告句数"),
        *_columns("integer", other_count="对照次数", other_total="对照词数", other_documents="对照中用到的报告数"),
        *_columns("number", per_thousand="本报告每千词", other_per_thousand="对照每千词"),
        *_columns("number", g2="对数似然值G²", log_ratio="对数比", p="校正后p值"),
    ),
)
KEY_FIGURES = Table("key_figures", "要点数字", _columns("text", name="名称", value="数值", note="说明"))
SUGGESTIONS = Table("suggestions", "下步建议", _columns("text", suggestion="建议", basis="依据"))
EVIDENCE = Table(
    "evidence",
    "依据原文",
    (
        DOCUMENT,
        SENTENCE,
        *_columns("text", label="单位", file="文件", path="标题路径"),
        ROLE,
        *_columns("text", text="句子"),
        # the marked stretch, counted from the start of the sentence
        *_columns("integer", mark_start="标起", mark_end="标止"),
    ),
)
DUTY_STATES = Table(
    "duty_states",
    "职责清单",
    (
        DOCUMENT,
        *_columns("text", label="单位", duty_id="职责编号", duty="职责", part="应写在"),
        # concrete, claim_only (only said, nothing done), absent, no_part (the report has no such part)
        *_columns("text", state="状态"),
        *_columns("integer", codings="提及分句数", numbers="有关数量数"),
    ),
)
DUTY_SPANS = Table(
    "duty_spans",
    "职责的依据",
    (DOCUMENT, *_columns("text", duty_id="职责编号"), *SPAN),
)
QUALITY = Table(
    "quality",
    "写得实不实",
    (
        DOCUMENT,
        *_columns("text", label="单位", measure_id="测度编号", measure="测度"),
        *_columns("integer", counted="计数", total="总数"),
        *_columns("number", share="占比"),
        # told, or no_part where there is nothing to count (never 0)
        *_columns("text", state="状态"),
    ),
)
QUALITY_SPANS = Table(
    "quality_spans",
    "测度的依据",
    (DOCUMENT, *_columns("text", measure_id="测度编号"), *SPAN),
)
CHECKS = Table(
    "checks",
    "核查事项",
    (
        Column("check_id", "text", "事项编号"),
        DOCUMENT,
        *_columns("text", label="单位", kind="类型"),
        *_columns("number", weight="分量"),
        *_columns("text", finding="发现", why="依据", basis="原文是什么", state="处理"),
    ),
    keyed=True,
)
CHECK_SPANS = Table(
    "check_spans",
    "核查事项的依据",
    (Column("check_id", "text", "事项编号", references="checks"), DOCUMENT, *SPAN),
)
UNIT_PERIODS = Table(
    "unit_periods",
    "同一单位的各期报告",
    (
        *_columns("text", unit_id="单位编号", unit="单位", period_kind="报告期类型"),
        *_columns("integer", order="次序"),
        DOCUMENT,
        *_columns("text", label="报告", period="报告期"),
    ),
)
TREND = Table(
    "trend",
    "各期变化",
    (
        *_columns("text", item_id="编号", item="名称"),
        DOCUMENT,
        *_columns("text", period="报告期"),
        *_columns("number", value="数值"),
        # covered, claim_only, masked, conflict, absent, no_part (the report has no such part)
        *_columns("text", state="状态"),
        # new, vanished, up, down, same, or empty: this item's first report against its last
        *_columns("text", change="变化"),
    ),
)
TREND_SPANS = Table(
    "trend_spans",
    "各期变化的依据",
    (*_columns("text", item_id="编号"), DOCUMENT, *SPAN),
)
FOLLOW_UPS = Table(
    "follow_ups",
    "上期写的，本期怎么说",
    (
        Column("follow_up_id", "text", "编号"),
        *_columns("text", unit="单位", kind="类型", earlier_id="上期报告", later_id="本期报告"),
        *_columns("integer", start="起", end="止"),
        *_columns("text", quote="上期原文", state="状态", why="依据"),
    ),
    keyed=True,
)
FOLLOW_UP_SPANS = Table(
    "follow_up_spans",
    "本期的依据",
    (Column("follow_up_id", "text", "编号", references="follow_ups"), DOCUMENT, *SPAN),
)
PROBLEM_CARDS = Table(
    "problem_cards",
    "自述问题与回应",
    (
        Column("problem_id", "text", "问题编号", references="problems"),
        DOCUMENT,
        *_columns("text", label="单位"),
        *_columns("integer", number="序号"),
        *SPAN,
        QUOTE,
        *_columns("text", category_ids="问题类别编号", categories="问题类别", cue="欠缺词"),
        # only words that sum up what other problems of the report say
        *_columns("boolean", general="总括"),
        # words of comparing.problems.cards and .wording
        *_columns("text", response="有无回应", wording="写法", objects="具体写到的"),
    ),
)
PROBLEM_MATRIX = Table(
    "problem_matrix",
    "各单位自述问题条数",
    (
        DOCUMENT,
        *_columns("text", label="单位", group_id="分组编号", group="分组"),
        *_columns("integer", problems="问题条数", total="全部问题条数"),
        # covered, absent, no_part (no part on problems), no_plan (problems, but no plan that could answer)
        *_columns("text", state="状态"),
    ),
)
PROBLEM_LINKS = Table(
    "problem_links",
    "问题与计划对照",
    (
        DOCUMENT,
        *_columns("text", label="单位", problem_id="问题编号"),
        *_columns("integer", problem_number="问题序号"),
        *_columns("text", problem="问题原文", plan_id="计划编号"),
        *_columns("integer", plan_number="计划序号"),
        *_columns("text", plan="计划原文", strength="回应程度", why="依据"),
    ),
)
PASSAGES = Table(
    "passages",
    "对读",
    (
        *_columns("text", group_id="分组编号", group="分组"),
        DOCUMENT,
        SENTENCE,
        ROLE,
        *_columns("text", path="标题路径", text="句子", themes="主题"),
    ),
)
PASSAGE_MARKS = Table(
    "passage_marks",
    "对读的标记",
    (
        *_columns("text", group_id="分组编号"),
        SENTENCE,
        *_columns("text", mark="标记"),
        *_columns("integer", mark_start="标起", mark_end="标止"),
    ),
)
INDICATOR_CELLS = Table(
    "indicator_cells",
    "单位与指标对照",
    (
        DOCUMENT,
        *_columns("text", label="单位", indicator_id="指标编号", indicator="指标", dimension="维度"),
        # reported, frequency (only 每季度一次 and the like), conflict, masked, absent, no_part (no work part)
        *_columns("text", state="状态"),
        *_columns("number", value="数值", per_thousand="每千字"),
        *_columns("text", measure_word="量词", family="同类量词", told="写法"),
        *_columns("boolean", approximate="约数"),
        # masked numbers of the indicator, also where another one is written out; open: they belong to the sum
        *_columns("integer", masked="遮盖处数"),
        *_columns("boolean", open="只是部分"),
        *_columns("text", quantity_ids="数量编号"),
    ),
)
DISCLOSURE = Table(
    "disclosure",
    "披露率",
    (
        DOCUMENT,
        *_columns("text", label="单位"),
        *_columns("integer", reported="写明数", masked="遮盖数"),
        # reported / (reported + masked); empty where the report has no such number
        *_columns("number", share="披露率"),
    ),
)
NUMBERS = Table(
    "numbers",
    "数量与零表述",
    (
        Column("quantity_id", "text", "数量编号", references="quantities"),
        DOCUMENT,
        *_columns("text", label="单位", quote="原文", told="数值", measure_word="量词"),
        *_columns("text", part="部分", path="标题路径", sentence="句子"),
    ),
)

# What people decide about the machine's findings, and what comes of it.

ANCHOR = _columns("text", quote="原文", before="前文", after="后文")
OTHER_ANCHOR = _columns("text", other_quote="另一处原文", other_before="另一处前文", other_after="另一处后文")
DECISIONS = Table(
    "decisions",
    "人工决定",
    (
        # `by` whom, `at` what time (UTC, ISO 8601), on the report with this digest
        *_columns("text", decision_id="决定编号", by="决定人", at="时间", sha256="报告校验值"),
        # words of reviewing.decisions: what is done, to what kind of finding, which of it, and what it becomes
        *_columns("text", action="决定", layer="对象", subject="哪一项", value="改为"),
        *ANCHOR,
        *_columns("integer", start="原来起点"),
        *OTHER_ANCHOR,
        *_columns("integer", other_start="另一处原来起点"),
        # the ids of earlier decisions, joined by `;`, that this one undoes or settles
        *_columns("text", names="针对的决定", note="说明"),
    ),
    keyed=True,
)
UNPLACED = Table(
    "unplaced",
    "没有落到原文上的决定",
    (
        Column("decision_id", "text", "决定编号", references="decisions"),
        DOCUMENT,
        *_columns("text", by="决定人", told="决定"),
        QUOTE,
        # ambiguous, lost (the quotation), unfit (the place is there, but the decision cannot be carried out on it)
        *_columns("text", state="状态", why="原因"),
    ),
)
CONFLICTS = Table(
    "conflicts",
    "意见不一",
    (
        Column("conflict_id", "text", "编号"),
        DOCUMENT,
        *_columns("text", layer="对象", subject="哪一项"),
        *SPAN,
        QUOTE,
        # one or more people and what each of them says, and the ids of their decisions, joined by `;`
        *_columns("text", told="各人意见", decision_ids="决定编号"),
    ),
    keyed=True,
)
REVIEWED = Table(
    "reviewed",
    "人工看过的条目",
    (
        DOCUMENT,
        # a word of reviewing.decisions, the row's key in its own table (empty where it was taken out), its theme
        *_columns("text", layer="对象", item_id="条目编号", subject="哪一项"),
        ROLE,
        *SPAN,
        # confirmed, changed, added, rejected, disputed; and who made the row what it is: machine or human
        *_columns("text", state="状态", source="来源", decision_ids="决定编号"),
    ),
)
REVIEWED_CELLS = Table(
    "reviewed_cells",
    "复核进度",
    (
        DOCUMENT,
        *_columns("text", layer="对象", cell_id="格"),
        ROLE,
        # findings in the cell, those that people decided on, and whether that is all of them
        *_columns("integer", items="条目数", decided="已复核条目数"),
        *_columns("boolean", reviewed="已复核"),
    ),
)
CUE_RECORD = Table(
    "cue_record",
    "线索词的复核记录",
    (
        *_columns("text", code_id="主题编号", cue="线索词"),
        *_columns("integer", confirmed="确认次数", rejected="驳回次数"),
        *_columns("text", quotes="被驳回的原文"),
    ),
)
REVIEW_QUEUE = Table(
    "review_queue",
    "待复核",
    (
        DOCUMENT,
        *_columns("text", layer="对象", item_id="条目编号", subject="哪一项"),
        *SPAN,
        QUOTE,
        *_columns("number", uncertainty="没有把握的程度", consequence="影响", priority="先后"),
        *_columns("text", why="为什么先看"),
    ),
)
RATINGS = Table(
    "ratings",
    "各人的判断",
    (
        # what is judged (a word of reviewing.decisions), of which theme, category or indicator, and the single case
        *_columns("text", layer="对象", group_id="哪一项", case_id="判断单元"),
        *_columns("text", coder="编码人", value="判断"),
    ),
)
AGREEMENT = Table(
    "agreement",
    "一致程度",
    (
        # an empty group is all groups of the layer; an empty second coder: all people together
        *_columns("text", layer="对象", group_id="项目编号", group="项目", coder_a="甲方", coder_b="乙方"),
        # cases that both judged, on which they agree, and where each of them says yes (empty where there is no yes)
        *_columns("integer", cases="单元数", agreed="一致数", yes_a="甲方为是", yes_b="乙方为是"),
        *_columns("number", percent="一致率", kappa="κ", alpha="α"),
        *_columns("text", note="说明"),
    ),
)
DISAGREEMENTS = Table(
    "disagreements",
    "判断不同之处",
    (
        *_columns("text", layer="对象", group_id="项目编号", case_id="判断单元"),
        DOCUMENT,
        ROLE,
        # what each of the two says, as in RATINGS
        *_columns("text", value_a="甲方判断", value_b="乙方判断"),
    ),
)
CODEBOOK_CHANGES = Table(
    "codebook_changes",
    "编码手册改了什么",
    (
        # theme, category, indicator, dimension, or general (what belongs to no entry)
        *_columns("text", kind="类型", entry_id="编号", name="名称", field="项目"),
        # added, removed, changed; where a list changed: what is new in it and what is gone
        *_columns("text", change="变化", before="原来", after="现在", told="说明"),
    ),
)
PREVIEW = Table(
    "preview",
    "改动的影响",
    (
        DOCUMENT,
        *_columns("text", file="文件", layer="对象", code_id="编号", name="名称"),
        ROLE,
        *SPAN,
        QUOTE,
        # appears, vanishes, changes; the cues that say so, or the state before and after
        *_columns("text", change="变化", before="原来", after="现在", sentence="句子"),
    ),
)
CUE_PLACES = Table(
    "cue_places",
    "线索词出现的地方",
    (
        # which list of the entry the cue is in
        *_columns("text", field="项目", cue="线索词"),
        DOCUMENT,
        SENTENCE,
        *SPAN,
        # whether what stands there counts for the entry
        *_columns("boolean", counted="计入"),
    ),
)
CUE_COUNTS = Table(
    "cue_counts",
    "线索词出现的次数",
    (
        # as it is written, and in plain words where it is more than a word
        *_columns("text", field="项目", cue="线索词", told="意思"),
        *_columns("integer", sentences="出现几句", counted="计入几句"),
    ),
)
PREVIEW_COUNTS = Table(
    "preview_counts",
    "改动的影响：各项增减",
    (
        *_columns("text", layer="对象", code_id="编号", name="名称"),
        *_columns("integer", appears="新增", vanishes="消失", changes="改变", documents="涉及报告"),
    ),
)
CUE_SUGGESTIONS = Table(
    "cue_suggestions",
    "线索词建议",
    (
        *_columns("text", code_id="主题编号", name="主题"),
        # add (a new cue), exclude (a phrase for not_in), drop (a cue that was only rejected)
        *_columns("text", kind="建议", phrase="词语", cue="原线索词"),
        # clauses behind it; sentences of the loaded reports that hold the phrase, and those that have the theme already
        *_columns("integer", decisions="依据的分句", sentences="含有它的句子", coded="其中已是该主题"),
        *_columns("text", quotes="依据的原文", why="理由"),
    ),
)


def frame(table: Table, rows: Iterable[Mapping[str, Any]] | Iterable[Sequence[Any]]) -> pd.DataFrame:
    """A data frame of exactly the declared columns and kinds, one row for each mapping or sequence in `rows`."""
    made = pd.DataFrame(list(rows), columns=list(table.names))
    return made.astype({column.name: DTYPES[column.kind] for column in table.columns})


def records(data: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of `data`; an empty text is "" and any other empty cell is None."""
    names = [str(name) for name in data.columns]
    columns = [_cells(data[name]) for name in data.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _cells(column: pd.Series) -> list[Any]:
    empty = "" if isinstance(column.dtype, pd.StringDtype) else None
    return [empty if lacking else cell for cell, lacking in zip(column.tolist(), column.isna(), strict=True)]


def broken_references(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Names each `table.column` of the contract that holds an id its target lacks, and each key that repeats."""
    keyed = [table for table in CONTRACT if table.keyed]
    broken = [f"{t.name}.{t.columns[0].name}" for t in keyed if frames[t.name].iloc[:, 0].duplicated().any()]
    for table in CONTRACT:
        for column in table.columns:
            if column.references:
                known = frames[column.references].iloc[:, 0]
                if not frames[table.name][column.name].dropna().isin(known).all():
                    broken.append(f"{table.name}.{column.name}")
    return broken
