"""What the desk writes down about itself."""

from analysis.tables.base import Table, columns

AUDIT = Table(
    "audit",
    "操作记录",
    (
        *columns("integer", number="序号"),
        *columns(
            "text", at="时间（UTC）", actor="人员", action="操作", subject="对象", details="详情", digest="校验值"
        ),
    ),
)
