"""Bytes in, text out: one module a format, chosen by what the bytes are and never by what the name says."""
