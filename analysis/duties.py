"""The duties a report of this kind must cover, as validated data: data/codebook/duties.yaml.

A duty is shown by themes and indicators of the codebook; `words` narrow a theme that is wider than the duty. A duty
without themes and indicators asks for a whole part of the report. What the codebook has switched off shows no duty, and
a duty that nothing else shows is not asked for.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from analysis.codebook import Codebook, Cues, Entry, Id
from analysis.codebookfiles import FOLDER
from analysis.rulefile import RuleFileError, load

FILE = "duties.yaml"


class Duty(Entry):
    """One duty: where it should be written (`part`) and what shows that it is.

    A clause that names one of `occasions` (在部务会上) is more than an affirmation, even without a number. A document
    《…》 with one of `titles` in its name shows the duty by itself. A `personal` duty is what somebody in charge has to
    answer for: whatever is told of that person's deeds is its content.
    """

    definition: str
    part: Literal["work", "problems", "plan"] = "work"
    themes: tuple[Id, ...] = ()
    indicators: tuple[Id, ...] = ()
    words: Cues = ()
    occasions: Cues = ()
    titles: Cues = ()
    personal: bool = False


class _Duties(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    version: str
    provenance: str
    duties: tuple[Duty, ...]


def load_duties(codebook: Codebook, folder: Path = FOLDER) -> tuple[Duty, ...]:
    """The duties in `folder`, in their order.

    Raises:
        RuleFileError: the file is wrong, an id repeats, or a duty names what `codebook` does not have.
    """
    duties = load(folder / FILE, _Duties).duties
    ids = [duty.id for duty in duties]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise RuleFileError(f"{FILE}：编号重复：{'、'.join(twice)}。")
    known = {entry.id for entry in (*codebook.themes, *codebook.indicators)} | {*codebook.disabled}
    if unknown := sorted({i for duty in duties for i in (*duty.themes, *duty.indicators)} - known):
        raise RuleFileError(f"{FILE}：引用了编码手册里没有的主题或指标：{'、'.join(unknown)}。")
    return tuple(_shown(duty, codebook.disabled) for duty in duties if _can_be_shown(duty, codebook.disabled))


def _can_be_shown(duty: Duty, off: tuple[Id, ...]) -> bool:
    shown_by = {*duty.themes, *duty.indicators}
    return not shown_by or bool(shown_by - {*off})


def _shown(duty: Duty, off: tuple[Id, ...]) -> Duty:
    themes, indicators = (tuple(one for one in ids if one not in off) for ids in (duty.themes, duty.indicators))
    return duty.model_copy(update={"themes": themes, "indicators": indicators})
