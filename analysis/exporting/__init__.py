"""Tables in, files out, with every cell made safe first."""
