"""Declared tables in, declared tables out: what sets units side by side."""
