"""One unit over several periods: what is new, what vanished, which problems return, what became of the plans."""
