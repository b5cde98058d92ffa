"""``list``: what is on the desk."""

import click

from analysis.commands.console import Command
from analysis.commands.desk import this_desk
from analysis.commands.shared import jobs_option
from analysis.comparing.labels import labels
from analysis.keeping.codebooks import in_force, usable
from analysis.keeping.stored import holdings, stored_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.report import Manual


@click.command("list", cls=Command, help="列出报告库里的报告：单位、报告期、文件，以制表符分隔。")
@jobs_option
def list(jobs: int) -> None:  # noqa: A001 - a command stands under its own name
    """Prints a line for each report, as the dashboard names it."""
    with this_desk() as desk:
        manual = Manual(usable(desk, in_force(desk)).codebook, load_lexicon())
        documents = stored_corpus(desk, holdings(desk), manual, jobs=jobs).tables["documents"]
    for row, file in zip(labels(documents).itertuples(), documents["file"], strict=True):
        click.echo(f"{row.label}\t{row.period}\t{file}")
