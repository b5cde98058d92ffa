"""A pattern that only few signs can begin."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.phrases import fold


class Opened(NamedTuple):
    """A pattern with the signs that can begin it: a plain search tries it everywhere, and slowly."""

    opening: re.Pattern[str]
    pattern: re.Pattern[str]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """What `pattern.finditer` finds in `text`."""
        place = 0
        for sign in self.opening.finditer(text):
            start = sign.start()
            if start >= place and (hit := self.pattern.match(text, start)):
                yield hit
                place = hit.end()


def opened(words: tuple[str, ...], pattern: str) -> Opened:
    """`pattern` over folded text, every option of which begins like one of `words`."""
    signs = "".join(sorted({fold(word)[0] for word in words}))
    return Opened(re.compile(f"[{re.escape(signs)}]"), re.compile(pattern))
