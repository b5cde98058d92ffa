"""The problems a unit admits, their categories, the measures it plans, and which measure answers which."""
