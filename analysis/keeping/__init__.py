"""The desk that keeps: reports with their bytes, what people corrected, views, baskets, and who did what when.

One database holds it, SQLite in the user's own folder or PostgreSQL; only this package talks to it. What the machine
found in a report is kept beside it to save time, and may be dropped at any time.
"""
