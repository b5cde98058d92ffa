"""Which reports tell what others found in a unit: of such a report nobody is asked to write more."""

import pandas as pd

from analysis.lexicon.comparing import feedback_words
from analysis.phrases import fold, one_of

OPENING = 400
"""In so many characters a report says who was sent to whom."""


def is_feedback(text: str) -> bool:
    """Whether `text` opens with somebody sent to inspect, tells of nothing put right, and nowhere says 我局 or 我们."""
    words, folded = feedback_words(), fold(text)
    opening = folded[:OPENING]
    own = one_of(words.own).search(folded) or one_of(words.put_right).search(opening)
    return not own and one_of(words.inspecting).search(opening) is not None


def of_units(documents: pd.DataFrame) -> list[str]:
    """The ids of those DOCUMENTS in which a unit speaks of itself."""
    told = zip(documents["document_id"], documents["text"], strict=True)
    return [key for key, text in told if not is_feedback(text)]
