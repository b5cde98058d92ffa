"""A declared table in, a plotly figure out, and nothing else."""
