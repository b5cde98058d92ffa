"""Who reports: the title, the salutation and the unit's name."""
