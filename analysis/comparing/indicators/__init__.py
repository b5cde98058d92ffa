"""The counts that units report: in cells, ranked, hidden or not, and as a list."""
