"""What presentations and briefs share: native charts with a safe workbook, and faces for Chinese."""
