"""One text in, coded evidence out; the modules share `base` and do not know each other."""
