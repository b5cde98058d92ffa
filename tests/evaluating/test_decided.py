"""Reports as people left them, written as gold and read again by ``evaluate``."""

import pytest
from decided import People, corpus, manual, report

from analysis.commands.evaluate import evaluate as command
from analysis.evaluating.decided import gold_files
from analysis.evaluating.evaluation import evaluate, read_texts
from analysis.evaluating.gold import read_gold
from analysis.reviewing.applying.apply import apply


@pytest.fixture
def folder(tmp_path):
    """The gold of a report on which a person has changed something in every layer."""
    people = People()
    people.decide("李", "reject", "coding", "认真落实一岗双责", "dual_duty")
    people.decide("李", "set", "quantity", "监督检查5次", "value", "15")
    people.decide("李", "recode", "problem", "二是监督检查方式单一。", value="other")
    people.decide("李", "set", "document", subject="year", value="2022")
    decided = apply(corpus(), people.made, manual()).tables
    for name, content in gold_files(decided, {report()["document_id"]}).items():
        (tmp_path / name).write_bytes(content)
    return tmp_path, decided


def shares(evaluation):
    figures = evaluation.figures.items()
    return {name: getattr(f, "f1", getattr(f, "share", None)) for name, f in figures if name != "quantity_traps_hit"}


def test_the_gold_agrees_with_the_tables_it_was_made_of(folder):
    golds = read_gold(folder[0])
    evaluation = evaluate(folder[1], golds, read_texts(golds, folder[0]))
    assert not evaluation.misses
    assert set(shares(evaluation).values()) == {1.0}


def test_the_gold_shows_where_the_machine_was_wrong(folder):
    golds = read_gold(folder[0])
    misses = evaluate(corpus(), golds, read_texts(golds, folder[0])).misses
    assert {(miss.layer, miss.wrong) for miss in misses} >= {
        ("theme_cells", True),
        ("quantity_value", True),
        ("problem_primary", True),
        ("year", True),
    }


def test_the_command_reads_it(folder, capsys):
    command.main(["--gold", str(folder[0]), "--texts", str(folder[0]), "--errors"], standalone_mode=False)
    assert "dual_duty" in capsys.readouterr().out


def test_only_the_chosen_reports_are_written_and_names_do_not_clash():
    assert not gold_files(corpus(), set())
    documents = corpus()["documents"]
    twice = {**corpus(), "documents": documents.assign(file=["甲/报告.txt", "乙/报告.txt"])}
    files = gold_files(twice, set(documents["document_id"]))
    assert len(files) == 4
    assert files[f"报告-{report()['document_id']}.txt"].decode() == report()["text"]
