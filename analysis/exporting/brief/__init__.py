"""Material in, a brief in the style of official documents out."""
