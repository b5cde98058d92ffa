"""Material in, a presentation out."""
