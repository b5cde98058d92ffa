"""报告管理: what is kept: reports, the roster of units, views and baskets, back-ups."""

import streamlit as st

from pages.parts.access import may
from pages.parts.desk import current_desk, readable
from pages.parts.deskbackup import backup_panel
from pages.parts.deskgrid import bin_panel, report_grid
from pages.parts.deskintake import intake
from pages.parts.deskkept import kept_baskets, kept_views
from pages.parts.deskunits import unit_grid
from pages.parts.headline import headline
from pages.parts.names import pick

PARTS = {
    "reports": ("报告", (intake, report_grid, bin_panel)),
    "units": ("单位名录", (unit_grid,)),
    "kept": ("视图与材料", (kept_views, kept_baskets)),
    "backup": ("备份与恢复", (backup_panel,)),
}

desk = current_desk()
parts = PARTS if may("backup") else {key: PARTS[key] for key in PARTS if key != "backup"}
with headline("报告管理"):
    part = pick("管理什么", "manage", {key: name for key, (name, _) in parts.items()})

if desk is None:
    st.info("报告库没有打开，原因见上方。改好后刷新页面；示例和左侧的临时上传仍可使用。", icon=":material/info:")
else:
    for panel in parts[part][1]:
        with readable():
            panel(desk)
