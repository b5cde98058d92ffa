"""Edits of the codebook, what they change, and where its cues stand."""

from analysis.tables.base import DOCUMENT, QUOTE, ROLE, SENTENCE, SPAN, Table, coded, columns

LAYERS = {"coding": "主题", "problem": "问题", "indicator": "指标"}
CHANGES = {"appears": "新增", "vanishes": "消失", "changes": "改变"}

CODEBOOK_CHANGES = Table(
    "codebook_changes",
    "编码手册改了什么",
    (
        # theme, category, indicator, dimension, or general (what belongs to no entry)
        *columns("text", kind="类型", entry_id="编号", name="名称", field="项目"),
        # added, removed, changed; where a list changed: what is new in it and what is gone
        *columns("text", change="变化", before="原来", after="现在", told="说明"),
    ),
)
PREVIEW = Table(
    "preview",
    "改动的影响",
    (
        DOCUMENT,
        *columns("text", file="文件"),
        *coded(LAYERS, layer="对象"),
        *columns("text", code_id="编号", name="名称"),
        ROLE,
        *SPAN,
        QUOTE,
        *coded(CHANGES, change="变化"),
        # the cues that say so, or the state before and after
        *columns("text", before="原来", after="现在", sentence="句子"),
    ),
)
CUE_PLACES = Table(
    "cue_places",
    "线索词出现的地方",
    (
        # which list of the entry the cue is in
        *columns("text", field="项目", cue="线索词"),
        DOCUMENT,
        SENTENCE,
        *SPAN,
        # whether what stands there counts for the entry
        *columns("boolean", counted="计入"),
    ),
)
CUE_COUNTS = Table(
    "cue_counts",
    "线索词出现的次数",
    (
        # as it is written, and in plain words where it is more than a word
        *columns("text", field="项目", cue="线索词", told="意思"),
        *columns("integer", sentences="出现几句", counted="计入几句"),
    ),
)
PREVIEW_COUNTS = Table(
    "preview_counts",
    "改动的影响：各项增减",
    (
        *coded(LAYERS, layer="对象"),
        *columns("text", code_id="编号", name="名称"),
        *columns("integer", **CHANGES, documents="涉及报告"),
    ),
)
CUE_SUGGESTIONS = Table(
    "cue_suggestions",
    "线索词建议",
    (
        *columns("text", code_id="主题编号", name="主题"),
        # add (a new cue), exclude (a phrase for not_in), drop (a cue that was only rejected)
        *columns("text", kind="建议", phrase="词语", cue="原线索词"),
        # clauses behind it; sentences of the loaded reports that hold the phrase, and those that have the theme already
        *columns("integer", decisions="依据的分句", sentences="含有它的句子", coded="其中已是该主题"),
        *columns("text", quotes="依据的原文", why="理由"),
    ),
)
