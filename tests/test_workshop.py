"""The checks beside the tests: style, types, layers, pins, and that all places say the same command."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
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
    "ruff format": ("-m", "ruff", "format", "--no-cache", "--check", "--output-format=concise", "."),
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
    if done.returncode:
        pytest.fail(f"{check}\n{done.stdout}\n{done.stderr}", pytrace=False)


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
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line) for line in read("constraints.txt").splitlines())


def wanted() -> list[Requirement]:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    return [Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["test"]]


def needs(requirement: Requirement) -> list[Requirement]:
    """What an installed distribution itself requires here."""
    extras = requirement.extras or {""}
    lines = map(Requirement, distribution(requirement.name).requires or [])
    return [r for r in lines if not r.marker or any(r.marker.evaluate({"extra": extra}) for extra in extras)]


def test_constraints_pin_every_direct_and_indirect_dependency_within_its_bounds():
    pinned, seen, left = pins(), set(), wanted()
    while left:
        requirement = left.pop()
        name = canonicalize_name(requirement.name)
        assert requirement.specifier.contains(pinned[name]), requirement
        if name not in seen:
            seen.add(name)
            left += needs(requirement)


def test_the_first_start_asks_for_nothing_and_reports_nothing():
    settings = tomllib.loads(read(".streamlit/config.toml"))
    assert settings["server"]["showEmailPrompt"] is False
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["browser"]["gatherUsageStats"] is False
