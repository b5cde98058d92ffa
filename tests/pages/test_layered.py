from hypothesis import given
from hypothesis import strategies as st
from test_safe_text import read

from pages.parts.text import layered

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
spans = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=4)


@given(texts, spans, spans)
def test_a_browser_shows_the_text_as_it_stands_and_no_tag_but_ours(text, marks, numbers):
    reader = read(layered(text, marks, numbers))
    assert reader.shown == text
    assert set(map(str, reader.tags)) <= {"('mark', [])", "('b', [])"}


def test_marks_and_numbers_may_overlap():
    made = layered("开展谈话5次。", [(2, 6)], [(4, 6)])
    assert made == "开展<mark>谈话</mark><mark><b>5次</b></mark>。"
    assert layered("谈话", [], []) == "谈话"
    assert layered("", [(0, 3)], []) == ""


def test_script_in_a_report_is_text():
    assert layered("<script>", [(0, 3)], [(1, 4)]).startswith("<mark>&lt;</mark><mark><b>sc</b></mark>")
