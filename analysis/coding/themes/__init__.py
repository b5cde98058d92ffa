"""Which themes a clause is evidence of: cues found in one pass, then the grammar of the clause decides."""
