"""Comparisons put together for a meeting: the standard charts and lists, with the sentences behind each."""
