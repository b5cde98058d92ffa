"""A zip whose bytes hang on its files alone."""

import io
import zipfile

from analysis.zipped import zipped

FILES = [("手册/主题.yaml", "主题：一"), ("数据.bin", b"\x00\xff")]


def test_names_and_contents_come_back_in_their_order():
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        assert archive.namelist() == [name for name, _ in FILES]
        assert archive.read("手册/主题.yaml").decode() == "主题：一"
        assert archive.read("数据.bin") == b"\x00\xff"


def test_the_same_files_give_the_same_bytes_and_others_do_not():
    assert zipped(FILES) == zipped(FILES)
    assert zipped(FILES) != zipped(FILES[:1])
