"""What a reviewer would note in a report: duties not covered, contradictions, claims to verify, empty words."""
