"""``add``: reports onto the desk."""

import os
from pathlib import Path

import click

from analysis.commands.console import Command
from analysis.commands.desk import this_desk
from analysis.commands.shared import end_with, inputs_argument, list_failures
from analysis.keeping.changes import Incoming, add_reports
from analysis.reading.base import Failure, Report
from analysis.reading.sources import gather
from analysis.reading.workers import read_all
from analysis.tables.base import frame
from analysis.tables.coding import FAILURES


@click.command(cls=Command, help="把报告存入报告库；已有的不重复存。")
@inputs_argument
def add(inputs: tuple[Path, ...]) -> None:
    """Keeps what can be read; names each file that could not be and then ends with status 3."""
    sources, refused = gather(inputs)
    found = list(zip(sources, read_all(sources, os.cpu_count() or 1), strict=True))
    refused += [result for _, result in found if isinstance(result, Failure)]
    readable = [Incoming(source, result) for source, result in found if isinstance(result, Report)]
    with this_desk() as desk:
        added = add_reports(desk, readable) if readable else ()
    failures = frame(FAILURES, [(failure.file, failure.reason, failure.kind) for failure in refused])
    list_failures(failures)
    click.echo(f"存入 {len(added)} 份报告，{len(readable) - len(added)} 份已在报告库中。")
    end_with(failures)
