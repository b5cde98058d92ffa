"""How the figures of a meeting were counted, in sentences that can stand at its end."""

from collections.abc import Iterator

from analysis.basket import Origin, Report
from analysis.briefing.choice import Chosen
from analysis.comparing.base import part_name
from analysis.comparing.indicators.disclosure import FEW
from analysis.comparing.trends.units import same_units
from analysis.tables.comparing.shared import MARK

MOST_PERIODS = 4
METHOD = (
    "数字有三种状态：写明、遮盖（写了但以 ** 等隐去）、未提及。遮盖和未提及都不是 0，不参加求和与排序。",
    "主题按编码手册的线索词判断，以分句计，只数工作、问题、计划部分，引言、结语不计；“只表态”指只有态度和要求，没有写做了什么。",
    "问题一条是报告写到的一个问题，检查、巡察报告里是对被查单位指出的；概括下文的总括句不计。有无回应由计划中的措施与问题逐条对照得出。",
    f"披露率＝写明数／（写明数＋遮盖数），只数工作部分的党务数字；不足{FEW}个数字的只列个数，不比高低。",
    "雷同指两处文字成段相同，口号、文件名和多家都有的话不算；雷同只说明文字相同，不说明谁抄谁。",
    "以上由程序按词表和规则得出，供会前核对线索；作结论前请对照原文。",
)


def origin(choice: Chosen) -> Origin:
    """What the comparisons of `choice` were computed from."""
    source = f"来源：{len(choice.documents)}份报告（{periods_of(choice)}）"
    return Origin(source, tuple(_scope(choice)), tuple(_reports(choice)))


def periods_of(choice: Chosen) -> str:
    """The periods of the chosen reports, the first few of them where there are many."""
    periods = sorted(choice.labels["period"].unique())
    more = f"等{len(periods)}个报告期" if len(periods) > MOST_PERIODS else ""
    return "、".join(periods[:MOST_PERIODS]) + more


def _reports(choice: Chosen) -> Iterator[Report]:
    """All reports that are loaded: a sentence may name one that was not chosen."""
    documents = choice.tables["documents"]
    open_ = ~documents["unit_masked"].fillna(value=False)
    same = same_units(documents["unit"][open_].dropna())
    named = choice.all_labels.merge(documents[["document_id", "unit", "file"]], on="document_id")
    for label, period, file, unit in named[["label", "period", "file", "unit"]].itertuples(index=False, name=None):
        own = unit if isinstance(unit, str) else ""
        yield Report(label, period, file, own, same.get(own, ""))


def _scope(choice: Chosen) -> Iterator[str]:
    themes, total = len(choice.codes), len(choice.codebook.themes)
    manual = f"编码手册第{choice.codebook.version}版，{total}个主题中选了{themes}个"
    yield f"比较的是{len(choice.documents)}份报告；{manual}。"
    if themes < total:
        yield "只选部分主题时，问题、核查、雷同、趋势和披露率仍按全部主题。"
    if part := part_name(choice.roles):
        yield f"主题覆盖、对比和排序只数{part}；其余各项不按部分筛选。"
    failed = len(choice.tables["failures"])
    if failed:
        yield f"另有{failed}个文件未能读取或重复，没有计入。"
    odd = choice.labels[~choice.labels["comparable"]]
    if len(odd):
        yield f"{MARK} 标出{len(odd)}份报告期未写明或与多数不同的报告，数量不宜直接比较：{'、'.join(odd['label'])}。"
