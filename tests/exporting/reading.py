"""Reads what was written, with the libraries' own readers."""

import io

import openpyxl


def formulas(book: bytes) -> list[str]:
    """The places of all formulas in a workbook."""
    sheets = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    return [
        f"{sheet.title}!{cell.coordinate}" for sheet in sheets for row in sheet for cell in row if cell.data_type == "f"
    ]
