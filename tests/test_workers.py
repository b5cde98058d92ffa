"""What a process that codes has to load."""

import subprocess
import sys

HEAVY = {"pandas", "plotly", "streamlit", "pyarrow"}


def test_a_process_that_codes_loads_nothing_it_does_not_need() -> None:
    """Each of several processes would load it anew before the first report."""
    script = "import sys, analysis.workers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert HEAVY.isdisjoint(loaded)
