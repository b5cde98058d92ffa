"""Versions of the codebook as frozen values: what it says, who made it so, when, why, and from which version."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from analysis.codebookfiles import FILES


@dataclass(frozen=True, slots=True)
class Version:
    """One version: the texts of the codebook's files by name.

    `at` is UTC in ISO 8601, `parent` the digest of the version it was made from, empty for the one that comes with the
    product.
    """

    texts: Mapping[str, str]
    by: str
    at: str
    reason: str
    parent: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", MappingProxyType({name: self.texts[name] for name in FILES}))

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of all that the version says and where it comes from; it names the version."""
        parts = (*(self.texts[name] for name in FILES), self.by, self.at, self.reason, self.parent)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def revise(version: Version, texts: Mapping[str, str], *, by: str, at: str, reason: str) -> Version:
    """The version that follows `version`, with the files in `texts` changed."""
    return Version({**version.texts, **texts}, by, at, reason, version.digest)


def go_back(current: Version, to: Version, *, by: str, at: str) -> Version:
    """A new version that says what the older one `to` says; nothing in between is lost."""
    when = f"{to.at[:10]}的版本：" if to.at else ""
    return Version(to.texts, by, at, f"回到{when}{to.reason}", current.digest)
