"""Text cut into words by jieba, without anything that others could reach.

jieba shares one tokenizer among all, and keeps its dictionary in the shared temporary folder, where anybody could
change what is loaded next time unchecked. A tokenizer made here is its own and reads the dictionary that jieba brings.
"""

from collections.abc import Iterable
from functools import cache

import jieba


def new_tokenizer(phrases: Iterable[str] = (), frequency: int = 1) -> jieba.Tokenizer:
    """A tokenizer that keeps `phrases` whole, each taken to be as common as `frequency`; takes about half a second."""
    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True  # or it would look into the shared folder before its first use
    for phrase in sorted(phrases):
        made.add_word(phrase, frequency)
    return made


@cache
def plain_tokenizer() -> jieba.Tokenizer:
    """Jieba's own words only, made once a process; nobody adds to it."""
    return new_tokenizer()
