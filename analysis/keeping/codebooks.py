"""The codebook of the desk in all its versions; the newest is in force, and the built-in one where none is kept.

Who saves says which version the edit was made from: where somebody else saved in between, the second is told. Going
back to a version is a new version, so that nothing is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from analysis.codebook import Codebook
from analysis.codebookfiles import load_codebook, parse_codebook, read_texts
from analysis.duties import load_duties
from analysis.keeping.desk import Desk
from analysis.keeping.errors import ConflictError, DeskError
from analysis.keeping.schema import CodebookVersion, now
from analysis.revising.versions import Version, go_back, revise
from analysis.rulefile import RuleFileError

OVERTAKEN = "{}刚保存了编码手册的新版本（{}），这次没有保存：您的修改还在，请先并到新版本上，看过再保存。"
NO_VERSION = "这个版本已不存在：请刷新页面。"
ALTERED = "这个版本的手册在数据库里被改动或损坏：请到“编码手册”换一个版本。"
UNUSABLE = (
    "{}于{}保存的编码手册（{}）本版软件用不了，现在一律按随软件附带的手册统计，数字会与以前不同。"
    "请到“编码手册”的“版本”里换一个能用的版本，或者升级软件。原因：{}"
)
BUILT_IN = "随软件附带的手册"


@dataclass(frozen=True, slots=True)
class Saved:
    """A version without its texts."""

    digest: str
    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class InForce:
    """The codebook to work with; `trouble` says in Chinese why it is not the one that is kept."""

    codebook: Codebook
    trouble: str = ""


def built_in() -> Version:
    """The version that comes with the product.

    Raises:
        RuleFileError: its files cannot be read.
    """
    return Version(read_texts(), "", "", BUILT_IN)


def versions(desk: Desk) -> tuple[Saved, ...]:
    """The kept versions, the newest first; the built-in one is not among them."""
    with desk.reading() as session:
        rows = session.scalars(select(CodebookVersion).order_by(CodebookVersion.id.desc()))
        return tuple(Saved(row.digest, row.by, row.at, row.reason) for row in rows)


def in_force(desk: Desk) -> str:
    """The digest of the version in force, empty where it is the built-in one."""
    with desk.reading() as session:
        return session.scalar(select(CodebookVersion.digest).order_by(CodebookVersion.id.desc()).limit(1)) or ""


def load_version(desk: Desk, digest: str) -> Version:
    """The version `digest`; the built-in one where that is empty.

    Raises:
        DeskError: there is none, or it is not what was saved.
    """
    if not digest:
        return built_in()
    with desk.reading() as session:
        wanted = select(CodebookVersion).where(CodebookVersion.digest == digest).options(undefer(CodebookVersion.texts))
        row = session.scalar(wanted)
        if row is None:
            raise DeskError(NO_VERSION)
        return _version(row)


def usable(desk: Desk, digest: str) -> InForce:
    """The codebook of the version `digest`; the built-in one where this program cannot use that version.

    Raises:
        DeskError: the desk cannot be read, or does not have the version.
        RuleFileError: the files that come with the product cannot be used.
    """
    version = load_version(desk, digest)
    try:
        codebook = parse_codebook(version.texts)
        load_duties(codebook)
    except RuleFileError as error:
        if not digest:
            raise
        return InForce(load_codebook(), UNUSABLE.format(version.by, version.at[:10], version.reason, error))
    return InForce(codebook)


def save_version(
    desk: Desk, base: Version, texts: Mapping[str, str], *, reason: str, changes: Sequence[str] = ()
) -> Version:
    """Keeps `texts`, which were made from the version `base`, as the version in force.

    Args:
        desk: where.
        base: the version that was edited.
        texts: the codebook's files, checked (`revising.checking.check`).
        reason: why, in the words of who saves.
        changes: what changed, in sentences, for the audit.

    Raises:
        ConflictError: another version is in force by now.
    """
    version = revise(base, texts, by=desk.actor, at=now(), reason=reason)
    _keep(desk, base, version, list(changes))
    return version


def restore_version(desk: Desk, current: Version, to: Version) -> Version:
    """Puts the older version `to` in force again.

    Raises:
        ConflictError: `current` is not in force any more.
    """
    version = go_back(current, to, by=desk.actor, at=now())
    _keep(desk, current, version, [])
    return version


def _keep(desk: Desk, base: Version, version: Version, changes: list[str]) -> None:
    with desk.acting(
        "codebook", version.reason, digest=version.digest, parent=version.parent, changes=changes
    ) as session:
        last = _last(session)
        if last is not None and last.digest != base.digest:
            raise ConflictError(OVERTAKEN.format(last.by, last.reason))
        session.add(
            CodebookVersion(
                digest=version.digest,
                parent=version.parent,
                texts=dict(version.texts),
                at=version.at,
                by=version.by,
                reason=version.reason,
            )
        )


def _last(session: Session) -> CodebookVersion | None:
    return session.scalar(select(CodebookVersion).order_by(CodebookVersion.id.desc()).limit(1))


def _version(row: CodebookVersion) -> Version:
    version = Version(row.texts, row.by, row.at, row.reason, row.parent)
    if version.digest != row.digest:
        raise DeskError(ALTERED)
    return version
