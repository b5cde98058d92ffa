import numpy as np

from analysis.comparing.base import ROLES, cube

ALL = ("d0", "d1", "d2")


def test_the_cube_holds_every_count(corpus, codebook):
    made = cube(corpus.tables, codebook)
    assert made.documents == ALL
    assert made.codes == ("duty", "study", "warning", "silent")
    assert made.codings[:, :, 0].tolist() == [[1, 0, 1, 0], [1, 0, 0, 0], [0, 0, 2, 0]]
    assert made.codings[:, :, 1:].sum() == 2
    assert made.characters[0].tolist() == [18, 9, 7]
    assert made.part.tolist() == [[True, True, True], [True, False, False], [True, False, True]]


def test_roles_together_add_up_and_only_what_is_claimed_everywhere_is_only_claimed(corpus, codebook):
    whole = cube(corpus.tables, codebook)
    assert whole.of(["d0"], ["warning"], ROLES).counts().tolist() == [[2]]
    assert not whole.of(["d0"], ["warning"], ROLES).only_claimed().any()
    assert whole.of(["d0"], ["warning"], ["plan"]).only_claimed().all()
    assert whole.of(["d0"], ["duty"], ROLES).only_claimed().all()


def test_a_missing_part_is_another_state_than_an_absent_theme(corpus, codebook):
    whole = cube(corpus.tables, codebook)
    assert whole.of(ALL, ["warning"], ["plan"]).states().ravel().tolist() == [
        "claim_only",
        "no_part",
        "absent",
    ]
    assert whole.of(ALL, ["warning"], ["problems", "plan"]).states()[1] == "no_part"


def test_a_block_keeps_the_order_asked_for(corpus, codebook):
    block = cube(corpus.tables, codebook).of(["d2", "d0"], ["warning", "duty"], ["work"])
    assert np.array_equal(block.counts(), [[2, 0], [1, 1]])


def test_an_empty_corpus_has_an_empty_cube(corpus, codebook):
    empty = {name: table.iloc[:0] for name, table in corpus.tables.items()}
    made = cube(empty, codebook)
    assert made.codings.shape == (0, 4, 3)
    assert made.of([], ["duty"], ["work"]).states().shape == (0, 1)
