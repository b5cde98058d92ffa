import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exporting.values import Bars, Cell, Listing, Matrix, Series, cuts, first_rows, parts, row_count


@given(st.integers(0, 500), st.integers(1, 60))
def test_cuts_cover_everything_once_and_are_about_equal(count, most):
    sizes = [len(range(count)[cut]) for cut in cuts(count, most)]
    assert sum(sizes) == count
    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1


def bars(*values):
    names = tuple(f"甲{n}" for n in range(len(values)))
    return Bars(names, (Series("数", values),), tuple("遮盖" if v is None else f"{v:g}" for v in values), "次", "注")


def matrix(rows, columns):
    cells = tuple(tuple(Cell(f"{n}-{m}", float(m), 0.5, hatched=False) for m in range(columns)) for n in range(rows))
    names, heads = (tuple(f"{what}{n}" for n in range(size)) for what, size in (("行", rows), ("列", columns)))
    return Matrix("单位", names, heads, heads, cells, "")


def test_a_name_without_a_number_says_what_is_said_instead():
    assert bars(3.0, None, 0.0).categories() == ("甲0", "甲1（遮盖）", "甲2")


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (50, 32), (17, 20)])
def test_the_pieces_of_a_matrix_hold_every_cell_once(rows, columns):
    whole = matrix(rows, columns)
    pieces = parts(whole, 18, 16)
    assert all(len(piece.rows) <= 18 and len(piece.heads) <= 16 for piece in pieces)
    assert all(len(row) == len(piece.heads) == len(piece.groups) for piece in pieces for row in piece.cells)
    texts = sorted(cell.text for piece in pieces for row in piece.cells for cell in row)
    assert texts == sorted(cell.text for row in whole.cells for cell in row)


def test_pieces_of_bars_and_lists_keep_their_order():
    values = tuple(float(n) for n in range(47))
    pieces = parts(bars(*values), 20, 1)
    assert [value for piece in pieces for value in piece.series[0].values] == list(values)
    lines = Listing(("头",), tuple((str(n),) for n in range(9)), (1.0,))
    assert [row for piece in parts(lines, 4, 1) for row in piece.rows] == list(lines.rows)


def test_first_rows_and_their_count():
    for whole in (bars(*(1.0,) * 70), matrix(70, 2), Listing(("头",), (("x",),) * 70, (1.0,))):
        assert row_count(whole) == 70
        assert row_count(first_rows(whole, 60)) == 60
