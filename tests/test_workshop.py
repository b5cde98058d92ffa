"""The checks beside the tests: style, types, layers, pins, and that all places say the same command."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
START = "python -m pip install -c constraints.txt -e . && python -m streamlit run dashboard.py"
TEST = 'python -m pip install -c constraints.txt -e ".[test]" && python -m pytest'
READMES = ("README.md", "README.zh-CN.md")
CHECKS = {
    "ruff check": ("-m", "ruff", "check", "--no-cache", "--output-format=concise", "."),
    "ruff format": ("-m", "ruff", "format", "--no-cache", "--check", "."),
    "mypy": ("-m", "mypy"),
    "import-linter": (
        "-c",
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())",
    ),
}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS)
def test_static_check(check):
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *CHECKS[check]],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{check}\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", [START, TEST])
def test_each_readme_gives_the_same_two_commands_on_one_line_each(name, command):
    assert read(name).splitlines().count(command) == 1


def test_ci_runs_exactly_the_readmes_test_command():
    script = read(".ci/run")
    (pattern,) = re.findall(r"""^command="\$\(grep -m 1 -x '(.+)' README\.md\)"$""", script, re.MULTILINE)
    assert [line for line in read("README.md").splitlines() if re.fullmatch(pattern, line)] == [TEST]
    assert re.search(r'^bash -c "\$command"', script, re.MULTILINE)
    assert script.count("pytest") == 1


def pins() -> dict[str, str]:
    lines = [line.split("==") for line in read("constraints.txt").splitlines()]
    return {canonicalize_name(name): version for name, version in lines}


def test_constraints_pin_and_nothing_else():
    assert all(
        re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line)
        for line in read("constraints.txt").splitlines()
    )


def test_constraints_pin_every_dependency_within_its_bounds():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [
        Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["test"]
    ]
    pinned = pins()
    for requirement in wanted:
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement
