"""Units that are not for a person are on none of their pages."""

import pytest
from entering import DESK, MEETING, NAMES, OTHERS, enter, everything
from onscreen import button
from people import listed

from analysis.keeping.accounts import set_units
from analysis.keeping.rights import MANAGER, REVIEWER, VIEWER
from pages.parts.access import NEEDS
from pages.parts.names import PAGES


@pytest.mark.parametrize("role", [VIEWER, REVIEWER])
def test_units_that_are_not_for_a_person_are_on_no_page(server, role):
    set_units(server, listed(server, NAMES[role]), ["云岭县甲局"])
    app = enter(NAMES[role])
    for key, (file, _) in PAGES.items():
        if key in NEEDS:
            continue
        app.switch_page(file).run()
        assert not app.exception, file
        sent = everything(app)
        assert not [name for name in OTHERS if name in sent], file
    app.switch_page(DESK).run()
    for part in ("reports", "units", "kept"):
        app.session_state["manage"] = part
        sent = everything(app.run())
        assert "云岭县甲局" in sent or part == "kept"
        assert not [name for name in OTHERS if name in sent], part
    app.switch_page(MEETING).run()
    if "一键全套" in [one.label for one in app.button]:
        button(app, "一键全套").click().run()
        assert len(app.session_state["basket"]) > 3
        assert not [name for name in OTHERS if name in repr(app.session_state["basket"])]


def test_two_people_at_once_each_see_their_own(server):
    set_units(server, listed(server, NAMES[VIEWER]), ["云岭县甲局"])
    set_units(server, listed(server, NAMES[REVIEWER]), ["云岭县乙局"])
    one, other, boss = (enter(NAMES[role]) for role in (VIEWER, REVIEWER, MANAGER))
    for page in (PAGES["themes"][0], PAGES["problems"][0], PAGES["overview"][0]):
        for app, own in ((one, {"甲"}), (other, {"乙"}), (boss, {"甲", "乙", "丙"}), (one, {"甲"})):
            sent = everything(app.switch_page(page).run())
            assert {unit for unit in "甲乙丙" if f"云岭县{unit}局" in sent} == own
    assert one.session_state["desk-person"].name != other.session_state["desk-person"].name
