"""The product's codebook as texts, with edits."""

from analysis.codebookfiles import FILES, FOLDER
from analysis.rulefile import read_text

TEXTS = {name: read_text(FOLDER / name) for name in FILES}
NEW_THEME = """
  - id: brand_new
    name: 新主题
    dimension: style
    definition: 新的
    cues:
      - %s
"""


def with_theme(cue):
    """The texts with a theme of one cue at the end."""
    return {**TEXTS, "themes.yaml": TEXTS["themes.yaml"].rstrip("\n") + NEW_THEME % cue}


def edited(name, old, new):
    """The texts with one passage of one file replaced."""
    assert TEXTS[name].count(old) >= 1
    return {**TEXTS, name: TEXTS[name].replace(old, new, 1)}
