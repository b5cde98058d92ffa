"""Decisions laid over the tables of the contract, one kind of finding at a time."""
