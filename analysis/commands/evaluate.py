"""``evaluate``: the coding against texts coded by hand."""

from pathlib import Path

import click

from analysis.commands.console import Command
from analysis.commands.shared import EXISTING_FOLDER, build, codebook_option, jobs_option
from analysis.evaluating.evaluation import evaluate as compare
from analysis.evaluating.evaluation import read_texts
from analysis.evaluating.gold import read_gold
from analysis.evaluating.listing import figures_text, miss_text


@click.command(cls=Command, help="与人工编码比对，列出各项准确率。")
@click.option("--gold", required=True, type=EXISTING_FOLDER, metavar="DIR", help="人工编码（*.json）所在的文件夹。")
@click.option("--texts", required=True, type=EXISTING_FOLDER, metavar="DIR", help="对应原文（*.txt）所在的文件夹。")
@click.option("--errors", is_flag=True, help="逐条列出不一致之处：+ 多出，- 漏掉。")
@codebook_option
@jobs_option
def evaluate(gold: Path, texts: Path, codebook: Path, jobs: int, *, errors: bool) -> None:
    """Prints the figures; `errors` first lists every difference behind them."""
    golds = read_gold(gold)
    coded_texts = read_texts(golds, texts)
    corpus = build([texts / f"{one.stem}.txt" for one in golds], codebook, jobs)
    evaluation = compare(corpus.tables, golds, coded_texts)
    for miss in evaluation.misses if errors else ():
        click.echo(miss_text(miss))
    click.echo(figures_text(evaluation))
