"""A picture as PNG or SVG: the sheet it stands on, and what is drawn on it."""
