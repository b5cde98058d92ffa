"""The samples as an office program writes them: every format gives every paragraph, automatic numbers included."""

import os
import re
from collections import Counter

import pytest
from renderings import SAMPLES, as_ofd, convert, office, official, web_like

from analysis.reading.base import Failure, Report, Source
from analysis.reading.read import read

NAMES = ("澄岭市教育局2023年", "澄岭市人民医院2024年")
LOCKED = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"a"}}'
RESTRICTED = (
    '{"RestrictPermissions":{"type":"boolean","value":"true"},"PermissionPassword":{"type":"string","value":"a"}}'
)
FORMATS = ("doc", "rtf", "odt", "html", "pdf", "xml", "ofd")
FILTERS = {"xml": ":MS Word 2003 XML"}


def squeezed(text):
    return [re.sub(r"\s", "", line) for line in text.split("\n")]


def sample(name):
    file = SAMPLES / f"{name}.txt"
    return read(Source(file.name, file.read_bytes())).text


@pytest.fixture(scope="module")
def files():
    """The samples as .docx by name and way of setting."""
    made = {}
    for name in NAMES:
        lines = sample(name).split("\n")
        made |= {f"{name}-set": official(lines), f"{name}-numbered": official(lines, automatic=True)}
        made[f"{name}-gaps"] = web_like(lines, "内部资料 注意保存")
    return made


@pytest.fixture(scope="module")
def rendered(files, tmp_path_factory):
    """The same by format, as LibreOffice writes them."""
    if not office():
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is needed where every change is checked")
        pytest.skip("LibreOffice is not installed; the formats are also tested on files made by hand")
    folder = tmp_path_factory.mktemp("renderings")
    made = {form: convert(files, form, folder, FILTERS.get(form, "")) for form in FORMATS if form != "ofd"}
    return made | {"ofd": {name: as_ofd(data) for name, data in made["pdf"].items()}, "folder": folder}


def test_a_docx_gives_every_paragraph(files):
    for name, data in files.items():
        assert squeezed(read(Source(name, data)).text) == squeezed(sample(name.partition("-")[0])), name


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "html"])
def test_every_paragraph_and_every_number_is_kept(rendered, form):
    for name, data in rendered[form].items():
        report = read(Source(f"{name}.{form}", data))
        assert squeezed(report.text) == squeezed(sample(name.partition("-")[0])), name


def test_a_web_page_keeps_every_paragraph_save_the_look_of_automatic_numbers(rendered):
    for name, data in rendered["html"].items():
        found = Counter(squeezed(read(Source(name, data)).text))
        wanted = Counter(squeezed(sample(name.partition("-")[0])))
        assert found == wanted or name.endswith("-numbered"), name
        assert found.total() == wanted.total(), name


def test_page_numbers_and_joined_lines_are_told(rendered):
    report = read(Source("a.pdf", rendered["pdf"][f"{NAMES[0]}-set"]))
    told = "，".join(repair.sentence for repair in report.repairs)
    assert re.search(r"合并了 \d\d 处断行，去掉了 \d 个页码", told)


def test_a_password_to_open_is_said_and_one_against_changes_does_not_matter(rendered, files):
    name = f"{NAMES[0]}-set"
    one = {name: files[name]}
    locked = convert(one, "pdf", rendered["folder"], f":writer_pdf_Export:{LOCKED}")[name]
    restricted = convert(one, "pdf", rendered["folder"], f":writer_pdf_Export:{RESTRICTED}")[name]
    failure = read(Source("锁.pdf", locked))
    assert isinstance(failure, Failure)
    assert (failure.kind, "密码" in failure.reason) == ("password", True)
    assert isinstance(read(Source("限.pdf", restricted)), Report)
