"""The command line: one module a command; each reads its options, calls the stages and reports."""
