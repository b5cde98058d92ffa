"""A draft of the next version: the version it was made from, and the edits in their order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce

import pandas as pd

from analysis.codebook import Codebook
from analysis.codebookfiles import Written, parse_written
from analysis.revising.checking import check
from analysis.revising.difference import codebook_changes
from analysis.revising.edits import Edit, EditError
from analysis.revising.versions import Version
from analysis.rulefile import RuleFileError


@dataclass(frozen=True)
class Draft:
    """Edits on a version; where there are none, it says what the version says."""

    base: Version
    edits: tuple[Edit, ...] = ()

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of the files after the edits."""
        return reduce(lambda texts, edit: edit.on(texts), self.edits, self.base.texts)

    @property
    def written(self) -> Written:
        """The manual after the edits."""
        return parse_written(self.texts)

    @property
    def codebook(self) -> Codebook:
        """The same as it would be in force."""
        return self.written.whole.in_use()

    @property
    def changes(self) -> pd.DataFrame:
        """CODEBOOK_CHANGES from the version to the draft."""
        return codebook_changes(parse_written(self.base.texts).whole, self.written.whole)

    def doing(self, edit: Edit) -> "Draft":
        """The draft with one edit more.

        Raises:
            EditError: the edit does not fit.
            RuleFileError: the codebook could not be used after it; with file, line and reason.
        """
        after = replace(self, edits=(*self.edits, edit))
        check(after.texts, parse_written(self.base.texts).whole)
        return after

    def undone(self) -> "Draft":
        """The draft without its last edit."""
        return replace(self, edits=self.edits[:-1])

    def onto(self, version: Version) -> tuple["Draft", tuple[str, ...]]:
        """The same edits on another version, and why some of them do not fit it any more."""
        draft, lost = Draft(version), []
        for edit in self.edits:
            try:
                draft = draft.doing(edit)
            except (EditError, RuleFileError) as error:
                lost.append(str(error))
        return draft, tuple(lost)
