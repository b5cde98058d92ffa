"""Text reuse: the same passage in two reports, in two years of one unit, or twice in one report."""
