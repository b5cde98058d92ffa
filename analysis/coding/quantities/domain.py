"""Whether a number tells of party work or of the unit's business."""

from analysis.coding.base import Clause, Parsed
from analysis.coding.quantities.rules import Rules

PARTY, BUSINESS = "party", "business"


class Domains:
    """Decides by the words of the clause, else of the sentence, else of the heading above."""

    def __init__(self, parsed: Parsed, rules: Rules) -> None:
        self.parsed = parsed
        self.rules = rules
        self._told: dict[int, str] = {}  # numbers come in crowds: many share a clause, most a heading
        self._weighed: dict[str, str] = {}

    def of(self, clause: Clause) -> str:
        """`party` or `business`; `party` where nothing tells."""
        if clause.order not in self._told:
            self._told[clause.order] = self._tell(clause)
        return self._told[clause.order]

    def _tell(self, clause: Clause) -> str:
        parsed = self.parsed
        sentence = parsed.sentences[clause.sentence]
        return (
            self._side(parsed.folded[clause.start : clause.end])
            or self._weigh(parsed.folded[sentence.start : sentence.end])
            or self._weigh(parsed.sections[sentence.section].path)
            or PARTY
        )

    def _weigh(self, text: str) -> str:
        if text not in self._weighed:
            self._weighed[text] = self._side(text)
        return self._weighed[text]

    def _side(self, text: str) -> str:
        party = len(set(self.rules.party.findall(text)))
        business = len(set(self.rules.business.findall(text)))
        if party == business:
            return ""
        return PARTY if party > business else BUSINESS
