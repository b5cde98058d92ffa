"""The colours and fonts of every figure: greys, one deep red to look at, one cool blue for amounts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
from plotly.colors import hex_to_rgb

INK = "#262626"
GREY = "#6B6B6B"
LINE = "#D9D9D9"
PAPER = "#FFFFFF"
ABSENT = "#EFEFEF"
ACCENT = "#9B1C1F"
COOL = "#2F6690"
# Light enough for dark text on every cell.
COOL_LIGHT = "#E3EDF4"
COOL_DARK = "#6C9DC0"

# The pattern of what is said without a value; its `shape` is "/" where it is drawn and "" elsewhere.
HATCH: Mapping[str, Any] = MappingProxyType({"fgcolor": GREY, "size": 7, "solidity": 0.14, "fillmode": "overlay"})

# What a Chinese Windows, macOS or Linux has; nothing is loaded from elsewhere.
FONT = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"

# The shades of cells: -2 no such part, -1 absent, 0 to 1 from little to much.
NO_PART, NOTHING = -2.0, -1.0
SHADES = (
    (0.0, PAPER),
    (0.2, PAPER),
    (0.2, ABSENT),
    (0.5, ABSENT),
    (0.5, COOL_LIGHT),
    (2 / 3, COOL_LIGHT),
    (1.0, COOL_DARK),
)


def colours(shades: npt.ArrayLike) -> npt.NDArray[np.str_]:
    """The colour of each shade of `SHADES`.

    Written out, because plotly's script warns of each cell whose colour is a number and that has a hatch, with a trace
    of its stack that takes longer than the drawing.
    """
    stops = [place for place, _ in SHADES]
    channels = zip(*(hex_to_rgb(colour) for _, colour in SHADES), strict=True)
    places = (np.clip(np.asarray(shades, np.float32), NO_PART, 1.0) - NO_PART) / (1.0 - NO_PART)
    mixed = np.stack([np.interp(places, stops, channel) for channel in channels], axis=1).round().astype(np.uint8)
    return np.array([f"#{bytes(colour).hex()}" for colour in mixed], np.str_)
