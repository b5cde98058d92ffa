"""What a brief adds to the comparisons."""

from analysis.tables.base import Table, columns

SUGGESTIONS = Table("suggestions", "下步建议", columns("text", suggestion="建议", basis="依据"))
