"""Every table that passes between the stages, declared once."""
