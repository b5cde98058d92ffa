from analysis.briefing.units import one_name_a_unit
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS


def test_a_unit_has_one_name_and_masked_or_generic_names_are_none():
    names = ("澄岭市教育局", "市教育局", "*局", "党工委", None)
    rows = [{"document_id": f"d{n}", "unit": u, "unit_masked": bool(u) and "*" in u} for n, u in enumerate(names)]
    made = one_name_a_unit(frame(DOCUMENTS, rows))["unit"]
    assert made[0] == made[1]
    assert made[2:].isna().all()
