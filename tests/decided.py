"""A small report of a fictional unit, coded by the machine, and short ways to decide on it."""

from functools import cache

from analysis.codebookfiles import load_codebook
from analysis.corpus import build_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading.base import Source
from analysis.report import Manual
from analysis.reviewing.anchors import WHOLE, anchor
from analysis.reviewing.decisions import Action, Decision, Layer

TEXT = (
    "云岭县水务局2023年党风廉政建设工作报告\n"
    "现将有关情况报告如下。\n"
    "一、主要做法\n"
    "开展警示教育3次，组织干部旁听庭审。\n"
    "认真落实一岗双责，层层传导压力。\n"
    "全年谈心谈话**人次，开展监督检查5次。\n"
    "二、存在问题\n"
    "一是理论学习不够深入。\n"
    "二是监督检查方式单一。\n"
    "三、下步打算\n"
    "一是丰富理论学习形式，每月组织集中学习。\n"
    "二是改进监督检查方式，多用明察暗访。\n"
)
OTHER = TEXT.replace("水务局", "林业局").replace("3次", "4次")


@cache
def manual():
    """The product's own codebook and word lists."""
    return Manual(load_codebook(), load_lexicon())


@cache
def corpus():
    """The report and one like it."""
    sources = [Source("水务局.txt", TEXT.encode()), Source("林业局.txt", OTHER.encode())]
    return build_corpus(sources, manual()).tables


def report(tables=None):
    """The row of the report of 水务局."""
    documents = (tables or corpus())["documents"]
    return documents[documents["file"].eq("水务局.txt")].iloc[0]


def own(tables, name):
    """The rows of that report in the table `name`."""
    return tables[name][tables[name]["document_id"].eq(report()["document_id"])]


class People:
    """Makes decisions with ids in order."""

    def __init__(self):
        self.made = []

    def decide(self, by, action, layer="", *what, **how):
        """A decision of `by`; `what` are quote, subject, value, other quote, in this order or by name."""
        fields = ("quote", "subject", "value", "other")
        told = dict.fromkeys(fields, "") | dict(zip(fields, what, strict=False)) | how
        decision = Decision(
            decision_id=f"e{len(self.made)}",
            by=by,
            at=f"2024-05-06T07:{len(self.made):02d}:00+00:00",
            sha256=report()["sha256"],
            action=Action(action),
            layer=Layer(layer),
            subject=told["subject"],
            value=told["value"],
            anchor=at(told["quote"]),
            other=at(told["other"]),
            names=tuple(told.get("names", ())),
        )
        self.made.append(decision)
        return decision


def at(quote, text=TEXT):
    """The anchor of the first place of `quote`."""
    return anchor(text, text.index(quote), text.index(quote) + len(quote)) if quote else WHOLE
