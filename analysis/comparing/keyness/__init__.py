"""Keyness: the words and phrases that set one report apart from others, or from the unit's own last one."""
