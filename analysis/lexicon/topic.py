"""What every topic of the lexicon is: a file of named lists that says where its words come from."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

FOLDER = Path(__file__).resolve().parents[2] / "data" / "lexicons"
Words = tuple[str, ...]


class Topic(BaseModel):
    """A lexicon file: where its words come from, then named lists."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    provenance: str

    def __hash__(self) -> int:
        """A cheap hash: lexicons are the keys of compiled patterns, and their lists are long."""
        return hash(self.provenance)
