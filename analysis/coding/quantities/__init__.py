"""From text to numbers: every quantity of a report, what it measures and whether it is masked."""
