from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from pages.parts.text import as_html, as_markdown, marked


class Reader(HTMLParser):
    """What a browser would show, and the tags it would see."""

    def __init__(self):
        super().__init__()
        self.shown, self.tags = "", []

    def handle_data(self, data):  # noqa: D102 - as the base class says
        self.shown += data

    def handle_starttag(self, tag, attrs):  # noqa: D102 - as the base class says
        self.tags.append((tag, attrs))


def read(source):
    reader = Reader()
    reader.feed(source)
    reader.close()
    return reader


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_a_browser_shows_the_text_as_it_stands_and_no_tag_but_ours(text, marks):
    inside = [(start, min(end, len(text))) for start, end in marks]
    reader = read(marked(text, inside))
    assert reader.shown == text
    assert set(map(str, reader.tags)) <= {"('mark', [])"}


def test_marks_stand_where_they_should_and_those_that_touch_become_one():
    assert marked("加强警示教育。", [(2, 6)]) == "加强<mark>警示教育</mark>。"
    assert marked("警示教育", [(0, 3), (2, 4)]) == "<mark>警示教育</mark>"
    assert marked("警示", [(1, 1)]) == "警示"


def test_script_in_a_report_is_text():
    assert marked("<script>alert(1)</script>", [(0, 8)]).startswith("<mark>&lt;script&gt;</mark>")
    assert as_html("<img src=x onerror=alert(1)>").startswith("&lt;img")


def test_markdown_in_a_name_is_text():
    assert as_markdown("![x](http://a.b/c.png)") == r"\!\[x\]\(http\:\/\/a\.b\/c\.png\)"
    assert as_markdown("*局\n第二行") == r"\*局 第二行"
    assert as_markdown(":material/home:") == r"\:material\/home\:"
