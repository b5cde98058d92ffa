from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluating.ruler import Ruler, overlap, pair

texts = st.text(alphabet="甲乙丙，。 \n　", max_size=40)


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_a_span_is_the_text_before_and_in_it_without_white_space(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    left, right = Ruler.of(text).span(start, end)
    squeezed = "".join(text.split())
    assert squeezed[:left] == "".join(text[:start].split())
    assert squeezed[left:right] == "".join(text[start:end].split())


def test_an_offset_outside_counts_as_the_nearest_end():
    assert Ruler.of("甲 乙").span(-3, 99) == (0, 2)


def test_overlap_counts_shared_characters():
    assert (overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))) == (2, 0)


def test_pairs_take_the_best_cover_and_each_span_once():
    assert sorted(pair([(0, 10), (8, 20)], [(9, 20), (0, 9)], 0.5)) == [(0, 1), (1, 0)]
    assert pair([(0, 4)], [(3, 20)], 0.5) == []
