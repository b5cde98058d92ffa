"""Material in, a workbook out."""
