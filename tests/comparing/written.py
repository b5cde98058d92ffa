"""Writes small reports by hand: sentences with what was coded in them, as the tables of the contract."""

from analysis.tables.base import frame
from analysis.tables.coding import CONTRACT, broken_references

KEYS = {"quantities": "quantity"}


class Written:
    """Reports as rows; every sentence is a section of its own, and a line of the text."""

    def __init__(self):
        self.rows = {table.name: [] for table in CONTRACT}

    def report(self, key, unit="甲局", year=2023, kind="annual", **more):
        """Opens a report; what is said next belongs to it; `more` are other columns of `documents`."""
        self.key, self.text = key, f"{unit}{year}年报告"
        head = {"document_id": key, "file": f"{key}.txt", "title": self.text, "unit": unit, "unit_masked": False}
        self.document = {**head, "year": year, "period_kind": kind, "text": self.text, **more}
        self.rows["documents"].append(self.document)
        return self

    def say(self, role, sentence, *found, path=""):
        """Adds a sentence; `found` are makers of rows, see below."""
        start = len(self.text) + 1
        self.text += f"\n{sentence}"
        name = f"{self.key}-{start}"
        span = {"document_id": self.key, "role": role, "start": start, "end": len(self.text)}
        self.rows["sections"].append({"section_id": name, "heading": path, "path": path, **span})
        self.rows["sentences"].append({"sentence_id": name, "section_id": name, "text": sentence, **span})
        for table, quote, more in found:
            at = start + sentence.index(quote)
            place = {**span, "start": at, "end": at + len(quote), "quote": quote, "sentence_id": name}
            prefix = KEYS.get(table, table[:-1])
            key = {f"{prefix}_id": f"{self.key}-{prefix}{at}{more.get('code_id', '')}"}
            self.rows[table].append({**place, **key, **more})
        self.document["text"] = self.text
        return self

    def state(self, indicator, status, *numbers):
        """Adds what the report says of an indicator; `numbers` are the quotes of its quantities."""
        ids = [q["quantity_id"] for q in self.rows["quantities"] if q["quote"] in numbers]
        row = {"document_id": self.key, "indicator_id": indicator, "status": status, "quantity_ids": ";".join(ids)}
        values = [q["value"] for q in self.rows["quantities"] if q["quantity_id"] in ids]
        self.rows["indicators"].append({**row, "value": values[0] if status == "reported" and values else None})
        return self

    def tables(self):
        """The tables of the contract."""
        for document in self.rows["documents"]:
            own = [s for s in self.rows["sections"] if s["document_id"] == document["document_id"]]
            document["has_problems"] = any(s["role"] == "problems" for s in own)
            document["has_plan"] = any(s["role"] == "plan" for s in own)
        made = {}
        for table in CONTRACT:
            rows = [{k: v for k, v in row.items() if k in table.names} for row in self.rows[table.name]]
            made[table.name] = frame(table, rows)
        assert not broken_references(made)
        return made


def coding(code, quote, cue="", *, claim=False):
    """A clause coded with a theme."""
    return "codings", quote, {"code_id": code, "cue": cue or quote, "claim_only": claim}


def number(quote, value=None, indicator="", **more):
    """A quantity, of party work and reported unless `more` says else; where its digits stand is not told."""
    usual = {"status": "reported", "domain": "party", "measure_word": more.pop("word", "次"), "relation": ""}
    told = {"value": value, "indicator_id": indicator, "approximate": False, "number_end": 0}
    return "quantities", quote, {**usual, **told, **more}


def problem(quote, *categories, general=False):
    """A problem admitted."""
    return "problems", quote, {"categories": ";".join(categories), "general": general}


def plan(quote):
    """A measure announced."""
    return "plans", quote, {}
