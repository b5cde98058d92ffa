"""The text cut up: markers, headings, roles, sections, sentences and clauses; `parse` runs them in order."""
